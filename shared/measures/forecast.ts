import { addDays, type Day } from '../time/day.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { eventualOf, onTimeOf } from './compliance.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { ratio, type Ratio } from './ratio.ts'
import { addPart, emptySums, yardstickOf, type Sums } from './sums.ts'
import { isWaiting } from './year-set.ts'

/** Rates of D's year at its last day, in pieces. */
export interface YearEnd {
  readonly onTime: Ratio
  readonly eventual: Ratio
}

/** What comes if nothing is done, and what can still be had. */
export interface Forecast {
  readonly day: Day
  /** Open ones whose due day lies within the next 5 and 10 working days: overdue right after it unless published. */
  readonly dueWithin5: number
  readonly dueWithin10: number
  /** Open ones of D's year due by its last day: what both year-end rates add to today's. */
  readonly openOfYear: number
  readonly yearEnd: Day
  /** Everything due goes out in time, and what is overdue now goes out too (and stays late). */
  readonly ifAllInTime: YearEnd
  readonly ifNothingMore: YearEnd
}

/** Forecast for a unit or the district from what is open as of the world's day; slots not yet opened are not foreseen. */
export function forecastOf(parts: readonly DutyPart[], world: MeasuredWorld): Forecast {
  const sums = emptySums()
  const yardstick = yardstickOf(world)
  for (const part of parts) addPart(sums, part, yardstick)
  const yearEnd = yearEndOf(world)
  const openOfYear = countOpen(parts, (o, due) => o.year === world.year && due <= yearEnd)
  const within5 = world.calendar.addWorkdays(world.day, 5)
  return {
    day: world.day, dueWithin5: countOpen(parts, (_, due) => due <= within5), dueWithin10: sums.dueWithin10,
    openOfYear, yearEnd, ifAllInTime: allInTime(sums, openOfYear), ifNothingMore: nothingMore(sums, openOfYear),
  }
}

function countOpen(parts: readonly DutyPart[], wanted: (o: Obligation, due: Day) => boolean): number {
  let count = 0
  for (const part of parts) {
    if (part.figures.openDays.length === 0) continue
    for (const o of part.obligations) if (isWaiting(o) && o.dueDay !== null && wanted(o, o.dueDay)) count += 1
  }
  return count
}

function allInTime(sums: Sums, open: number): YearEnd {
  const onTime = onTimeOf(sums)
  const eventual = eventualOf(sums)
  return {
    onTime: ratio(onTime.part + open, onTime.whole + open),
    eventual: ratio(eventual.part + sums.overdueOfYear + open, eventual.whole + open),
  }
}

function nothingMore(sums: Sums, open: number): YearEnd {
  const onTime = onTimeOf(sums)
  const eventual = eventualOf(sums)
  return { onTime: ratio(onTime.part, onTime.whole + open), eventual: ratio(eventual.part, eventual.whole + open) }
}

/** Last day of the assessment year; a scheme may begin it in the calendar year before. */
function yearEndOf({ year, scheme }: MeasuredWorld): Day {
  return scheme.yearStart === '01-01' ? `${year}-12-31` : addDays(`${year}-${scheme.yearStart}`, -1)
}
