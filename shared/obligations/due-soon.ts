import type { Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { DueLayer } from './obligation.ts'

const FEWEST = 1
const MOST = 5
/** Fixed yearly dates are known a year ahead and pass a longer chain of approvals. */
const BEFORE_A_YEARLY_DATE = 10

/** What the warning hangs on. `day` may be a later one a 报备 granted. */
export type Warned = Pick<DueLayer, 'day' | 'from' | 'n' | 'unit'>

/**
 * How many working days before its due day an obligation turns 即将到期: a quarter of the limit, at least 1, at most 5
 * (3→1, 7→2, 20→5); 10 for a fixed yearly date. Calendar days are taken for the working days among them.
 */
export function warningWorkdays({ day, from, n, unit }: Warned, calendar: WorkingCalendar): number {
  if (from === null) return BEFORE_A_YEARLY_DATE
  const limit = unit === 'workday' && n !== null ? n : calendar.workdaysBetween(from, day)
  return Math.min(MOST, Math.max(FEWEST, Math.ceil(limit / 4)))
}

/** The first day it is 即将到期, counted back from the last working day on or before the due day. */
export function dueSoonFrom(layer: Warned, calendar: WorkingCalendar): Day {
  return calendar.addWorkdays(calendar.lastWorkday(layer.day), -warningWorkdays(layer, calendar))
}
