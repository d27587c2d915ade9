import { addDays, type Day } from '../time/day.ts'
import { eventualOf, onTimeOf } from './compliance.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { ratio, type Ratio } from './ratio.ts'
import { addPart, emptySums, yardstickOf } from './sums.ts'

/** Where the district stood at the end of a day: one point of the trend, the same figures as that day's board. */
export interface TrendPoint {
  readonly day: Day
  /** Assessment year the rates are of: a line through them breaks where it changes. */
  readonly year: number
  readonly onTime: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
  /** Open on that day, of any year. */
  readonly overdue: number
  /** Published late this year. */
  readonly late: number
}

/** The trend's point of one judged day, from all its duties. */
export function trendPointOf(parts: Iterable<readonly DutyPart[]>, world: Pick<MeasuredWorld, 'day' | 'year' | 'calendar'>): TrendPoint {
  const sums = emptySums()
  const yardstick = yardstickOf(world)
  for (const list of parts) for (const part of list) addPart(sums, part, yardstick)
  return {
    day: world.day, year: world.year, onTime: onTimeOf(sums), eventual: eventualOf(sums),
    coverage: ratio(sums.covered, sums.applicable), overdue: sums.tally.overdue, late: sums.tally.late,
  }
}

/** The ends of the `months` months before a day's own, oldest first, those before `since` left out. */
export function monthEndsBefore(day: Day, months: number, since: Day): readonly Day[] {
  const ends: Day[] = []
  let end = addDays(`${day.slice(0, 7)}-01`, -1)
  while (ends.length < months && end >= since) {
    ends.push(end)
    end = addDays(`${end.slice(0, 7)}-01`, -1)
  }
  return ends.reverse()
}
