import type { Status } from '../obligations/obligation.ts'

/** A change of status; null: not there. */
interface Move {
  readonly from: Status | null
  readonly to: Status | null
}

/**
 * Where a change stands in the list of changes, the gravest first: turned overdue, cleared, came late, lost sight of,
 * settled, vanished, near its due day, newly opened.
 */
export function gravityOf({ from, to }: Move): number {
  if (to === 'overdue') return 0
  if (from === 'overdue') return 1
  if (to === 'late') return 2
  if (to === 'unknown') return 3
  if (to === null) return 5
  if (to === 'dueSoon') return from === null ? 7 : 6
  return to === 'pending' ? 8 : 4
}
