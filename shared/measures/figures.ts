import type { Day } from '../time/day.ts'
import type { DutyStanding, Obligation } from '../obligations/obligation.ts'
import { must } from '../must.ts'
import { countedIn, type Counted } from './counted.ts'
import { emptyTally, type MutableTally } from './tally.ts'
import { inTally, inYearSet, isCarriedOver, isWaiting, type CountedAt } from './year-set.ts'

/**
 * What one duty contributes to every measure, counted in pieces. Moved ±1 by the live board, counted afresh by
 * `boardOf`; the law tests hold them equal.
 */
export interface DutyFigures {
  /** D's-year obligations settled or past due, plus open ones of any year. */
  readonly tally: MutableTally
  /** Open obligations of earlier years. */
  carriedOver: number
  /** D's-year overdue only (rates leave carried-over ones out). */
  overdueOfYear: number
  /** Late by declaration, D's year: in the whole of the publication rate, not in its part. */
  lateDeclared: number
  /** Those of the above that rest on an assumed limit (half weight in the score). */
  assumedOnTime: number
  assumedLate: number
  assumedLateDeclared: number
  assumedOverdue: number
  assumedUnverified: number
  /** On time, and whole, against the original due days. */
  onTimeOriginal: number
  wholeOriginal: number
  /** Published ones of D's year whose due day hangs on formation, and those with proof source or declared. */
  hanging: number
  hangingProved: number
  /** Due days of what is overdue now (any year), and of what is open and not yet due; as multisets, unsorted. */
  readonly overdueDays: Day[]
  readonly openDays: Day[]
}

export function emptyFigures(): DutyFigures {
  return {
    tally: emptyTally(), carriedOver: 0, overdueOfYear: 0, lateDeclared: 0,
    assumedOnTime: 0, assumedLate: 0, assumedLateDeclared: 0, assumedOverdue: 0, assumedUnverified: 0,
    onTimeOriginal: 0, wholeOriginal: 0, hanging: 0, hangingProved: 0, overdueDays: [], openDays: [],
  }
}

/** One duty with everything judged of it as of a day. */
export interface DutyPart {
  readonly standing: DutyStanding
  readonly figures: DutyFigures
  readonly obligations: readonly Obligation[]
}

/** The figures of one duty counted from scratch: the definition the moved ones must agree with. */
export function figuresOf(obligations: readonly Obligation[], at: CountedAt): DutyFigures {
  const figures = emptyFigures()
  for (const o of obligations) countIn(figures, o, at)
  return figures
}

/** Counts one judged obligation in. */
export function countIn(figures: DutyFigures, o: Obligation, at: CountedAt): void {
  move(figures, o, { step: 1, at })
}

/**
 * Counts one judged obligation out. It must go out as it came in: the same judgement, under the same day and year. A
 * granted extension makes the day matter without a change of status: the day after the original due day the obligation
 * must be counted out under the old day and in under the new one. Throws when a due day never came in.
 */
export function countOut(figures: DutyFigures, o: Obligation, at: CountedAt): void {
  move(figures, o, { step: -1, at })
}

interface Move {
  readonly step: 1 | -1
  readonly at: CountedAt
}

function move(figures: DutyFigures, o: Obligation, { step, at }: Move): void {
  if (inTally(o, at)) figures.tally[o.status] += step
  if (isCarriedOver(o, at)) figures.carriedOver += step
  if (inYearSet(o, at)) moveYearSet(figures, o, step)
  moveOriginal(figures, step, countedIn(o, 'onTimeOriginal', at))
  moveHanging(figures, step, countedIn(o, 'verifiable', at))
  if (o.dueDay === null) return
  if (o.status === 'overdue') moveDay(figures.overdueDays, o.dueDay, step)
  if (isWaiting(o)) moveDay(figures.openDays, o.dueDay, step)
}

function moveYearSet(figures: DutyFigures, o: Obligation, step: 1 | -1): void {
  const assumed = o.flags.includes('assumed') ? step : 0
  const declared = o.status === 'late' && o.lateBy === 'declaration'
  if (o.status === 'overdue') {
    figures.overdueOfYear += step
    figures.assumedOverdue += assumed
  }
  if (o.status === 'onTime') figures.assumedOnTime += assumed
  if (o.status === 'unverified') figures.assumedUnverified += assumed
  if (o.status === 'late') figures.assumedLate += assumed
  if (declared) {
    figures.lateDeclared += step
    figures.assumedLateDeclared += assumed
  }
}

function moveOriginal(figures: DutyFigures, step: 1 | -1, counted: Counted): void {
  if (counted === 'no') return
  figures.wholeOriginal += step
  if (counted === 'part') figures.onTimeOriginal += step
}

function moveHanging(figures: DutyFigures, step: 1 | -1, counted: Counted): void {
  if (counted === 'no') return
  figures.hanging += step
  if (counted === 'part') figures.hangingProved += step
}

/** The days are a multiset: what goes out is replaced by the last one, so their order tells nothing. */
function moveDay(days: Day[], day: Day, step: 1 | -1): void {
  if (step === 1) {
    days.push(day)
    return
  }
  const place = days.indexOf(day)
  if (place < 0) throw new Error(`invariant broken: ${day} was never counted in`)
  const last = must(days.pop(), 'a found day leaves at least one')
  if (place < days.length) days[place] = last
}
