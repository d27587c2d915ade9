import type { CustomSeriesOption } from 'echarts/charts'
import type { EChartsCoreOption } from 'echarts/core'
import type { CellRow, UnitRow } from '../../../shared/measures/board-rows.ts'
import { depthOf } from '../../../client/lists/depth.ts'
import type { HeatMatrix } from '../../../client/lists/heat-matrix.ts'
import { heatMark, type HeatMarkKind } from './heat-marks.ts'
import { darkInk, sans } from '../../../client/charts/ink.ts'

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
  const depth = depthOf(cell)
  if (depth !== 0) return `z${depth}`
  return cell.dueSoon > 0 ? 'due' : 'duty'
}

type Item = readonly [column: number, row: number, kind: string, text: string]

interface Layer {
  readonly id: string
  readonly z: number
  readonly data: readonly Item[]
  readonly u: number
}

function custom({ id, z, data, u }: Layer): CustomSeriesOption {
  return {
    id, type: 'custom', z, silent: true, animation: false, clip: false, data: data.map(([x, y]) => [x, y]),
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
    const unit = at[1] === undefined ? undefined : units[at[1]]
    return at[0] === undefined || at[1] === undefined || unit === undefined || showsMerged(unit)
      ? []
      : [[at[0], at[1], markOf(cell), String(cell.overdue)]]
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
      custom({ id: 'band', z: 0, u, data: bands(units, categories.length) }),
      custom({ id: 'rule', z: 0, u, data: rules(units, categories.length) }),
      custom({ id: 'cells', z: 3, u, data: marks }),
      custom({ id: 'totals', z: 3, u, data: totals(units, categories.length) }),
      custom({ id: 'merged', z: 3, u, data: units.flatMap((unit, y): Item[] => (showsMerged(unit) ? [[0, y, 'note', merged(unit)]] : [])) }),
    ],
  }
}

/** A merged unit's row says where it went, unless something under its own name is still overdue. */
function showsMerged(unit: UnitRow): boolean {
  return unit.validTo !== null && unit.overdue === 0
}

/** A mark over whole rows stands at column 0 and carries the number of columns as its text. */
function bands(units: readonly UnitRow[], columns: number): Item[] {
  return units.flatMap((unit, y): Item[] => (unit.overdue > 0 ? [[0, y, 'band', String(columns + 1)]] : []))
}

function totals(units: readonly UnitRow[], columns: number): Item[] {
  return units.flatMap((unit, y): Item[] => (unit.overdue > 0 ? [[columns, y, 'total', String(unit.overdue)]] : []))
}

/** Rows of a kind from which on a hairline every five helps the eye. */
const LONG = 10

/** A hairline every five rows of a long kind, a stronger one where the kind changes. */
function rules(units: readonly UnitRow[], columns: number): Item[] {
  const size = new Map<string, number>()
  for (const { kind } of units) size.set(kind, (size.get(kind) ?? 0) + 1)
  let run = 0
  return units.flatMap((unit, y): Item[] => {
    const next = units[y + 1]
    run += 1
    if (next === undefined) return []
    if (next.kind !== unit.kind) {
      run = 0
      return [[0, y, 'break', String(columns + 1)]]
    }
    return run % 5 === 0 && (size.get(unit.kind) ?? 0) > LONG ? [[0, y, 'rule', String(columns + 1)]] : []
  })
}
