import type { CellRow } from './board-rows.ts'
import type { DutyPart } from './figures.ts'
import { addPart, emptySums, type Sums, type Yardstick } from './sums.ts'

/** Sums of one unit's duties by category; a category without a duty has no entry (empty, not zero). */
export function cellSumsOf(parts: readonly DutyPart[], yardstick: Yardstick): ReadonlyMap<string, Sums> {
  const cells = new Map<string, Sums>()
  for (const part of parts) {
    if (part.standing.state === 'notApplicable' && part.obligations.length === 0) continue
    const { category } = part.standing
    let sums = cells.get(category)
    if (!sums) {
      sums = emptySums()
      cells.set(category, sums)
    }
    addPart(sums, part, yardstick)
  }
  return cells
}

/** A cell of the heatmap (单位 × 类别): how much is overdue there, how long, and what falls due within 10 working days. */
export function cellRowOf(unit: string, category: string, sums: Sums): CellRow {
  return {
    unit, category, tally: sums.tally, overdue: sums.tally.overdue, longestOverdue: sums.longestOverdue,
    totalOverdue: sums.totalOverdue, dueSoon: sums.dueWithin10,
  }
}
