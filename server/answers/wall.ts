import type { Instant } from '../../shared/time/day.ts'
import { countdownOf } from '../../shared/measures/countdown.ts'
import { dueByDayOf } from '../../shared/measures/due-by-day.ts'
import { forecastOf } from '../../shared/measures/forecast.ts'
import { rollCallsOf } from '../../shared/measures/roll-calls.ts'
import { monthEndsBefore, trendPointOf } from '../../shared/measures/trend.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { WallToday } from '../../shared/wire/wall-answer.ts'
import { rollCallList } from './roll-call-list.ts'
import { stampOf, type View } from './view.ts'

const TREND_MONTHS = 12

/** What the wall shows of the view's day beside its board; the trend's other points come from their own days. */
export function wallToday(view: View): WallToday {
  const world = view.world()
  const parts = view.parts()
  const all = [...parts.values()].flat()
  return {
    ...stampOf(view),
    today: trendPointOf(parts.values(), world),
    monthEnds: monthEndsBefore(world.day, TREND_MONTHS, world.supervisedFrom),
    forecast: { ...forecastOf(all, world), dueByDay: dueByDayOf(all, world) },
    rollCalls: rollCallsOf(rollCallList, { parts, world, publishedAt: o => publishedAt(o, view) }),
    countdown: countdownOf(rollCallList, parts, world),
    suspect: all.flatMap(({ obligations }) => obligations).filter(({ year, flags }) => year === world.year && flags.includes('suspect')).length,
  }
}

/** Entries among which "just now" can lie: looking up the facts of every tile would take longer than all the rest. */
const LATELY = 2_000

/** When the first word of its publication was recorded; null where the last word on it is long past. */
function publishedAt(o: Obligation, view: View): Instant | null {
  if ((o.facts.at(-1) ?? 0) <= view.revision - LATELY) return null
  let first: Instant | null = null
  for (const { fact, recordedAt } of view.facts(o.facts)) {
    if (fact.kind === 'published' && (first === null || recordedAt < first)) first = recordedAt
  }
  return first
}
