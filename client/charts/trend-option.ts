import type { EChartsCoreOption } from 'echarts/core'
import type { TrendPoint } from '../../shared/measures/trend.ts'
import type { Ratio } from '../../shared/measures/ratio.ts'
import { darkInk, sans } from './ink.ts'

interface TrendView {
  readonly u: number
  readonly names: { readonly onTime: string; readonly eventual: string }
  readonly percent: (ratio: Ratio) => string
  /** Under the line: "3月". */
  readonly month: (point: TrendPoint) => string
}

type Rate = 'onTime' | 'eventual'

/** Points whose figure is written: the first of a year's line and its last above it, its lowest below. */
export function labelled(points: readonly TrendPoint[], rate: Rate): ReadonlyMap<number, 'top' | 'bottom'> {
  const shares = points.map((point) => point[rate].share)
  const known = shares.flatMap((share, index) => (share === null ? [] : [index]))
  const first = known[0]
  const last = known[known.length - 1]
  if (first === undefined || last === undefined) return new Map()
  const lowest = known.reduce((low, index) => (shares[index]! < shares[low]! ? index : low), first)
  return new Map([[first, 'top'], [last, 'top'], ...(known.length > 2 ? [[lowest, 'bottom'] as const] : [])])
}

/** 按时公开率 and 公开率 at the month ends: no grid and no axis, the points say their figure; a new year begins a new line. */
export function trendOption(points: readonly TrendPoint[], { u, names, percent, month }: TrendView): EChartsCoreOption {
  const shares = points.flatMap(({ onTime, eventual }) => [onTime.share, eventual.share]).filter((share) => share !== null)
  const low = Math.min(1, ...shares)
  const line = (rate: Rate, year: number) => {
    const isOnTime = rate === 'onTime'
    const last = points.length - 1
    const ofYear = points.map((point, index) => ({ point, index })).filter(({ point }) => point.year === year)
    const shown = labelled(ofYear.map(({ point }) => point), rate)
    const color = isOnTime ? darkInk.tx : darkInk.tx3
    return {
      id: `${rate}-${year}`, type: 'line', silent: true, symbol: 'circle', connectNulls: true,
      lineStyle: { color, width: 0.375 * u, ...(isOnTime ? {} : { type: [0.8 * u, 0.6 * u] }) },
      data: ofYear.map(({ point, index }, place) => ({
        value: [index, point[rate].share],
        symbolSize: index === last ? 1.4 * u : shown.has(place) ? 0.8 * u : 0,
        itemStyle: { color },
        label: {
          show: shown.has(place), fontFamily: sans, fontSize: (index === last ? 3 : 2.5) * u, color: isOnTime ? darkInk.tx : darkInk.tx2,
          ...(index === last
            ? { position: 'right', distance: 1.2 * u, formatter: `${names[rate]} ${percent(point[rate])}%` }
            : { position: shown.get(place) ?? 'top', distance: u, formatter: percent(point[rate]) }),
        },
      })),
    }
  }
  const years = [...new Set(points.map(({ year }) => year))]
  return {
    animation: false,
    grid: { left: 3 * u, right: 27 * u, top: 5 * u, bottom: 4.4 * u },
    xAxis: {
      type: 'category', boundaryGap: false, data: points.map(month), axisTick: { show: false },
      axisLine: { lineStyle: { color: darkInk.mk, width: 1 } },
      axisLabel: { color: darkInk.tx3, fontFamily: sans, fontSize: 2.5 * u, interval: 0, margin: 1.2 * u },
    },
    yAxis: { type: 'value', show: false, min: Math.max(0, low - (1 - low) * 0.45 - 0.005), max: 1 },
    series: years.flatMap((year) => [line('onTime', year), line('eventual', year)]),
  }
}
