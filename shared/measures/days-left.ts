import { must } from '../must.ts'
import type { Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'

/** How far off a due day is. */
export interface DaysLeft {
  readonly dueDay: Day
  /** The last working day on or before it: a fixed date does not move, people stop working before it. */
  readonly lastWorkday: Day
  /** Working days to the last one, 0 on it; once the due day is past, the working days since, as a negative number. */
  readonly workdaysLeft: number
}

/** Counts from `day` to a due day. */
export function daysLeftTo(dueDay: Day, day: Day, calendar: WorkingCalendar): DaysLeft {
  const lastWorkday = calendar.lastWorkday(dueDay)
  const workdaysLeft = day > dueDay ? 0 - calendar.workdaysBetween(dueDay, day) : calendar.workdaysBetween(day, lastWorkday)
  return { dueDay, lastWorkday, workdaysLeft }
}

/** The day most have, the later among equals. Refuses an empty list. */
export function commonestDay(days: readonly Day[]): Day {
  const counts = new Map<Day, number>()
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))
  return must(sorted[0], 'there is a day to choose')[0]
}
