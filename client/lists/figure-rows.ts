import type { Board, CategoryRow, CellRow, UnitRow } from '../../shared/measures/board-rows.ts'
import type { Within } from './openings.ts'

/** Columns of the table of units and categories that sort. */
export type SortBy = 'order' | 'name' | 'score' | 'rank' | 'onTime' | 'eventual' | 'coverage' | 'overdue' | 'longest' | 'dueSoon' | 'unverified'

/** A unit or a category with the figures the table shows; a category has neither score nor rank. */
export interface FigureRow {
  readonly id: string
  readonly name: string
  readonly within: Within
  readonly row: UnitRow | CategoryRow
  /** Units of a kind stand together; categories are all of one. */
  readonly group: string
  readonly score: number | null
  readonly rank: number | null
  readonly longest: number
  readonly dueSoon: number
  readonly cells: readonly FigureCell[]
}

/** One unit × category under its row. */
export interface FigureCell {
  readonly id: string
  readonly name: string
  readonly within: Within
  readonly cell: CellRow
}

/** Units in official order, each over its categories. */
export function unitRows({ units, categories, cells }: Board): FigureRow[] {
  const called = new Map(categories.map(({ id, shortName }) => [id, shortName] as const))
  return units.map((row) => figureRow(row, {
    within: { unit: row.id }, of: cells.filter(({ unit }) => unit === row.id), nameOf: (cell) => called.get(cell.category) ?? cell.category,
  }))
}

/** Categories in the catalogue's order, each over its units. */
export function categoryRows({ units, categories, cells }: Board): FigureRow[] {
  const called = new Map(units.map(({ id, shortName }) => [id, shortName] as const))
  return categories.map((row) => figureRow(row, {
    within: { category: row.id }, of: cells.filter(({ category }) => category === row.id), nameOf: (cell) => called.get(cell.unit) ?? cell.unit,
  }))
}

interface Under {
  readonly within: Within
  readonly of: readonly CellRow[]
  readonly nameOf: (cell: CellRow) => string
}

function figureRow(row: UnitRow | CategoryRow, { within, of, nameOf }: Under): FigureRow {
  return {
    id: row.id, name: row.shortName, within, row, group: 'kind' in row ? row.kind : '', score: 'score' in row ? row.score : null, rank: 'rank' in row ? row.rank : null,
    longest: Math.max(0, ...of.map(({ longestOverdue }) => longestOverdue)),
    dueSoon: of.reduce((sum, cell) => sum + cell.dueSoon, 0),
    cells: of.map((cell) => ({ id: `${cell.unit} ${cell.category}`, name: nameOf(cell), within: { unit: cell.unit, category: cell.category }, cell })),
  }
}

/** The rows by one column, best or most first; those without a figure stand last either way. `order` leaves them as they are. */
export function sortedRows(rows: readonly FigureRow[], by: SortBy, way: 'down' | 'up'): FigureRow[] {
  if (by === 'order') return [...rows]
  if (by === 'name') return [...rows].sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans-CN') * (way === 'up' ? 1 : -1))
  const sign = way === 'down' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a, by), valueOf(b, by)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return (right - left) * sign
  })
}

function valueOf(row: FigureRow, by: Exclude<SortBy, 'order' | 'name'>): number | null {
  switch (by) {
    case 'score': case 'longest': case 'dueSoon': return row[by]
    // The first place is the best: down lists it first.
    case 'rank': return row.rank === null ? null : -row.rank
    case 'onTime': case 'eventual': case 'coverage': return row.row[by].share
    case 'overdue': return row.row.overdue
    case 'unverified': return row.row.tally.unverified
  }
}
