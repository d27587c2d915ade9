import type { CountdownRow } from '../measures/countdown.ts'
import type { DueOnDay } from '../measures/due-by-day.ts'
import type { Forecast } from '../measures/forecast.ts'
import type { RollCall } from '../measures/roll-calls.ts'
import type { TrendPoint } from '../measures/trend.ts'
import type { AnswerStamp } from './answers.ts'

/** The district's forecast with what falls due day by day. */
export interface WallForecast extends Forecast {
  readonly dueByDay: readonly DueOnDay[]
}

/** What the wall shows of one judged day, beside the board of that day. */
export interface WallToday extends AnswerStamp {
  readonly today: TrendPoint
  /** Ends of the months before, as far back as the supervision goes: where the trend's other points lie. */
  readonly monthEnds: readonly string[]
  readonly forecast: WallForecast
  readonly rollCalls: readonly RollCall[]
  readonly countdown: readonly CountdownRow[]
  /** Pieces of the year whose dates contradict each other (日期存疑). */
  readonly suspect: number
}

/** GET /api/wall. */
export interface WallAnswer extends AnswerStamp {
  /** Month ends of the last twelve months, oldest first, then the day itself; none before 督查起始日. */
  readonly trend: readonly TrendPoint[]
  /** Month ends still being counted, right after a start: ask again in some seconds. */
  readonly trendMissing: number
  /** The end of last month (较上月); null before 督查起始日 or while it is being counted. */
  readonly previous: TrendPoint | null
  readonly forecast: WallForecast
  readonly rollCalls: readonly RollCall[]
  readonly countdown: readonly CountdownRow[]
  readonly suspect: number
}
