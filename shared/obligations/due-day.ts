import { addDays, yearOf, type Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { DeadlineRule } from '../catalogue/deadline-rule.ts'
import type { Thresholds } from '../facts/setting.ts'
import { unreachable } from '../must.ts'
import type { DueLayer } from './obligation.ts'

/** 条例 第26条: the limit where none is stated, and the legal one of documents no special law speaks of. */
export const GENERAL_LIMIT_WORKDAYS = 20

/** What days are counted with. */
export interface Reckoning {
  readonly calendar: WorkingCalendar
  readonly thresholds: Pick<Thresholds, 'realtimeWorkdays'>
}

/** A rule carried out: the last good day and how it was reached. */
export type Reach = Pick<DueLayer, 'day' | 'from' | 'n' | 'unit' | 'assumed'>

/**
 * The last good day a rule leaves after an event (whose own day is not counted), or null for rules that set no limit
 * (`display`, `manual`). A yearly date is the next one on or after the event and does not move; `cycle` ends with the
 * calendar period that holds the event; `realtime` and `unstated` are assumed (条例 第26条).
 */
export function dueDayOf(rule: DeadlineRule, eventDay: Day, by: Reckoning): Reach | null {
  switch (rule.kind) {
    case 'within': return daysAfter(eventDay, rule, by.calendar)
    case 'realtime': return { ...daysAfter(eventDay, { n: by.thresholds.realtimeWorkdays, unit: 'workday' }, by.calendar), assumed: true }
    case 'unstated': return { ...daysAfter(eventDay, { n: GENERAL_LIMIT_WORKDAYS, unit: 'workday' }, by.calendar), assumed: true }
    case 'byDate': {
      const thisYear = dateOfYear(rule.monthDay, yearOf(eventDay))
      return fixedDate(thisYear >= eventDay ? thisYear : dateOfYear(rule.monthDay, yearOf(eventDay) + 1))
    }
    case 'cycle': return cycleHolding(eventDay, rule.unit === 'year' ? rule.n * 12 : rule.n)
    case 'display':
    case 'manual': return null
    default: return unreachable(rule)
  }
}

/** A number of days to count after an event. */
export interface DayCount {
  readonly n: number
  readonly unit: 'workday' | 'calendarDay'
}

/**
 * The n-th day after `from`, which is not counted. Working days end where they end; a period of calendar days that ends
 * on a day off ends on the next working day (民法典 第203条).
 */
export function daysAfter(from: Day, { n, unit }: DayCount, calendar: WorkingCalendar): Reach {
  const day = unit === 'workday' ? calendar.addWorkdays(from, n) : calendar.nextWorkday(addDays(from, n))
  return { day, from, n, unit, assumed: false }
}

/** A yearly date stands as printed, on a day off too. */
export function fixedDate(day: Day): Reach {
  return { day, from: null, n: null, unit: 'date', assumed: false }
}

/** "MM-DD" of a year; 29 February is the 28th where there is none. */
export function dateOfYear(monthDay: string, year: number): Day {
  const day = `${String(year).padStart(4, '0')}-${monthDay}`
  return monthDay === '02-29' && addDays(`${day.slice(0, 8)}28`, 1) !== day ? `${day.slice(0, 8)}28` : day
}

/** Where a period of calendar days ended before it moved to a working day; null for layers counted otherwise. */
export function unrolledDay(layer: Pick<DueLayer, 'from' | 'n' | 'unit'>): Day | null {
  return layer.unit === 'calendarDay' && layer.from !== null && layer.n !== null ? addDays(layer.from, layer.n) : null
}

/** The last day of the calendar period of so many months that holds the day; `from` is the day before the period. */
function cycleHolding(day: Day, months: number): Reach {
  const month = yearOf(day) * 12 + +day.slice(5, 7) - 1
  const first = month - (month % months)
  return { day: addDays(firstOfMonth(first + months), -1), from: addDays(firstOfMonth(first), -1), n: null, unit: 'date', assumed: false }
}

/** The first day of a month counted from January of the year 0. */
function firstOfMonth(month: number): Day {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
}
