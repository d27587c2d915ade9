import type { CellRow, UnitRow } from '../../shared/measures/board-rows.ts'
import { depthOf } from '../lists/depth.ts'
import { isUnheard, type HeatMatrix } from '../lists/heat-matrix.ts'
import { darkInk } from './ink.ts'

/** The sheet the matrix is drawn on, and the wall's unit, all in pixels. */
export interface HeatSheet {
  readonly width: number
  readonly height: number
  readonly u: number
}

export type HeatMarkKind = 'z1' | 'z2' | 'z3' | 'due' | 'duty'

/** One unit × category: the middle of its cell. */
export interface HeatMark {
  readonly key: string
  readonly kind: HeatMarkKind
  readonly x: number
  readonly y: number
  /** Pieces overdue; empty when none is. */
  readonly text: string
  /** 数据中断: hatched. */
  readonly unheard: boolean
}

export interface HeatLabel {
  readonly key: string
  readonly text: string
  readonly x: number
  readonly y: number
  /** Something under it is overdue. */
  readonly hot: boolean
}

/** A stretch over a whole row. */
export interface HeatBand {
  readonly key: string
  readonly kind: 'band' | 'rule' | 'break'
  readonly y: number
  readonly height: number
}

export interface HeatDrawing {
  /** Square of an overdue cell. */
  readonly cell: { readonly width: number; readonly height: number }
  /** The whole place of a cell, which a hatch fills. */
  readonly place: { readonly width: number; readonly height: number }
  readonly bands: readonly HeatBand[]
  readonly heads: readonly HeatLabel[]
  readonly names: readonly HeatLabel[]
  readonly marks: readonly HeatMark[]
  readonly totals: readonly HeatLabel[]
  readonly notes: readonly HeatLabel[]
  /** The line under the heads. */
  readonly axis: { readonly x: number; readonly y: number }
}

/** Width of the names and height of the heads, in wall units. */
const LABEL_U = 19
const HEAD_U = 11.6

/** The mark of one unit × category: overdue by depth before due within 10 working days before a bare duty. */
export function markOf(cell: CellRow): HeatMarkKind {
  const depth = depthOf(cell)
  if (depth !== 0) return `z${depth}`
  return cell.dueSoon > 0 ? 'due' : 'duty'
}

/** Fill, edge and figure of a mark. Vermilion is overdue and nothing else; three steps of depth, no gradient. */
export function inkOf(kind: HeatMarkKind): { readonly fill: string; readonly edge: string; readonly text: string } {
  switch (kind) {
    case 'z1': return { fill: 'none', edge: darkInk.zhu, text: darkInk.zhu }
    case 'z2': return { fill: darkInk.z2, edge: darkInk.zhu, text: darkInk.tx }
    case 'z3': return { fill: darkInk.z3, edge: darkInk.z3, text: darkInk.bg }
    case 'due': return { fill: 'none', edge: darkInk.tx2, text: darkInk.tx2 }
    case 'duty': return { fill: darkInk.mk, edge: 'none', text: darkInk.tx3 }
  }
}

/** 逾期热力: units × categories and the row's sum. No duty draws nothing; `merged` is what a merged unit's row says instead. */
export function heatDrawing(
  { units, categories, cells, unheard }: HeatMatrix, { width, height, u }: HeatSheet,
  { total, merged }: { readonly total: string; readonly merged: (unit: UnitRow) => string },
): HeatDrawing {
  const left = LABEL_U * u
  const top = HEAD_U * u
  const step = (width - left) / (categories.length + 1)
  const pitch = (height - top) / Math.max(1, units.length)
  const xOf = (column: number) => left + (column + 0.5) * step
  const yOf = (row: number) => top + (row + 0.5) * pitch
  const column = new Map(categories.map(({ id }, index) => [id, index] as const))
  const row = new Map(units.map(({ id }, index) => [id, index] as const))
  const hotColumns = new Set(cells.filter((cell) => cell.overdue > 0).map((cell) => cell.category))
  const late = (unit: UnitRow) => unit.overdue > 0
  return {
    cell: { width: Math.min(step - 1.2 * u, 9 * u), height: Math.min(pitch - 0.7 * u, 4 * u) },
    place: { width: step - 0.4 * u, height: pitch - 0.3 * u },
    axis: { x: left, y: top },
    bands: [
      ...units.flatMap((unit, n): HeatBand[] => (late(unit) ? [{ key: unit.id, kind: 'band', ...stretch(top + n * pitch, pitch) }] : [])),
      ...lines(units).map(({ kind, after }): HeatBand => ({ key: `${kind}${after}`, kind, ...stretch(top + (after + 1) * pitch, 0.125 * u) })),
    ],
    heads: [...categories.map(({ id, shortName }) => ({ key: id, text: shortName, hot: hotColumns.has(id) })), { key: '', text: total, hot: true }]
      .map((head, n) => ({ ...head, x: xOf(n), y: top - 0.8 * u })),
    names: units.map((unit, n) => ({ key: unit.id, text: unit.shortName, x: 0.6 * u, y: yOf(n), hot: late(unit) })),
    marks: cells.flatMap((cell): HeatMark[] => {
      const [x, y] = [column.get(cell.category), row.get(cell.unit)]
      const unit = y === undefined ? undefined : units[y]
      if (x === undefined || y === undefined || unit === undefined || showsMerged(unit)) return []
      return [{ key: `${cell.unit}|${cell.category}`, kind: markOf(cell), x: xOf(x), y: yOf(y), text: cell.overdue > 0 ? String(cell.overdue) : '', unheard: isUnheard(unheard, cell) }]
    }),
    totals: units.flatMap((unit, n) => (late(unit) ? [{ key: unit.id, text: String(unit.overdue), x: xOf(categories.length), y: yOf(n), hot: true }] : [])),
    notes: units.flatMap((unit, n) => (showsMerged(unit) ? [{ key: unit.id, text: merged(unit), x: left + 0.8 * u, y: yOf(n), hot: false }] : [])),
  }
}

/** Keys of marks that stand where they stood and read otherwise. */
export function changedMarks(before: HeatDrawing, now: HeatDrawing): string[] {
  const old = new Map(before.marks.map((mark) => [mark.key, mark] as const))
  return now.marks.flatMap(({ key, kind, text, x, y }) => {
    const was = old.get(key)
    return was === undefined || was.x !== x || was.y !== y || (was.kind === kind && was.text === text) ? [] : [key]
  })
}

/** A merged unit's row says where it went, unless something under its own name is still overdue. */
function showsMerged(unit: UnitRow): boolean {
  return unit.validTo !== null && unit.overdue === 0
}

/** On whole pixels, so that a hairline is one. */
function stretch(y: number, height: number): { y: number; height: number } {
  return { y: Math.round(y), height: Math.max(1, Math.round(height)) }
}

/** Rows of a kind from which on a hairline every five helps the eye. */
const LONG = 10

/** A hairline every five rows of a long kind, a stronger one where the kind changes. */
function lines(units: readonly UnitRow[]): { readonly kind: 'rule' | 'break'; readonly after: number }[] {
  const size = new Map<string, number>()
  for (const { kind } of units) size.set(kind, (size.get(kind) ?? 0) + 1)
  let run = 0
  return units.flatMap(({ kind }, after): { kind: 'rule' | 'break'; after: number }[] => {
    const next = units[after + 1]
    run += 1
    if (next === undefined) return []
    if (next.kind !== kind) {
      run = 0
      return [{ kind: 'break', after }]
    }
    return run % 5 === 0 && (size.get(kind) ?? 0) > LONG ? [{ kind: 'rule', after }] : []
  })
}
