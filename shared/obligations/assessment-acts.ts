import { isAct, type AgreedFact, type InspectedFact, type MarkedFact, type SpottedFact } from '../facts/act.ts'
import { effectiveFacts, type EffectiveFact } from '../facts/effective-facts.ts'
import type { RecordedFact } from '../facts/fact.ts'
import type { Day } from '../time/day.ts'
import { pieceKey } from './about.ts'
import type { Finding, Spoken } from './finding.ts'
import { findingsOf } from './findings-of.ts'

/** A 考核记录 with who said it and when. */
export type Said<F> = Spoken & { readonly feed: string; readonly fact: F }

/** What is on record of one unit in one assessment year, after corrections. */
export interface UnitActs {
  /** Every mark, in order of recording; the last of an entry holds. */
  readonly marks: readonly Said<MarkedFact>[]
  /** The last inspection of each piece. */
  readonly inspections: readonly Said<InspectedFact>[]
  readonly spotted: readonly Said<SpottedFact>[]
  readonly findings: readonly Finding[]
}

/** 考核记录 as known on a day, by unit and year. */
export interface AssessmentActs {
  readonly knownOn: Day
  /** By `actsKey`. */
  readonly byUnit: ReadonlyMap<string, UnitActs>
  readonly agreements: readonly Said<AgreedFact>[]
}

const nothing: UnitActs = { marks: [], inspections: [], spotted: [], findings: [] }

export function noActs(knownOn: Day): AssessmentActs {
  return { knownOn, byUnit: new Map(), agreements: [] }
}

/** Acts of one unit in one assessment year; empty ones where nothing is on record. */
export function unitActs(acts: AssessmentActs, unit: string, year: number): UnitActs {
  return acts.byUnit.get(actsKey(unit, year)) ?? nothing
}

function actsKey(unit: string, year: number): string {
  return `${year}|${unit}`
}

/** The mark that holds for an entry; undefined where there is none or the last one was taken back. */
export function heldMark({ marks }: UnitActs, entry: string): Said<MarkedFact> | undefined {
  const last = marks.findLast(({ fact }) => fact.entry === entry)
  return last?.fact.takeBack === true ? undefined : last
}

/** Facts that are 考核记录, and corrections of such, in order. */
export function actEntriesOf(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  const names = new Set<string>()
  return facts.filter((entry) => isActEntry(entry, names))
}

/** Whether an entry is one of 考核记录 or corrects one; `names` holds those met before and is added to. */
export function isActEntry({ source, fact }: RecordedFact, names: Set<string>): boolean {
  const isOne = isAct(fact) || (fact.kind === 'corrected' && names.has(`${fact.of.feed}\u0000${fact.of.key}`))
  if (isOne) names.add(`${source.feed}\u0000${fact.key}`)
  return isOne
}

/** Folds 考核记录 out of all facts known, in order of recording. */
export function actsOf(facts: readonly RecordedFact[], knownOn: Day): AssessmentActs {
  const entries = actEntriesOf(facts)
  return entries.length === 0 ? noActs(knownOn) : foldedActs(entries, knownOn)
}

/** The same from entries already picked. */
export function foldedActs(entries: readonly RecordedFact[], knownOn: Day): AssessmentActs {
  const facts = effectiveFacts(entries)
  const byUnit = new Map<string, { -readonly [K in keyof UnitActs]: UnitActs[K][number][] }>()
  const agreements: Said<AgreedFact>[] = []
  const of = (unit: string, year: number) => {
    const key = actsKey(unit, year)
    const made = byUnit.get(key) ?? { marks: [], inspections: [], spotted: [], findings: [] }
    byUnit.set(key, made)
    return made
  }
  for (const each of facts) {
    const { fact } = each
    switch (fact.kind) {
      case 'marked': of(fact.unit, fact.year).marks.push(saidOf(each, fact)); break
      case 'inspected': {
        const { inspections } = of(fact.unit, fact.year)
        const place = inspections.findIndex((known) => pieceKey(known.fact) === pieceKey(fact))
        if (place === -1) inspections.push(saidOf(each, fact))
        else inspections[place] = saidOf(each, fact)
        break
      }
      case 'spotted': of(fact.unit, fact.year).spotted.push(saidOf(each, fact)); break
      case 'agreed': agreements.push(saidOf(each, fact)); break
      default:
    }
  }
  for (const finding of findingsOf(facts, knownOn)) of(finding.unit, finding.year).findings.push(finding)
  return { knownOn, byUnit, agreements }
}

function saidOf<F>({ seq, recordedAt, source }: EffectiveFact, fact: F): Said<F> {
  return { seq, by: source.account ?? source.feed, at: recordedAt, feed: source.feed, fact }
}
