/** How long overdue, in the three steps of the matrix: 1–5, 6–20, more than 20 working days. */
export type Depth = 1 | 2 | 3

/** The step of a number of overdue working days; 0 when nothing is overdue. */
export function depthOf(workdays: number): Depth | 0 {
  if (workdays <= 0) return 0
  if (workdays <= 5) return 1
  return workdays <= 20 ? 2 : 3
}
