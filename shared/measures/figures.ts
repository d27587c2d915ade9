import type { Day } from '../time/day.ts'
import type { DutyStanding, Obligation } from '../obligations/obligation.ts'
import { emptyTally, type MutableTally } from './tally.ts'

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
