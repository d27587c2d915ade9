import type { Ratio } from '../../shared/measures/ratio.ts'
import type { TrendPoint } from '../../shared/measures/trend.ts'

/** Which rate of a trend point. */
export type Rate = 'onTime' | 'eventual' | 'coverage'

/** How a rate moved since the end of last month, in percentage points with one decimal. */
export interface RateChange {
  readonly direction: 'up' | 'down' | 'level'
  readonly points: string
}

/** ▲▼ of a rate; null without a share on either side. Refuses nothing else: a move below 0.05 points is level. */
export function rateChange(now: Ratio, before: Ratio | undefined): RateChange | null {
  if (now.share === null || before === undefined || before.share === null) return null
  const tenths = Math.round((now.share - before.share) * 1000)
  return { direction: tenths > 0 ? 'up' : tenths < 0 ? 'down' : 'level', points: (Math.abs(tenths) / 10).toFixed(1) }
}

/**
 * Last month's ratio a rate is compared with: the year's rates begin from nothing each January, the coverage of a day is
 * no figure of its year alone.
 */
export function lastMonths(rate: Rate, previous: TrendPoint | null, year: number): Ratio | undefined {
  return (rate === 'coverage' ? previous ?? undefined : comparable(previous, year))?.[rate]
}

/** The end of last month, where its rates are of the same year as today's: a new year begins from nothing and has no 较上月. */
export function comparable(previous: TrendPoint | null, year: number | undefined): TrendPoint | undefined {
  return previous !== null && previous.year === year ? previous : undefined
}
