import type { Ratio } from '../../shared/measures/ratio.ts'
import type { TrendPoint } from '../../shared/measures/trend.ts'

/** How a rate moved since the end of last month, in percentage points with one decimal. */
export type Change = { readonly way: 'up' | 'down'; readonly points: string } | { readonly way: 'same' } | { readonly way: 'unknown' }

/** Which rate of a trend point. */
export type Rate = 'onTime' | 'eventual' | 'coverage'

/** The change of a rate on last month; unknown without last month's figure, and for the year's rates across a year's end. */
export function changeOf(rate: Rate, now: Ratio, { previous, year }: { previous: TrendPoint | null; year: number }): Change {
  const before = previous?.[rate].share
  if (before === undefined || before === null || now.share === null) return { way: 'unknown' }
  if (rate !== 'coverage' && previous?.year !== year) return { way: 'unknown' }
  const tenths = Math.round((now.share - before) * 1000)
  return tenths === 0 ? { way: 'same' } : { way: tenths > 0 ? 'up' : 'down', points: (Math.abs(tenths) / 10).toFixed(1) }
}
