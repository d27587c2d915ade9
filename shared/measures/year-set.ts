import type { Day } from '../time/day.ts'
import type { Obligation } from '../obligations/obligation.ts'

/** The day a figure is counted as of, and the assessment year that day lies in. */
export interface CountedAt {
  readonly day: Day
  readonly year: number
}

/** Not yet due and not settled: 待公开 or 即将到期. */
export function isWaiting(o: Obligation): boolean {
  return o.status === 'pending' || o.status === 'dueSoon'
}

/** Open: 待公开, 即将到期 or 逾期未公开. Open figures count these of any year. */
export function isOpen(o: Obligation): boolean {
  return isWaiting(o) || o.status === 'overdue'
}

/** The set of rates, delay and score: obligations of the day's assessment year that are settled or past due. */
export function inYearSet(o: Obligation, at: CountedAt): boolean {
  return o.year === at.year && !isWaiting(o)
}

/** An open one of an earlier year (往年结转): in the open figures, in no rate, so 1 January is not green. */
export function isCarriedOver(o: Obligation, at: CountedAt): boolean {
  return o.year < at.year && isOpen(o)
}

/** Counted in a tally: the year set, and open ones of any year. */
export function inTally(o: Obligation, at: CountedAt): boolean {
  return inYearSet(o, at) || isOpen(o)
}
