import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { inYearSet, type CountedAt } from './year-set.ts'

/** Working days from formation to publication, over `count` pieces; null where there is none. */
export interface Delay {
  readonly count: number
  readonly median: number | null
  readonly p90: number | null
}

/**
 * Delay of D's-year pieces that are published, whose due day hangs on formation and whose formation day is known. The
 * 90th percentile is the smallest delay that at least nine tenths of the pieces do not exceed.
 */
export function delayOf(obligations: Iterable<Obligation>, at: CountedAt & { readonly calendar: WorkingCalendar }): Delay {
  const delays: number[] = []
  for (const o of obligations) {
    if (!o.hangsOnFormation || o.eventDay === null || o.publishedDay === null || !inYearSet(o, at)) continue
    delays.push(at.calendar.workdaysBetween(o.eventDay, o.publishedDay))
  }
  delays.sort((a, b) => a - b)
  return { count: delays.length, median: medianOf(delays), p90: delays[Math.ceil(delays.length * 0.9) - 1] ?? null }
}

function medianOf(sorted: readonly number[]): number | null {
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
