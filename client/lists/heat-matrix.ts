import type { Board, CategoryRow, CellRow, UnitRow } from '../../shared/measures/board-rows.ts'
import type { UnitKind } from '../../shared/catalogue/item.ts'
import { depthOf, type Depth } from './depth.ts'

/** Rows of the matrix in official order (机构序), columns in document order; the cells of these rows only. */
export interface HeatMatrix {
  readonly units: readonly UnitRow[]
  readonly categories: readonly CategoryRow[]
  readonly cells: readonly CellRow[]
}

export const departmentKinds: readonly UnitKind[] = ['department']
export const otherKinds: readonly UnitKind[] = ['institution', 'vertical', 'street', 'town']

export function heatMatrix(board: Board, kinds: readonly UnitKind[]): HeatMatrix {
  const units = board.units.filter((unit) => kinds.includes(unit.kind))
  const shown = new Set(units.map((unit) => unit.id))
  return { units, categories: board.categories, cells: board.cells.filter((cell) => shown.has(cell.unit)) }
}

/** What stands beside the matrix: totals over its rows, and its cells counted by depth. */
export interface HeatSummary {
  readonly overdue: number
  readonly overdueUnits: number
  readonly dueSoon: number
  /** Cells whose longest overdue piece lies in each of the three steps. */
  readonly cellsByDepth: readonly [number, number, number]
}

export function heatSummary({ units, cells }: HeatMatrix): HeatSummary {
  const cellsByDepth: [number, number, number] = [0, 0, 0]
  let dueSoon = 0
  for (const cell of cells) {
    dueSoon += cell.dueSoon
    const depth = depthOf(cell)
    if (depth !== 0) cellsByDepth[depth - 1]! += 1
  }
  const late = units.filter((unit) => unit.overdue > 0)
  return { overdue: late.reduce((sum, unit) => sum + unit.overdue, 0), overdueUnits: late.length, dueSoon, cellsByDepth }
}

export interface LongestRow {
  readonly unit: UnitRow
  readonly category: CategoryRow
  readonly workdays: number
  readonly depth: Depth | 0
}

/** The cells overdue longest, at most `most`. */
export function longestCells({ units, categories, cells }: HeatMatrix, most: number): LongestRow[] {
  return cells
    .filter((cell) => cell.overdue > 0)
    .sort((a, b) => b.longestOverdue - a.longestOverdue || b.overdue - a.overdue)
    .slice(0, most)
    .flatMap((cell) => {
      const unit = units.find(({ id }) => id === cell.unit)
      const category = categories.find(({ id }) => id === cell.category)
      return unit && category ? [{ unit, category, workdays: cell.longestOverdue, depth: depthOf(cell) }] : []
    })
}
