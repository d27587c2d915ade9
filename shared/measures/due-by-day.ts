import type { Day } from '../time/day.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { yardstickOf } from './sums.ts'

/** Pieces that fall due on one day. */
export interface DueOnDay {
  readonly day: Day
  readonly pieces: number
}

type CountedFrom = Pick<MeasuredWorld, 'day' | 'calendar'>

/**
 * Open pieces by due day, earliest first: each of the next ten working days (zero is a day without), and any other day up
 * to then on which something falls due. Sums to `dueWithin10`.
 */
export function dueByDayOf(parts: readonly DutyPart[], world: CountedFrom): readonly DueOnDay[] {
  return dueByDayFrom([duePiecesOf(parts, yardstickOf(world).within10)], world)
}

/** Open pieces by due day up to a day: what one unit adds. */
export function duePiecesOf(parts: readonly DutyPart[], within10: Day): ReadonlyMap<Day, number> {
  const pieces = new Map<Day, number>()
  for (const { figures } of parts) {
    for (const day of figures.openDays) if (day <= within10) pieces.set(day, (pieces.get(day) ?? 0) + 1)
  }
  return pieces
}

/** The same of several units together. */
export function dueByDayFrom(units: Iterable<ReadonlyMap<Day, number>>, world: CountedFrom): readonly DueOnDay[] {
  const pieces = new Map<Day, number>()
  for (let n = 1; n <= 10; n += 1) pieces.set(world.calendar.addWorkdays(world.day, n), 0)
  for (const unit of units) for (const [day, count] of unit) pieces.set(day, (pieces.get(day) ?? 0) + count)
  return [...pieces].map(([day, count]) => ({ day, pieces: count })).sort((a, b) => (a.day < b.day ? -1 : 1))
}
