import type { EChartsCoreOption } from 'echarts/core'
import type { CategoryRow } from '../../shared/measures/board-rows.ts'
import { darkInk } from './ink.ts'

/** 目录覆盖率 by category: one bar a row over a baseline that is the whole; a category without a share has neither. */
export function coverageOption(categories: readonly CategoryRow[], u: number): EChartsCoreOption {
  const axis = { show: false, type: 'category', inverse: true, data: categories.map(({ id }) => id) }
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { show: false, type: 'value', min: 0, max: 1 },
    yAxis: [axis, axis],
    series: [
      {
        id: 'whole', type: 'bar', silent: true, barWidth: Math.max(1, 0.25 * u), itemStyle: { color: darkInk.mk },
        data: categories.map(({ coverage }) => (coverage.share === null ? null : 1)),
      },
      {
        id: 'covered', type: 'bar', yAxisIndex: 1, silent: true, barWidth: 1.5 * u, itemStyle: { color: darkInk.tx3 },
        data: categories.map(({ coverage }) => coverage.share),
      },
    ],
  }
}
