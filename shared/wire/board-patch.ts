import type { Board, CellRow } from '../measures/board-rows.ts'
import { deepEqual } from './deep-equal.ts'
import type { Patch } from './events.ts'
import { diffRows, patchRows, reuseRows } from './row-patch.ts'

const byId = (row: { readonly id: string }): string => row.id
const bySeq = (row: { readonly seq: number }): string => String(row.seq)
const byPlace = (row: Pick<CellRow, 'unit' | 'category'>): string => `${row.unit}|${row.category}`

/** Fields sent whole when they differ. */
const wholeFields = [
  'day', 'asOf', 'knownAt', 'sample', 'district', 'recent', 'due', 'itemNames', 'lastEventAt', 'lastSourceAt', 'outages',
] as const satisfies readonly (keyof Board & keyof Patch)[]

/** What turns board `a` into board `b`: `applyPatch(a, diffBoards(a, b))` equals `b`, order of rows included. */
export function diffBoards(a: Board, b: Board): Patch {
  const changed = wholeFields.filter((field) => !deepEqual(a[field], b[field]))
  const units = diffRows(a.units, b.units, byId)
  const categories = diffRows(a.categories, b.categories, byId)
  const cells = diffRows(a.cells, b.cells, byPlace)
  return {
    from: a.revision,
    to: b.revision,
    ...pick(b, changed),
    ...(units.rows && { units: units.rows }),
    ...(units.gone && { unitsGone: units.gone }),
    ...(units.order && { unitOrder: units.order }),
    ...(categories.rows && { categories: categories.rows }),
    ...(categories.gone && { categoriesGone: categories.gone }),
    ...(categories.order && { categoryOrder: categories.order }),
    ...(cells.rows && { cells: cells.rows }),
    ...(cells.gone && { cellsGone: cells.gone.map(placeOf) }),
    ...(cells.order && { cellOrder: cells.order.map(placeOf) }),
  }
}

/**
 * The board after a patch; `a` is left as it is and rows that did not change are the same objects. The patch must start at
 * the board's revision (throws): with a gap a whole board is asked for. Fields it does not know are ignored.
 */
export function applyPatch(a: Board, patch: Patch): Board {
  if (patch.from !== a.revision) throw new Error(`invariant broken: patch from ${patch.from} on revision ${a.revision}`)
  return {
    revision: patch.to,
    day: patch.day ?? a.day,
    asOf: patch.asOf ?? a.asOf,
    knownAt: patch.knownAt === undefined ? a.knownAt : patch.knownAt,
    sample: patch.sample ?? a.sample,
    district: patch.district ?? a.district,
    units: patchRows(a.units, rowsOf(patch.units, patch.unitsGone, patch.unitOrder), byId),
    categories: patchRows(a.categories, rowsOf(patch.categories, patch.categoriesGone, patch.categoryOrder), byId),
    cells: patchRows(a.cells, rowsOf(patch.cells, patch.cellsGone?.map(byPlace), patch.cellOrder?.map(byPlace)), byPlace),
    recent: patch.recent ? reuseRows(a.recent, patch.recent, bySeq) : a.recent,
    due: patch.due ? reuseRows(a.due, patch.due, byId) : a.due,
    itemNames: patch.itemNames ?? a.itemNames,
    lastEventAt: patch.lastEventAt === undefined ? a.lastEventAt : patch.lastEventAt,
    lastSourceAt: patch.lastSourceAt === undefined ? a.lastSourceAt : patch.lastSourceAt,
    outages: patch.outages ?? a.outages,
  }
}

type WholeField = (typeof wholeFields)[number]

function pick(board: Board, fields: readonly WholeField[]): Partial<Pick<Board, WholeField>> {
  return Object.fromEntries(fields.map((field) => [field, board[field]]))
}

function rowsOf<Row>(
  rows: readonly Row[] | undefined, gone: readonly string[] | undefined, order: readonly string[] | undefined,
): { rows?: readonly Row[]; gone?: readonly string[]; order?: readonly string[] } {
  return { ...(rows && { rows }), ...(gone && { gone }), ...(order && { order }) }
}

/** Unit ids hold no bar. */
function placeOf(key: string): { readonly unit: string; readonly category: string } {
  const bar = key.indexOf('|')
  return { unit: key.slice(0, bar), category: key.slice(bar + 1) }
}
