import { addDays, type Day } from '../../shared/time/day.ts'
import type { CalendarDay, CalendarNotice, WorkingCalendar } from '../../shared/time/working-calendar.ts'
import type { Api, HttpParts } from './parts.ts'
import { refused } from './errors.ts'

/** One year as the working-day calendar has it: announced or provisional (暂定), its notices, and the days off or made up. */
export interface CalendarAnswer {
  readonly year: number
  readonly announced: boolean
  readonly notices: readonly CalendarNotice[]
  readonly days: readonly CalendarDay[]
}

export function calendarRoutes(api: Api, parts: HttpParts): void {
  api.get('/api/calendar/:year', c => {
    const year = c.req.param('year')
    if (!/^(19|20|21)\d\d$/.test(year)) throw refused(400, 'bad-year', `“${year.slice(0, 40)}”不是年份，请写成 /api/calendar/2026 的样子。`)
    return c.json(calendarAnswer(parts.live.world().calendar, Number(year)))
  })
}

function calendarAnswer(calendar: WorkingCalendar, year: number): CalendarAnswer {
  const days: CalendarDay[] = []
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day)
    if (kind.kind === 'holiday' || kind.kind === 'makeup') days.push({ day, off: kind.kind === 'holiday', name: kind.name })
  }
  return { year, announced: calendar.isAnnounced(year), notices: calendar.noticesOf(year), days }
}
