import { parentPort } from 'node:worker_threads'
import { must } from '../../shared/must.ts'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import type { Day } from '../../shared/time/day.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import { isKnown, judgementOf, knownOf } from '../../shared/obligations/judge.ts'
import { boardFrom } from '../../shared/measures/board.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import { figuresOf } from '../../shared/measures/figures.ts'
import { answer } from '../answers/answer.ts'
import { EditionAnswers } from '../assessment/edition-answers.ts'
import { isEditionQuestion } from '../assessment/edition-question.ts'
import { paperAnswer } from '../assessment/paper-answer.ts'
import { isPaperQuestion } from '../assessment/paper-question.ts'
import { samplingAnswer } from '../assessment/sampling.ts'
import { compareAnswer } from '../answers/compare.ts'
import { schemeEffectAnswer } from '../answers/scheme-effect.ts'
import type { View } from '../answers/view.ts'
import { unitThen } from '../answers/unit-desk.ts'
import { verdictsIn } from '../answers/verdicts.ts'
import { entriesSince } from '../answers/entries-since.ts'
import { whatIfAnswer } from '../answers/what-if.ts'
import { openJournalReader } from '../store/journal-reader.ts'
import type { AsKnown } from './as-known.ts'
import type { PastAnswer, PastRequest, PastWarming } from './past.ts'
import { TrendPoints } from './trend-points.ts'

/** Above this many entries the journal is read again for each new past instead of being kept. */
const KEPT_ENTRIES = 200_000
/** Judged pasts kept for further questions about the same one. */
const KEPT_VIEWS = 3

/** Judges the past off the main thread, from its own read-only look at the journal. */
export function servePast(folder: string): void {
  const port = must(parentPort, 'the past is judged in a worker thread')
  const reader = openJournalReader(folder)
  const entries: Entry[] = []
  const views = new Map<string, View>()
  const editions = new EditionAnswers(reader)
  const trend = new TrendPoints({ entriesFrom: seq => reader.entries(seq), judge: at => keptView(at) ?? judgedView(at) })

  function journal(): readonly Entry[] {
    const from = (entries.at(-1)?.seq ?? 0) + 1
    for (const entry of reader.entries(from)) entries.push(entry)
    return entries
  }

  function viewAt(at: AsKnown, revision: number): View {
    const key = keyOf(at, revision)
    const view = views.get(key) ?? judgedView(at)
    views.delete(key)
    views.set(key, view)
    for (const oldest of views.keys()) {
      if (views.size <= KEPT_VIEWS) break
      views.delete(oldest)
    }
    return view
  }

  /** A view of a fixed past never changes; one of everything known by now may be old already. */
  function keptView(at: AsKnown): View | undefined {
    return at.knownAt === null ? undefined : views.get(keyOf(at, 0))
  }

  function judgedView({ day, knownAt }: AsKnown, added: readonly Entry[] = []): View {
    const at = knownAt === null ? { day } : { day, knownAt }
    const known = added.length === 0 ? journal() : [...journal(), ...added]
    const judgement = judgementOf(known, at)
    const corrections = known.filter((entry): entry is RecordedFact => isFactEntry(entry) && entry.fact.kind === 'corrected' && isKnown(entry, at))
    if (entries.length > KEPT_ENTRIES) entries.length = 0
    const { world, revision } = judgement
    const parts = new Map([...judgement.duties].map(([unit, duties]) =>
      [unit, duties.map(duty => ({ ...duty, figures: figuresOf(duty.obligations, world) }))]))
    let board: Board | undefined
    return {
      revision,
      world: () => world,
      parts: () => parts,
      board: () => (board ??= boardFrom(parts, judgement)),
      facts: seqs => seqs.map(entryOf).filter(isFactEntry),
      everyFact: () => {
        const all = [...journal(), ...added]
        const isOfThen = knownOf(all, at)
        return all.filter((entry): entry is RecordedFact => isFactEntry(entry) && entry.seq <= revision && isOfThen(entry))
      },
      corrections: () => corrections,
    }
  }

  /** A scheme as if it governed from that day on. */
  function schemeEntry(scheme: Scheme, effective: Day): Entry {
    const last = must(journal().at(-1), 'a district has begun')
    return { seq: last.seq + 1, recordedAt: last.recordedAt, source: { feed: 'desk' }, setting: { kind: 'scheme', effective, scheme } }
  }

  function entryOf(seq: number): Entry {
    return must(entries[seq - 1] ?? reader.entries(seq).next().value, `entry ${seq} is in the journal`)
  }

  function found({ at, question, revision }: PastRequest): object | undefined {
    if (isEditionQuestion(question)) return editions.answer(question, { at, view: () => viewAt(at, revision) })
    if (isPaperQuestion(question)) return paperAnswer(question, viewAt(at, revision), reader.findEdition)
    switch (question.ask) {
      case 'trendPoint': return trend.at(at)
      case 'unitPoint': return trend.unitAt(at, question.unit)
      case 'unitThen': return unitThen(viewAt(at, revision), question.unit)
      case 'entriesSince': return entriesSince(journal(), question)
      case 'verdicts': return verdictsIn(journal(), question.unit, at.knownAt === null ? { day: at.day } : { day: at.day, knownAt: at.knownAt })
      case 'sampling': return samplingAnswer(viewAt(at, revision), question.asked)
      case 'compare': {
        const before = viewAt(question.from, revision)
        return compareAnswer({ before, after: viewAt(at, revision), units: question.units, knownThen: question.knownThen })
      }
      case 'whatIf': return whatIfAnswer({ before: viewAt(at, revision), after: judgedView(at, question.entries), units: question.units })
      case 'schemeEffect': return schemeEffectAnswer(viewAt(at, revision), question.asked, scheme => judgedView(at, [schemeEntry(scheme, at.day)]))
      default: return answer(viewAt(at, revision), question)
    }
  }

  /** One past a turn, so that questions come in between; what each is asked most is counted too. */
  function warm([first, ...rest]: readonly AsKnown[], revision: number): void {
    if (first === undefined) return
    const view = viewAt(first, revision)
    for (const ask of ['board', 'assessment'] as const) JSON.stringify(answer(view, { ask }))
    setImmediate(() => warm(rest, revision))
  }

  port.on('message', (request: PastRequest | PastWarming) => {
    if ('warm' in request) return warm(request.warm, request.revision)
    const answered = found(request)
    const text = answered === undefined ? null : new TextEncoder().encode(JSON.stringify(answered))
    const reply: PastAnswer = { id: request.id, text }
    port.postMessage(reply, text === null ? [] : [text.buffer])
  })
}

function keyOf(at: AsKnown, revision: number): string {
  return `${at.day} ${at.knownAt ?? revision}`
}
