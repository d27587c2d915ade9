import { isWeekend, plusDays, yearOf, type Day } from './days.ts'

/** One year's notice as the journal carries it. No notice in it: the year is not announced. */
export interface NoticeYear {
  readonly year: number
  readonly notices: readonly unknown[]
  readonly days: readonly { readonly day: Day; readonly off: boolean }[]
}

/** Questions about working days under the notices known. */
export interface Workdays {
  isWorking(day: Day): boolean
  isAnnounced(year: number): boolean
  /** The n-th working day after the day, which is not counted; before it when n is negative. */
  after(day: Day, n: number): Day
  /** Working days after `from` up to and with `to`. */
  between(from: Day, to: Day): number
  /** The day itself, else the next (the last) working day. */
  onOrAfter(day: Day): Day
  onOrBefore(day: Day): Day
}

const first = '2016-01-01'
const last = '2031-12-31'

/**
 * Days everybody is off by law (《全国年节及纪念日放假办法》: 元旦 1, 春节 4 from its eve, 清明 1, 劳动 2, 端午 1, 中秋 1, 国庆 3), copied
 * from the almanac: what an unannounced year has to go by. Only years that journals of this program leave unannounced.
 */
const lawful: Readonly<Record<number, string>> = {
  2026: '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03',
  2027: '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
  2028: '01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03',
  2029: '01-01 02-12 02-13 02-14 02-15 04-04 05-01 05-02 06-16 09-22 10-01 10-02 10-03',
}

function lawfulDays(year: number): ReadonlySet<Day> {
  return new Set((lawful[year] ?? '').split(' ').map((monthDay) => `${year}-${monthDay}`))
}

const made = new Map<string, Workdays>()

/** The working days under these notices, the last one of a year holding. The same notices are written out once only. */
export function workdaysOf(notices: readonly NoticeYear[]): Workdays {
  const held = new Map(notices.map((each) => [each.year, each]))
  const years = [...held.values()].filter((each) => each.notices.length > 0).sort((a, b) => a.year - b.year)
  const name = JSON.stringify(years)
  const known = made.get(name)
  if (known) return known
  const written = writtenOut(years)
  made.set(name, written)
  return written
}

/** Every working day from the first to the last year, written down one by one. */
function writtenOut(years: readonly NoticeYear[]): Workdays {
  const announced = new Set(years.map(({ year }) => year))
  const named = new Map(years.flatMap(({ days }) => days.map(({ day, off }) => [day, off] as const)))
  const list: Day[] = []
  const upTo = new Map<Day, number>()
  let byLaw: ReadonlySet<Day> = new Set()
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    if (day.endsWith('-01-01')) byLaw = announced.has(yearOf(day)) ? new Set() : lawfulDays(yearOf(day))
    const isOff = named.get(day) ?? (byLaw.has(day) || isWeekend(day))
    if (!isOff) list.push(day)
    upTo.set(day, list.length)
  }
  const count = (day: Day): number => {
    const counted = upTo.get(day)
    if (counted === undefined) throw new Error(`${day} lies outside the years written out`)
    return counted
  }
  const isWorking = (day: Day) => list[count(day) - 1] === day
  const after = (day: Day, n: number): Day => {
    const found = n > 0 ? list[count(day) + n - 1] : list[count(day) + n - (isWorking(day) ? 1 : 0)]
    if (found === undefined) throw new Error(`no ${n}-th working day after ${day} is written out`)
    return found
  }
  return {
    isWorking, after,
    isAnnounced: (year) => announced.has(year),
    between: (from, to) => (to <= from ? 0 : count(to) - count(from)),
    onOrAfter: (day) => (isWorking(day) ? day : after(day, 1)),
    onOrBefore: (day) => (isWorking(day) ? day : after(day, -1)),
  }
}
