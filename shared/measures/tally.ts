import type { Status } from '../obligations/obligation.ts'

/** Counts of obligations by status. */
export type Tally = Readonly<Record<Status, number>>
/** A tally that is moved ±1. */
export type MutableTally = Record<Status, number>

export function emptyTally(): MutableTally {
  return { pending: 0, dueSoon: 0, overdue: 0, onTime: 0, late: 0, unverified: 0, nothing: 0, exempt: 0, unknown: 0 }
}
