import type { Board, UnitRow } from '../../shared/measures/board-rows.ts'

export interface OverdueUnit {
  readonly unit: UnitRow
  /** Category of the piece that is overdue longest, and how many categories hold one. */
  readonly category: string
  readonly categories: number
}

/** Units with something overdue, longest first, then by count; at most `most` (never more than five on the wall). */
export function overdueUnits(board: Board, most: number): OverdueUnit[] {
  return board.units
    .filter((unit) => unit.overdue > 0)
    .sort((a, b) => b.longestOverdue - a.longestOverdue || b.overdue - a.overdue)
    .slice(0, most)
    .map((unit) => {
      const cells = board.cells.filter((cell) => cell.unit === unit.id && cell.overdue > 0)
      const worst = [...cells].sort((a, b) => b.longestOverdue - a.longestOverdue)[0]
      const category = board.categories.find(({ id }) => id === worst?.category)
      return { unit, category: category?.shortName ?? '', categories: cells.length }
    })
}
