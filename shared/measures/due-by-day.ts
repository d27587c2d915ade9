import type { Day } from '../time/day.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { yardstickOf } from './sums.ts'

/** Pieces that fall due on one day. */
export interface DueOnDay {
  readonly day: Day
  readonly pieces: number
}

/**
 * Open pieces by due day, earliest first: each of the next ten working days (zero is a day without), and any other day up
 * to then on which something falls due. Sums to `dueWithin10`.
 */
export function dueByDayOf(parts: readonly DutyPart[], world: Pick<MeasuredWorld, 'day' | 'calendar'>): readonly DueOnDay[] {
  const { within10 } = yardstickOf(world)
  const pieces = new Map<Day, number>()
  for (let n = 1; n <= 10; n += 1) pieces.set(world.calendar.addWorkdays(world.day, n), 0)
  for (const { figures } of parts) {
    for (const day of figures.openDays) if (day <= within10) pieces.set(day, (pieces.get(day) ?? 0) + 1)
  }
  return [...pieces].map(([day, count]) => ({ day, pieces: count })).sort((a, b) => (a.day < b.day ? -1 : 1))
}
