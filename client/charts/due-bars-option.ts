import type { EChartsCoreOption } from 'echarts/core'
import type { DueBar } from '../lists/due-bars.ts'
import { darkInk, sans } from './ink.ts'

interface DueBarsView {
  /** Pixels of the wall's unit. */
  readonly u: number
  /** Word under the bar of all later days. */
  readonly later: string
}

/** 未来10个工作日到期: one bar a day, its count on top, a zero as a bare baseline; no axis to read off. */
export function dueBarsOption(bars: readonly DueBar[], { u, later }: DueBarsView): EChartsCoreOption {
  const text = { color: darkInk.tx3, fontFamily: sans, fontSize: 2.5 * u }
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 3.6 * u, bottom: 3.6 * u },
    xAxis: {
      type: 'category',
      data: bars.map(({ day }) => (day === null ? later : String(+day.slice(8, 10)))),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: darkInk.mk, width: 1 } },
      axisLabel: { ...text, interval: 0, margin: 0.9 * u },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [{
      id: 'due',
      type: 'bar',
      barWidth: '34%',
      data: bars.map(({ pieces }) => ({ value: pieces, label: { color: pieces === 0 ? darkInk.tx3 : darkInk.tx } })),
      itemStyle: { color: darkInk.tx3 },
      label: { show: true, position: 'top', distance: 0.7 * u, fontFamily: sans, fontSize: 2.5 * u },
      silent: true,
    }],
  }
}
