import { dayNumber, dayOfNumber, weekdayOf, yearOf, type Day } from './day.ts'
import { isLeapYear, statutoryHolidays } from './statutory-holidays.ts'

/** One calendar day that differs from the plain week: a day off, or a make-up working day (调休). */
export interface CalendarDay {
  readonly day: Day
  readonly off: boolean
  /** 春节, 国庆节 … as the notice names it. */
  readonly name: string
  /** Which of the year's notices it rests on, by position; absent = the first. */
  readonly notice?: number
}

/** The notice of the State Council office a year's days off rest on. */
export interface CalendarNotice {
  readonly title: string
  /** 国办发明电… number, or "" where none is printed. */
  readonly number: string
  readonly published: Day
}

/**
 * One year of the working-day calendar. A year without a notice is unannounced: `notices` is empty, `days` holds the
 * statutory holidays only and every due day that touches it is provisional (暂定).
 */
export interface CalendarYear {
  readonly year: number
  readonly notices: readonly CalendarNotice[]
  readonly days: readonly CalendarDay[]
}

export type DayKind =
  | { readonly kind: 'work' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'makeup'; readonly name: string }

/** Answers about working days. Pure: a value built from calendar years. */
export interface WorkingCalendar {
  isWorkday(day: Day): boolean
  kindOf(day: Day): DayKind
  /** False for a year whose notice is not out (or not entered). */
  isAnnounced(year: number): boolean
  noticesOf(year: number): readonly CalendarNotice[]
  /** The notice a day off or make-up day rests on; undefined for plain days and statutory holidays of unannounced years. */
  noticeBehind(day: Day): CalendarNotice | undefined
  /** The n-th working day after `day` (which is not counted); n ≥ 1. Negative n counts back. */
  addWorkdays(day: Day, n: number): Day
  /** Working days in (from, to]; 0 when `to` ≤ `from`. */
  workdaysBetween(from: Day, to: Day): number
  /** The day itself when it is a working day, else the next one. */
  nextWorkday(day: Day): Day
  /** The day itself when it is a working day, else the last one before. */
  lastWorkday(day: Day): Day
}

/** Days before the first of each month in a plain year; index 0 is unused. */
const MONTH_STARTS = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
/** Years a Day can name (see `readDay`): a count that leaves them is a mistake, not an answer. */
const FIRST_YEAR = 100
const LAST_YEAR = 9999

interface NamedDay {
  readonly off: boolean
  readonly name: string
  readonly notice: CalendarNotice | undefined
}

/** A year counted once, so that every question about it is a look-up. */
interface CountedYear {
  readonly leap: boolean
  /** Working days among the first i days. */
  readonly before: Uint16Array
  /** All working days, in order. */
  readonly workdays: readonly Day[]
}

/**
 * The working-day calendar of these years. Of two files for one year the last holds; a year without a file or without a
 * notice has the plain week less its statutory holidays. A notice may name days of the year before and then holds
 * there too. Throws for a count that is no whole number or that leaves the years 100–9999.
 */
export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const announced = new Map(years.map((year) => [year.year, year]))
  for (const year of years) if (announced.get(year.year)?.notices.length === 0) announced.delete(year.year)
  const named = new Map<Day, NamedDay>()
  for (const year of [...announced.values()].sort((a, b) => a.year - b.year)) {
    for (const { day, off, name, notice } of year.days) named.set(day, { off, name, notice: year.notices[notice ?? 0] })
  }
  const counted = new Map<number, CountedYear>()
  const statutory = new Map<number, ReadonlyMap<Day, string>>()

  function statutoryName(day: Day, year: number): string | undefined {
    if (announced.has(year)) return undefined
    let holidays = statutory.get(year)
    if (!holidays) {
      holidays = new Map(statutoryHolidays(year).map((holiday) => [holiday.day, holiday.name]))
      statutory.set(year, holidays)
    }
    return holidays.get(day)
  }

  function kindOf(day: Day): DayKind {
    const own = named.get(day)
    const weekend = weekdayOf(day) > 5
    if (own) {
      if (own.off) return { kind: 'holiday', name: own.name }
      return weekend ? { kind: 'makeup', name: own.name } : { kind: 'work' }
    }
    const holiday = statutoryName(day, yearOf(day))
    if (holiday !== undefined) return { kind: 'holiday', name: holiday }
    return weekend ? { kind: 'weekend' } : { kind: 'work' }
  }

  function countedYear(year: number): CountedYear {
    const known = counted.get(year)
    if (known) return known
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
      throw new RangeError(`expected a year from ${FIRST_YEAR} to ${LAST_YEAR} but counted into ${year}`)
    }
    const leap = isLeapYear(year)
    const length = leap ? 366 : 365
    const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`)
    const before = new Uint16Array(length + 1)
    const workdays: Day[] = []
    for (let i = 0; i < length; i += 1) {
      const day = dayOfNumber(first + i)
      const { kind } = kindOf(day)
      if (kind === 'work' || kind === 'makeup') workdays.push(day)
      before[i + 1] = workdays.length
    }
    const fresh = { leap, before, workdays }
    counted.set(year, fresh)
    return fresh
  }

  function addWorkdays(day: Day, n: number): Day {
    if (!Number.isSafeInteger(n)) throw new RangeError(`working days are counted in whole numbers, not ${n}`)
    if (n === 0) return day
    let year = yearOf(day)
    let current = countedYear(year)
    const at = indexOf(day, current.leap)
    // Rank among the working days of `current`, from 1; out of its range means another year.
    let rank = n > 0 ? current.before[at + 1]! + n : current.before[at]! + n + 1
    while (rank > current.workdays.length) {
      rank -= current.workdays.length
      current = countedYear((year += 1))
    }
    while (rank < 1) {
      current = countedYear((year -= 1))
      rank += current.workdays.length
    }
    return current.workdays[rank - 1]!
  }

  /** Working days from 1 January to the day, both included. */
  function upTo(day: Day, year: CountedYear): number {
    return year.before[indexOf(day, year.leap) + 1]!
  }

  function workdaysBetween(from: Day, to: Day): number {
    if (to <= from) return 0
    const last = yearOf(to)
    let sum = upTo(to, countedYear(last)) - upTo(from, countedYear(yearOf(from)))
    for (let year = yearOf(from); year < last; year += 1) sum += countedYear(year).workdays.length
    return sum
  }

  function isWorkday(day: Day): boolean {
    const year = countedYear(yearOf(day))
    const at = indexOf(day, year.leap)
    return year.before[at + 1]! > year.before[at]!
  }

  return {
    isWorkday,
    kindOf,
    isAnnounced: (year) => announced.has(year),
    noticesOf: (year) => announced.get(year)?.notices ?? [],
    noticeBehind: (day) => named.get(day)?.notice,
    addWorkdays,
    workdaysBetween,
    nextWorkday: (day) => (isWorkday(day) ? day : addWorkdays(day, 1)),
    lastWorkday: (day) => (isWorkday(day) ? day : addWorkdays(day, -1)),
  }
}

/** Position of a day in its year, from 0. */
function indexOf(day: Day, leap: boolean): number {
  const month = digitsAt(day, 5)
  return MONTH_STARTS[month]! + digitsAt(day, 8) - 1 + (leap && month > 2 ? 1 : 0)
}

/** Two digits as a number, without a substring: the calendar is asked millions of times in a replay. */
function digitsAt(day: Day, at: number): number {
  return (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48
}
