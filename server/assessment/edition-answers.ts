import { assessmentOf } from '../../shared/assessment/assessment-of.ts'
import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import { differencesOf, type Compared } from '../../shared/assessment/edition-differences.ts'
import type { EditionBody } from '../../shared/assessment/edition.ts'
import { editionBodyOf } from '../../shared/assessment/edition-body.ts'
import { editionPiecesOf, type JournalPrint } from '../../shared/assessment/edition-parts.ts'
import { isFactEntry, type Entry } from '../../shared/facts/journal.ts'
import { must, unreachable } from '../../shared/must.ts'
import { isKnown } from '../../shared/obligations/judge.ts'
import { addDays, dayOf, type Day } from '../../shared/time/day.ts'
import type { DifferencesFound } from '../../shared/wire/edition-answers.ts'
import type { View } from '../answers/view.ts'
import type { JournalReader } from '../store/journal-reader.ts'
import type { AsKnown } from '../past/as-known.ts'
import { toldDifferences } from './told-differences.ts'
import type { EditionName, EditionQuestion, MadeEdition } from './edition-question.ts'
import { journalLine, journalPrintOf, recordedBy, sha256Of } from './journal-print.ts'

/** The past that is asked about: its day and instant, judged only when somebody looks. */
interface Asked {
  readonly at: AsKnown
  readonly view: () => View
}

interface Kept {
  readonly answer: DifferencesFound
  /** Entries looked at so far. */
  upTo: number
  /** The day it had become by then. */
  day: Day
}

const KEPT = 40

/** Settings of the assessment itself and the clock move no score, but that a limit of rectification goes by. */
const still: ReadonlySet<string> = new Set(['dayRolled', 'sampleDrawn', 'scoreProposed', 'scoreSettled'])

/** Answers what is asked about editions (封存), in the worker of the past. */
export class EditionAnswers {
  readonly #reader: Pick<JournalReader, 'entries' | 'findEdition'>
  readonly #prints = new Map<string, JournalPrint>()
  readonly #differences = new Map<string, Kept>()
  /** Every last day of rectification ever set, up to an entry. */
  readonly #limits = new Set<Day>()
  #limitsUpTo = 0

  constructor(reader: Pick<JournalReader, 'entries' | 'findEdition'>) {
    this.#reader = reader
  }

  answer(question: EditionQuestion, asked: Asked): object | undefined {
    switch (question.ask) {
      case 'editionJudged': return { units: asked.view().world().units.size }
      case 'journalPrint': return this.#print(asked.at)
      case 'edition': return this.#edition(asked, question.made)
      case 'editionDifferences': return this.#differ(asked, question)
      case 'assessedUnit': return assessed(asked.view()).units.find(({ unit }) => unit === question.unit)
      default: return unreachable(question)
    }
  }

  #print({ knownAt }: AsKnown): JournalPrint {
    if (knownAt === null) throw new Error('invariant broken: an edition is known at an instant')
    const print = this.#prints.get(knownAt) ?? journalPrintOf(linesOf(recordedBy(this.#reader.entries(), knownAt)))
    keep(this.#prints, knownAt, print)
    return print
  }

  #edition(asked: Asked, made: Pick<EditionBody, 'period' | 'edition' | 'reason' | 'software'>): MadeEdition {
    const view = asked.view()
    const whole = editionBodyOf({ parts: view.parts(), world: view.world(), revision: view.revision }, { ...made, journal: this.#print(asked.at) })
    const body = canonicalJson(whole)
    const scores = whole.result.units.map(({ unit, final, rank, band }) => ({ unit, score: final, rank, band }))
    return { sha256: sha256Of(body), body, scores }
  }

  #differ(asked: Asked, question: Extract<EditionQuestion, { ask: 'editionDifferences' }>): DifferencesFound | undefined {
    const frozen = this.#body(question.of)
    if (frozen === undefined) return undefined
    const key = JSON.stringify([question.of, question.with])
    const kept = this.#differences.get(key)
    const found = kept && (question.with !== null || this.#stands(kept, asked.at)) ? kept : this.#compared(asked, frozen, question.with)
    if (found === undefined) return undefined
    keep(this.#differences, key, found)
    return found.answer
  }

  /** Nothing recorded since speaks of the frozen day: then nothing can differ, and nobody need judge it anew. */
  #stands(kept: Pick<Kept, 'upTo' | 'day'>, { day }: AsKnown): boolean {
    for (const entry of this.#reader.entries(kept.upTo + 1)) {
      const now = dayOf(entry.recordedAt)
      if (moves(entry, day) || (now > kept.day && this.#limitPassed(kept.day, now))) return false
      kept.upTo = entry.seq
      if (now > kept.day) kept.day = now
    }
    return true
  }

  /** A limit of rectification went by between two days: an answer not given in time moves a score with nothing else recorded. */
  #limitPassed(from: Day, to: Day): boolean {
    for (const entry of this.#reader.entries(this.#limitsUpTo + 1)) {
      this.#limitsUpTo = entry.seq
      const until = limitIn(entry)
      if (until !== undefined) this.#limits.add(until)
    }
    return [...this.#limits].some(until => from <= until && until < to)
  }

  #compared(asked: Asked, frozen: EditionBody, other: EditionName | null): Kept | undefined {
    const seen = { upTo: frozen.journal.entries, day: addDays(dayOf(must(frozen.result.knownAt, 'an edition is known at an instant')), -1) }
    if (other === null && this.#stands(seen, asked.at)) return { ...seen, answer: { revision: seen.upTo, units: [], facts: [] } }
    const view = asked.view()
    const after = other === null ? nowOf(view) : this.#body(other)
    if (after === undefined) return undefined
    return { answer: toldDifferences(differencesOf(frozen, after), view), upTo: view.revision, day: view.world().acts.knownOn }
  }

  #body({ period, edition }: EditionName): EditionBody | undefined {
    const found = this.#reader.findEdition(period, edition)
    return found && JSON.parse(found.body) as EditionBody
  }
}

function assessed(view: View) {
  return assessmentOf({ parts: view.parts(), world: view.world(), revision: view.revision })
}

function nowOf(view: View): Compared {
  return { result: assessed(view), pieces: editionPiecesOf(view.parts(), view.world()) }
}

function moves(entry: Entry, day: string): boolean {
  return isKnown(entry, { day }) && (isFactEntry(entry) || !still.has(entry.setting.kind))
}

function limitIn(entry: Entry): Day | undefined {
  if (!isFactEntry(entry)) return undefined
  const { fact } = entry
  if (fact.kind === 'found' || fact.kind === 'rechecked') return fact.until
  const set = fact.kind === 'corrected' ? fact.set?.['until'] : undefined
  return typeof set === 'string' ? set : undefined
}

function* linesOf(entries: Iterable<Entry>): IterableIterator<string> {
  for (const entry of entries) yield journalLine(entry)
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
}
