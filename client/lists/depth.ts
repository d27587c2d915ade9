/** How long overdue, in the three steps of the matrix: up to 5, 6–20, more than 20 working days. */
export type Depth = 1 | 2 | 3

/** What stands overdue somewhere: pieces, and working days of the longest. */
export interface Overdue {
  readonly overdue: number
  readonly longestOverdue: number
}

/** The step of what is overdue; 0 when nothing is. Overdue since a weekend counts 0 working days and is overdue all the same. */
export function depthOf({ overdue, longestOverdue }: Overdue): Depth | 0 {
  if (overdue === 0) return 0
  if (longestOverdue <= 5) return 1
  return longestOverdue <= 20 ? 2 : 3
}
