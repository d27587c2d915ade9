/** A local day in Asia/Shanghai, "YYYY-MM-DD". Days compare as words. */
export type Day = string
/** A moment, ISO 8601 in UTC. Moments compare as words. */
export type Moment = string

const hours = 3_600_000

function written(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

export function yearOf(day: Day): number {
  return partsOf(day)[0]
}

export function plusDays(day: Day, count: number): Day {
  const [year, month, date] = partsOf(day)
  return written(year, month, date + count)
}

/** Calendar days from one day to another. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * hours))
}

/** So many months later, the date pulled back to the end of a shorter month. */
export function plusMonths(day: Day, count: number): Day {
  const [year, month, date] = partsOf(day)
  const lastOfMonth = Number(written(year, month + count + 1, 0).slice(8))
  return written(year, month + count, Math.min(date, lastOfMonth))
}

/** The local day of a moment: eight hours ahead of UTC, no summer time. */
export function localDay(moment: Moment): Day {
  return new Date(Date.parse(moment) + 8 * hours).toISOString().slice(0, 10)
}

/** The last millisecond of a local day. */
export function endOf(day: Day): Moment {
  return new Date(Date.parse(`${plusDays(day, 1)}T00:00:00+08:00`) - 1).toISOString()
}

export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

export type Every = 'month' | 'quarter' | 'half' | 'year'

/** A stretch of time information is about: "2026-03", "2026-Q1", "2026-H1", "2026". */
export interface Period {
  readonly name: string
  readonly every: Every
  readonly first: Day
  readonly last: Day
}

export const monthsIn: Readonly<Record<Every, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The periods of one kind that begin in a year, in order. */
export function periodsOf(year: number, every: Every): Period[] {
  const months = monthsIn[every]
  return Array.from({ length: 12 / months }, (_, n) => ({
    name: every === 'year' ? `${year}` : every === 'half' ? `${year}-H${n + 1}` : every === 'quarter' ? `${year}-Q${n + 1}` : `${year}-${String(n + 1).padStart(2, '0')}`,
    every, first: written(year, n * months + 1, 1), last: written(year, (n + 1) * months + 1, 0),
  }))
}

/** The period of a name, undefined for anything that is none. */
export function periodNamed(name: string): Period | undefined {
  const year = Number(name.slice(0, 4))
  return (['month', 'quarter', 'half', 'year'] as const).flatMap((every) => periodsOf(year, every)).find((each) => each.name === name)
}

/** The day after a period's last one. */
export function dayAfter(period: Period): Day {
  return plusDays(period.last, 1)
}

export function earliestOf(days: readonly (Day | null | undefined)[]): Day | null {
  return days.filter((day) => typeof day === 'string').sort()[0] ?? null
}

export function latestOf(days: readonly (Day | null | undefined)[]): Day | null {
  return days.filter((day) => typeof day === 'string').sort().at(-1) ?? null
}
