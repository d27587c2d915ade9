/** A local day in Asia/Shanghai, "YYYY-MM-DD". Days compare as strings. */
export type Day = string
/** A moment in UTC, ISO 8601 with milliseconds and `Z`. Instants compare as strings. */
export type Instant = string

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whole days since 1970-01-01. The day must be a real one (see `readDay`). */
export function dayNumber(day: Day): number {
  return Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / DAY_MS
}

/** Names of the days 1970–2079, filled as they are asked for: calendars ask for the same few thousand all the time. */
const names: Day[] = new Array<Day>(40_000)


/** The day that lies `number` days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  if (number < 0 || number >= names.length) return nameOf(number)
  return names[number] ??= nameOf(number)
}

function nameOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** The day `n` calendar days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(dayNumber(day) + n)
}

/** Calendar days from `from` to `to` (0 when equal, negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The local day in Asia/Shanghai (UTC+8, no summer time since 1992) of an instant. */
export function dayOf(instant: Instant): Day {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** The first instant of a local day in Asia/Shanghai. */
export function startOfDay(day: Day): Instant {
  return new Date(dayNumber(day) * DAY_MS - SHANGHAI_MS).toISOString()
}

/** The last millisecond of a local day in Asia/Shanghai: "as known on a day" means its end. */
export function endOfDay(day: Day): Instant {
  return new Date((dayNumber(day) + 1) * DAY_MS - SHANGHAI_MS - 1).toISOString()
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return ((dayNumber(day) + 3) % 7 + 7) % 7 + 1
}

export function yearOf(day: Day): number {
  return +day.slice(0, 4)
}

/** The same day of the month `n` months later, pulled back to the month's end (31 Jan + 1 = 28 Feb). */
export function addMonths(day: Day, n: number): Day {
  const months = +day.slice(0, 4) * 12 + (+day.slice(5, 7) - 1) + n
  const year = Math.floor(months / 12)
  const month = months - year * 12
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const date = Math.min(+day.slice(8, 10), last)
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
}

const MONTH_ENDS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/**
 * A real day of the Gregorian calendar from the year 100 on, or undefined ("2026-02-30", "2026-2-3" and anything else).
 * Counted by hand: every fact that comes in passes here.
 */
export function readDay(value: unknown): Day | undefined {
  if (typeof value !== 'string' || !SHAPE.test(value)) return undefined
  const year = +value.slice(0, 4)
  const month = +value.slice(5, 7)
  const day = +value.slice(8)
  const last = MONTH_ENDS[month - 1]
  if (year < 100 || last === undefined || day < 1 || day > last) return undefined
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && day === 29 && !isLeap ? undefined : value
}
