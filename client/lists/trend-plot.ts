import type { TrendPoint } from '../../shared/measures/trend.ts'
import { addDays, addMonths, daysBetween, type Day } from '../../shared/time/day.ts'
import { percentText } from '../figure-text.ts'
import type { Rate } from './rate-change.ts'

/** Months drawn, the running one included. */
const MONTHS = 12

export interface PlotSize {
  readonly width: number
  readonly height: number
  /** Months of the axis still without a point of their own, right after a start. */
  readonly missing: number
  /** Which rate the line is of. */
  readonly rate: Rate
}

/** One month of the plot: its end, or the day itself in the running month. Pixels from the plot's top left. */
export interface PlotMonth {
  readonly day: Day
  readonly current: boolean
  readonly label: string
  readonly x: number
  readonly overdue: number
  readonly bar: { readonly top: number; readonly width: number; readonly height: number }
  /** null where there was nothing to judge. */
  readonly rate: { readonly y: number; readonly text: string; readonly named: boolean; readonly under: boolean } | null
}

export interface TrendPlot {
  readonly months: readonly PlotMonth[]
  /** Unbroken stretches: a rate of one assessment year never runs into the next. */
  readonly lines: readonly string[]
  readonly base: number
  /** First and last day of the axis; days lie evenly between them. */
  readonly from: Day
  readonly until: Day
}

/** Where a day stands on the axis, 0 to 1. */
export function placeOf(day: Day, { from, until }: Pick<TrendPlot, 'from' | 'until'>): number {
  return Math.min(1, Math.max(0, daysBetween(from, day) / daysBetween(from, addDays(until, 1))))
}

const TOP = 22
const FOOT = 26
const BAR_MOST = 46
const GAP = 34

/** The twelve months to a day: one rate as a line above, the overdue of each month's end as bars below. */
export function trendPlot(trend: readonly TrendPoint[], { width, height, missing, rate }: PlotSize): TrendPlot | null {
  const last = trend[trend.length - 1]
  if (last === undefined) return null
  const axis = { from: addMonths(`${last.day.slice(0, 7)}-01`, 1 - Math.min(MONTHS, trend.length + missing)), until: addDays(addMonths(`${last.day.slice(0, 7)}-01`, 1), -1) }
  const points = trend.filter(({ day }) => day >= axis.from)
  const base = height - FOOT
  const shares = points.flatMap((point) => point[rate].share ?? [])
  const [low, high] = [Math.min(...shares), Math.max(...shares)]
  const most = Math.max(1, ...points.map(({ overdue }) => overdue))
  const lineFoot = base - BAR_MOST - GAP
  const yOf = (share: number) => (high === low ? (TOP + lineFoot) / 2 : TOP + (1 - (share - low) / (high - low)) * (lineFoot - TOP))
  const lowest = points.findIndex((point) => point[rate].share === low)
  const months = points.map((point, index): PlotMonth => {
    const start = `${point.day.slice(0, 7)}-01`
    const end = addMonths(start, 1)
    const x = ((placeOf(start, axis) + placeOf(end, axis)) / 2) * width
    const { share } = point[rate]
    const tall = point.overdue === 0 ? 0 : Math.max(2, (point.overdue / most) * BAR_MOST)
    return {
      day: point.day, current: index === points.length - 1, label: String(+point.day.slice(5, 7)), x, overdue: point.overdue,
      bar: { top: base - tall, width: Math.min(26, (width / MONTHS) * 0.32), height: tall },
      rate: share === null ? null : {
        y: yOf(share), text: percentText(point[rate]), named: index === 0 || index === lowest || index === points.length - 1,
        // Above a dip the line itself stands in the way.
        under: index === lowest && index > 0 && index < points.length - 1,
      },
    }
  })
  return { months, lines: linesOf(points, months, rate), base, ...axis }
}

/** A stroke goes from month to next month of one year, the coverage's over its end too; over a month still being counted it breaks. */
function linesOf(points: readonly TrendPoint[], months: readonly PlotMonth[], of: Rate): string[] {
  const paths: string[][] = []
  let before: TrendPoint | undefined
  months.forEach(({ x, rate }, index) => {
    const point = points[index]
    if (rate === null || point === undefined) return
    const joins = before !== undefined && (of === 'coverage' || before.year === point.year) && addMonths(`${before.day.slice(0, 7)}-01`, 1).slice(0, 7) === point.day.slice(0, 7)
    const at = `${x.toFixed(1)},${rate.y.toFixed(1)}`
    if (joins) paths[paths.length - 1]?.push(at)
    else paths.push([at])
    before = point
  })
  return paths.filter((path) => path.length > 1).map((path) => `M${path.join('L')}`)
}
