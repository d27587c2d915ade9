import type { EChartsCoreOption } from 'echarts/core'
import { darkInk, sans } from './ink.ts'

interface RollCurve {
  readonly points: readonly { readonly day: string; readonly published: number }[]
  readonly whole: number
  /** First and last day under the line, and the words over the line of all. */
  readonly ends: readonly [string, string]
  readonly owed: string
  readonly u: number
}

/** 累计公布单位: a rising step by day under the line of all that owe it; first, last and whole are labelled, no axis. */
export function rollCurveOption({ points, whole, ends, owed, u }: RollCurve): EChartsCoreOption {
  const text = { fontFamily: sans, fontSize: 2.5 * u }
  const days = points.map(({ day }) => Date.parse(day) / 86_400_000)
  const [first = 0, last = 1] = [days[0], days[days.length - 1]]
  return {
    animation: false,
    grid: { left: 0.4 * u, right: 6 * u, top: 4.4 * u, bottom: 4 * u },
    xAxis: {
      type: 'value', min: first, max: Math.max(last, first + 1), axisTick: { show: false }, splitLine: { show: false },
      axisLine: { lineStyle: { color: darkInk.mk, width: 1 } }, axisLabel: { show: false },
    },
    yAxis: { type: 'value', show: false, min: 0, max: Math.max(1, whole) },
    series: [
      {
        id: 'whole', type: 'line', silent: true, symbol: 'none', lineStyle: { color: darkInk.mk, width: Math.max(1, 0.125 * u) },
        data: [[first, whole], [Math.max(last, first + 1), whole]],
      },
      {
        id: 'published', type: 'line', step: 'end', silent: true, lineStyle: { color: darkInk.tx, width: 0.375 * u },
        symbol: 'circle',
        data: points.map(({ published }, index) => ({
          value: [days[index], published],
          symbolSize: index === points.length - 1 ? 1.4 * u : 0,
          itemStyle: { color: darkInk.tx },
          label: { ...text, show: index === points.length - 1, position: 'right', distance: u, color: darkInk.tx, formatter: String(published) },
        })),
      },
      {
        id: 'ends', type: 'line', silent: true, symbol: 'circle', symbolSize: 0, lineStyle: { width: 0 },
        data: [
          { value: [first, 0], label: { ...text, show: true, color: darkInk.tx3, position: 'bottom', align: 'left', distance: 0.8 * u, formatter: ends[0] } },
          { value: [Math.max(last, first + 1), 0], label: { ...text, show: points.length > 1, color: darkInk.tx3, position: 'bottom', align: 'right', distance: 0.8 * u, formatter: ends[1] } },
          { value: [first, whole], label: { ...text, show: true, color: darkInk.tx3, position: 'top', align: 'left', distance: 0.6 * u, formatter: owed } },
        ],
      },
    ],
  }
}
