import type { EffectiveFact } from '../facts/effective-facts.ts'
import { ofKind } from '../facts/effective-facts.ts'
import { addDays, type Day } from '../time/day.ts'
import { nextPeriod, periodEnd, periodOf, periodStart } from '../time/period.ts'

/** Papers of a month by 公开属性. */
export interface MonthCounts {
  readonly made: number
  readonly proactive: number
  readonly onRequest: number
  readonly withheld: number
}

/** What the store knows of a month beside what is typed. */
export interface KnownOfMonth {
  /** Different papers registered as formed, or exempted, in the month. */
  readonly made: number
  /** Of those formed, published by now. */
  readonly published: number
  readonly onRequest: number
  readonly withheld: number
}

/** A figure of the closing that the store knows otherwise: a question, never a verdict. */
export interface ClosingDifference {
  readonly of: 'fewerRegistered' | 'moreRegistered' | 'onRequest' | 'withheld'
  readonly said: number
  readonly known: number
}

export interface MonthLine {
  /** "2026-10" */
  readonly month: string
  /** The 10th of the next month; the day itself is good. */
  readonly dueDay: Day
  readonly state: 'closed' | 'closedLate' | 'due' | 'missing'
  /** The last closing of the month, with the fact it came in. */
  readonly closing: (MonthCounts & { readonly feed: string; readonly key: string; readonly day: Day }) | null
  readonly known: KnownOfMonth
  readonly differences: readonly ClosingDifference[]
}

const LAST_DAY_OF_CLOSING = 9

/** 月度关账: the ended months of a year from the first supervised one on, newest first; `facts` are the unit's, after corrections. */
export function monthLinesOf(facts: readonly EffectiveFact[], asked: { readonly year: number; readonly from: Day; readonly day: Day }): MonthLine[] {
  // A merged unit's last word on a month comes to its successor, whose own month it is not.
  const filed = ofKind(facts, 'closed').filter(({ fact }) => fact.namedUnit === undefined)
  const closings = new Map(filed.map((each) => [each.fact.period, each]))
  // Filed again it is still in time when it was so the first time.
  const firstDays = new Map([...filed].reverse().map(({ fact }) => [fact.period, fact.day]))
  const first = periodOf('month', asked.from > `${asked.year}-01-01` ? asked.from : `${asked.year}-01-01`)
  const lines: MonthLine[] = []
  for (let month = first; month.startsWith(`${asked.year}-`) && periodEnd(month) < asked.day; month = nextPeriod(month)) {
    const dueDay = addDays(periodStart(nextPeriod(month)), LAST_DAY_OF_CLOSING)
    const found = closings.get(month)
    const known = knownOf(facts, month)
    if (found === undefined) {
      lines.push({ month, dueDay, state: asked.day > dueDay ? 'missing' : 'due', closing: null, known, differences: [] })
      continue
    }
    const { made, proactive, onRequest, withheld, day, key } = found.fact
    const closing = { made, proactive, onRequest, withheld, day, key, feed: found.source.feed }
    lines.push({ month, dueDay, state: (firstDays.get(month) ?? day) > dueDay ? 'closedLate' : 'closed', closing, known, differences: differencesOf(closing, known) })
  }
  return lines.reverse()
}

function knownOf(facts: readonly EffectiveFact[], month: string): KnownOfMonth {
  const isOf = (day: Day) => day.startsWith(month)
  const formed = new Set<string>()
  const shown = new Set<string>()
  const exempt = { onRequest: 0, withheld: 0 }
  const unregistered = new Set<string>()
  for (const { fact } of facts) if (fact.kind === 'formed' && isOf(fact.day)) formed.add(fact.ref)
  for (const { fact } of facts) {
    if (fact.kind === 'published') for (const ref of fact.refs ?? [fact.ref ?? fact.docNumber ?? '']) if (formed.has(ref)) shown.add(ref)
    if (fact.kind !== 'exempt' || !isOf(fact.day)) continue
    exempt[fact.exemptKind] += 1
    // Whether registered too, or by number and reason only: a paper is counted once.
    if ('ref' in fact.about && !formed.has(fact.about.ref)) unregistered.add(fact.about.ref)
  }
  return { made: formed.size + unregistered.size, published: shown.size, ...exempt }
}

/** What the typed counts and the store's differ in. */
export function differencesOf(said: MonthCounts, known: KnownOfMonth): ClosingDifference[] {
  const differences: ClosingDifference[] = []
  if (said.made > known.made) differences.push({ of: 'fewerRegistered', said: said.made, known: known.made })
  if (said.made < known.made) differences.push({ of: 'moreRegistered', said: said.made, known: known.made })
  if (said.onRequest !== known.onRequest) differences.push({ of: 'onRequest', said: said.onRequest, known: known.onRequest })
  if (said.withheld !== known.withheld) differences.push({ of: 'withheld', said: said.withheld, known: known.withheld })
  return differences
}
