import { addDays, startOfDay, type Day, type Instant } from '../../../shared/time/day.ts'
import type { FormedFact } from '../../../shared/facts/fact.ts'
import { appealEntries } from './appeal-entries.ts'
import { closingEntries } from './closing-entries.ts'
import { correctionEntries } from './correction-entries.ts'
import { sampleDistrictOf, sampleStart, type SampleSources } from './district.ts'
import { documentEntries } from './document-entries.ts'
import { findingEntries } from './finding-entries.ts'
import { dynamicEntries } from './dynamic-entries.ts'
import { interpretationEntries } from './interpretation-entries.ts'
import { monthEntries } from './month-entries.ts'
import { pageEntries } from './page-entries.ts'
import { documentOf } from './paper.ts'
import { itemOf, unitOf } from './piece.ts'
import { planOf, type Plan } from './plan.ts'
import { proposalEntries } from './proposal-entries.ts'
import type { SampleEntry, SampleFact } from './sample-entry.ts'
import { byInstant } from './sample-order.ts'
import { slotEntries } from './slot-entries.ts'
import { standingEntries } from './standing-entries.ts'

/** The whole plan of the sample's entries, past its today, in the order they are recorded. */
export function plannedEntries(sources: SampleSources): SampleEntry[] {
  const district = sampleDistrictOf(sources)
  const plan = planOf(district)
  const told = [
    ...plan.pieces.filter((piece) => piece.opens <= sources.today).flatMap((piece) => piece.kind === 'slot' ? slotEntries(plan, piece) : piece.kind === 'account' ? [] : documentEntries(plan, piece)),
    ...standingEntries(plan), ...dynamicEntries(district), ...interpretationEntries(plan), ...closingEntries(plan),
  ]
  const facts = [...told, ...monthEntries(plan, told), ...appealEntries(plan), ...correctionEntries(told, { seed: district.seed, calendar: district.calendar, isLate: lateOnes(plan) }), ...findingEntries(district), ...pageEntries(district, told)]
  return [...district.settings, ...facts, ...proposalEntries(district)].sort(byInstant)
}

function lateOnes(plan: Plan): (fact: FormedFact) => boolean {
  const late = new Set(plan.pieces.filter((piece) => piece.kind === 'document' && piece.canSlip && plan.outOn(piece) > piece.due)
    .map((piece) => `${unitOf(piece)}|${itemOf(piece)}|${documentOf(plan, piece).ref}`))
  return (fact) => late.has(`${fact.unit}|${fact.item}|${fact.ref}`)
}

/** Everything of a new sample: from 督查起始日 to the end of yesterday. */
export function sampleJournal(sources: SampleSources): SampleEntry[] {
  return [...sampleEntries({ ...sources, afterDay: null })]
}

export interface TopUp extends SampleSources {
  /** Day of the journal's last entry; null for an empty journal. */
  readonly afterDay: Day | null
  /** Instant of the journal's last entry: nothing is recorded before it. */
  readonly notBefore?: Instant
  /** The journal holds a fact under this key from the feed or from the live feed. */
  readonly isKnown?: (feed: string, key: string) => boolean
}

/** How far back a top-up looks for planned facts the journal lacks (the program stood still, or the live feed fell behind). */
const LOOK_BACK_DAYS = 90

/**
 * The entries a journal lacks, in order, each at its planned instant or `notBefore` if that is later. Facts of today are
 * left to the live feed. Without `isKnown` exactly the days after `afterDay` are given.
 */
export function* sampleEntries({ afterDay, notBefore, isKnown, ...sources }: TopUp): Generator<SampleEntry> {
  const next = afterDay === null ? '' : startOfDay(addDays(afterDay, 1))
  const from = afterDay !== null && isKnown ? startOfDay(addDays(afterDay, -LOOK_BACK_DAYS)) : next
  const to = startOfDay(sources.today)
  for (const entry of plannedEntries(sources)) {
    if (entry.recordedAt < from || entry.recordedAt >= to) continue
    if ('setting' in entry && entry.recordedAt < next) continue
    if (isKnown && 'fact' in entry && isKnown(entry.source.feed, entry.fact.key)) continue
    yield notBefore !== undefined && entry.recordedAt < notBefore ? { ...entry, recordedAt: notBefore } : entry
  }
}

/** The facts planned for days from … to, which may lie ahead: what the live feed posts as the days go by. */
export function plannedFacts(sources: SampleSources, from: Day, to: Day): SampleFact[] {
  const [first, end] = [startOfDay(from), startOfDay(addDays(to, 1))]
  return plannedEntries({ start: sampleStart(sources.today), ...sources, today: to }).filter((entry): entry is SampleFact => 'fact' in entry && entry.recordedAt >= first && entry.recordedAt < end)
}
