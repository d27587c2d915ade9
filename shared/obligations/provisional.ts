import { addDays, yearOf, type Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import { unrolledDay } from './due-day.ts'
import type { DueLayer } from './obligation.ts'

/** Whether any day of (from, to] lies in a year whose holiday notice is not out; false when `to` ≤ `from`. */
export function touchesUnannounced(from: Day, to: Day, calendar: WorkingCalendar): boolean {
  if (to <= from) return false
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year += 1) if (!calendar.isAnnounced(year)) return true
  return false
}

/**
 * Whether a notice still to come may move this due day (暂定): a count of working days that touches an unannounced year,
 * or calendar days that end in one. A fixed date never moves.
 */
export function isProvisional(layer: Pick<DueLayer, 'day' | 'from' | 'n' | 'unit'>, calendar: WorkingCalendar): boolean {
  if (layer.unit === 'date' || layer.from === null) return false
  const unrolled = unrolledDay(layer)
  return touchesUnannounced(unrolled === null ? layer.from : addDays(unrolled, -1), layer.day, calendar)
}
