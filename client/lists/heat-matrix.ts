import type { Board, CategoryRow, CellRow, UnitRow } from '../../shared/measures/board-rows.ts'
import type { UnitKind } from '../../shared/catalogue/item.ts'
import { depthOf, type Depth } from './depth.ts'

/** Rows of the matrix in official order (机构序), columns in document order; the cells of these rows only. */
export interface HeatMatrix {
  readonly units: readonly UnitRow[]
  readonly categories: readonly CategoryRow[]
  readonly cells: readonly CellRow[]
  /** Unit → categories of which no feed speaks now (数据中断). */
  readonly unheard: Readonly<Record<string, readonly string[]>>
}

export const departmentKinds: readonly UnitKind[] = ['department']
export const otherKinds: readonly UnitKind[] = ['institution', 'vertical', 'street', 'town']

export function heatMatrix(board: Board, kinds: readonly UnitKind[]): HeatMatrix {
  const units = board.units.filter((unit) => kinds.includes(unit.kind))
  const shown = new Set(units.map((unit) => unit.id))
  return { units, categories: board.categories, cells: board.cells.filter((cell) => shown.has(cell.unit)), unheard: board.outages.cells }
}

/** The rows of a matrix shared out over as few parts as hold `rows` each, as evenly as can be, official order kept; the cells with them. */
export function heatParts(matrix: HeatMatrix, rows: number): HeatMatrix[] {
  const parts = Math.max(1, Math.ceil(matrix.units.length / rows))
  const bounds = Array.from({ length: parts + 1 }, (_, n) => Math.round((n * matrix.units.length) / parts))
  return bounds.slice(1).map((to, n) => {
    const units = matrix.units.slice(bounds[n], to)
    const shown = new Set(units.map(({ id }) => id))
    return { ...matrix, units, cells: matrix.cells.filter((cell) => shown.has(cell.unit)) }
  })
}

/** What stands beside the matrix: totals over its rows, and its cells counted by depth. */
export interface HeatSummary {
  readonly overdue: number
  readonly overdueUnits: number
  readonly dueSoon: number
  readonly unheard: number
  /** Cells whose longest overdue piece lies in each of the three steps. */
  readonly cellsByDepth: readonly [number, number, number]
}

export function heatSummary({ units, cells, unheard }: HeatMatrix): HeatSummary {
  const cellsByDepth: [number, number, number] = [0, 0, 0]
  let dueSoon = 0
  for (const cell of cells) {
    dueSoon += cell.dueSoon
    const depth = depthOf(cell)
    if (depth !== 0) cellsByDepth[depth - 1]! += 1
  }
  const late = units.filter((unit) => unit.overdue > 0)
  return { overdue: late.reduce((sum, unit) => sum + unit.overdue, 0), overdueUnits: late.length, dueSoon, unheard: cells.filter((cell) => isUnheard(unheard, cell)).length, cellsByDepth }
}

export function isUnheard(unheard: HeatMatrix['unheard'], { unit, category }: CellRow): boolean {
  return unheard[unit]?.includes(category) === true
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
