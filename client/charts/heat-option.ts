import type { CustomSeriesOption } from 'echarts/charts'
import type { EChartsCoreOption } from 'echarts/core'
import type { CellRow, UnitRow } from '../../shared/measures/board-rows.ts'
import { depthOf } from '../lists/depth.ts'
import type { HeatMatrix } from '../lists/heat-matrix.ts'
import { heatMark, type HeatMarkKind } from './heat-marks.ts'
import { darkInk, sans } from './ink.ts'

export interface HeatView {
  /** Pixels of the wall's unit. */
  readonly u: number
  /** Head of the last column: the row's sum. */
  readonly total: string
  /** What a merged unit's row says instead of cells. */
  readonly merged: (unit: UnitRow) => string
}

/** Pieces left of the first column and above the first row, in wall units. */
const LABEL_U = 18
const HEAD_U = 11.6

/** The mark of one unit × category: overdue by depth before due within 10 working days before a bare duty. */
export function markOf(cell: CellRow): HeatMarkKind {
  const depth = depthOf(cell.longestOverdue)
  if (depth !== 0) return `z${depth}`
  return cell.dueSoon > 0 ? 'due' : 'duty'
}

type Item = readonly [column: number, row: number, kind: string, text: string]

function custom(id: string, z: number, data: Item[], u: number): CustomSeriesOption {
  return {
    id, type: 'custom', z, silent: true, animation: false, clip: false, data: data as unknown as number[][],
    encode: { x: 0, y: 1 },
    renderItem: (params, api) => {
      const [, , kind, text] = data[params.dataIndex]!
      const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const [width = 0, height = 0] = api.size!([1, 1]) as number[]
      return heatMark(kind as HeatMarkKind, { x, y, width, height, u, text, names: LABEL_U * u })
    },
  }
}

/** 逾期热力: units × categories and the row's sum. No duty draws nothing; three steps of depth, no gradient. */
export function heatOption({ units, categories, cells }: HeatMatrix, { u, total, merged }: HeatView): EChartsCoreOption {
  const column = new Map(categories.map(({ id }, index) => [id, index] as const))
  const row = new Map(units.map(({ id }, index) => [id, index] as const))
  const hotColumns = new Set(cells.filter((cell) => cell.overdue > 0).map((cell) => cell.category))
  const marks = cells.flatMap((cell): Item[] => {
    const at = [column.get(cell.category), row.get(cell.unit)] as const
    if (at[0] === undefined || at[1] === undefined) return []
    // A merged unit's row says where it went; only what fell due under its own name stays marked.
    if (units[at[1]]?.validTo != null && cell.overdue === 0) return []
    return [[at[0], at[1], markOf(cell), String(cell.overdue)]]
  })
  const label = { fontFamily: sans, fontSize: 2.5 * u, margin: 0 }
  return {
    animation: false,
    grid: { left: LABEL_U * u, right: 0, top: HEAD_U * u, bottom: 0 },
    xAxis: {
      type: 'category', position: 'top', data: [...categories.map(({ shortName }) => shortName), total],
      axisTick: { show: false }, axisLine: { lineStyle: { color: darkInk.tx2, width: 0.25 * u } },
      axisLabel: {
        ...label, interval: 0, lineHeight: 2.7 * u, margin: 0.8 * u,
        formatter: (name: string) => [...name].join('\n'),
        color: (_: string, index: number) => (index === categories.length || hotColumns.has(categories[index]?.id ?? '') ? darkInk.tx : darkInk.tx3),
      },
    },
    yAxis: {
      type: 'category', inverse: true, data: units.map(({ shortName }) => shortName), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: {
        ...label, interval: 0, align: 'left', margin: LABEL_U * u - 0.6 * u,
        color: (_: string, index: number) => (units[index]?.overdue ? darkInk.tx : darkInk.tx3),
      },
    },
    series: [
      custom('band', 0, rowsOf(units, 'band', (unit) => unit.overdue > 0, categories.length), u),
      custom('rule', 0, rules(units, categories.length), u),
      custom('cells', 3, marks, u),
      custom('totals', 3, units.flatMap((unit, y): Item[] => (unit.overdue > 0 ? [[categories.length, y, 'total', String(unit.overdue)]] : [])), u),
      custom('merged', 3, units.flatMap((unit, y): Item[] => (unit.validTo === null || unit.overdue > 0 ? [] : [[0, y, 'note', merged(unit)]])), u),
    ],
  }
}

/** A mark over whole rows stands at column 0 and carries the number of columns as its text. */
function rowsOf(units: readonly UnitRow[], kind: HeatMarkKind, wanted: (unit: UnitRow) => boolean, columns: number): Item[] {
  return units.flatMap((unit, y): Item[] => (wanted(unit) ? [[0, y, kind, String(columns + 1)]] : []))
}

/** A hairline every five rows of a kind, a stronger one where the kind changes. */
function rules(units: readonly UnitRow[], columns: number): Item[] {
  let run = 0
  return units.flatMap((unit, y): Item[] => {
    const next = units[y + 1]
    run += 1
    if (next === undefined) return []
    if (next.kind !== unit.kind) {
      run = 0
      return [[0, y, 'break', String(columns + 1)]]
    }
    return run % 5 === 0 ? [[0, y, 'rule', String(columns + 1)]] : []
  })
}
