import { refusal, type Refusal } from '../refusal.ts'
import { readDay, weekdayOf, yearOf, type Day } from './day.ts'
import { statutoryHolidays } from './statutory-holidays.ts'
import type { CalendarDay, CalendarNotice, CalendarYear } from './working-calendar.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A year's calendar file (parsed JSON) as a CalendarYear, or every reason why it is none: days that are not real, not of
 * the year or the one before, named twice or made up on a weekday, notices not given in full, statutory holidays that
 * are not off. A year without a notice may list statutory holidays only.
 */
export function readCalendarFile(json: unknown): CalendarYear | Refusal[] {
  if (!isFields(json)) return [refusal('not-an-object', '', '日历文件应是一个对象，包含 year、notices、days 三项。')]
  const { year } = json
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1949 || year > 9999) {
    return [refusal('bad-year', 'year', 'year 应是四位数的年份，例如 2026。')]
  }
  const refusals: Refusal[] = []
  const notices = readList(json, 'notices', refusals).flatMap((each, i) => readNotice(each, `notices[${i}]`, refusals))
  const days = readList(json, 'days', refusals)
    .flatMap((each, i) => readCalendarDay(each, { year, notices: notices.length, field: `days[${i}]` }, refusals))
  refuseTwice(days, refusals)
  if (refusals.length === 0) refuseAgainstLaw({ year, notices, days }, refusals)
  return refusals.length > 0 ? refusals : { year, notices, days }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readList(json: Fields, field: 'notices' | 'days', refusals: Refusal[]): readonly unknown[] {
  const list = json[field]
  if (Array.isArray(list)) return list
  refusals.push(refusal('not-a-list', field, `${field} 应是一个列表；没有内容时写成 []。`))
  return []
}

function readNotice(value: unknown, field: string, refusals: Refusal[]): CalendarNotice[] {
  const { title, number, published } = isFields(value) ? value : {}
  const day = readDay(published)
  if (typeof title !== 'string' || title.trim() === '') refusals.push(refusal('no-title', `${field}.title`, '放假通知缺少标题。'))
  else if (typeof number !== 'string') refusals.push(refusal('no-number', `${field}.number`, `《${title}》缺少发文字号；没有字号时写成空字符串。`))
  else if (day === undefined) refusals.push(refusal('bad-day', `${field}.published`, `《${title}》的公布日期不是真实的日期，应写成 2025-11-04 的形式。`))
  else return [{ title, number, published: day }]
  return []
}

interface DayPlace { readonly year: number; readonly notices: number; readonly field: string }

function readCalendarDay(value: unknown, { year, notices, field }: DayPlace, refusals: Refusal[]): CalendarDay[] {
  const { day: given, off, name, notice } = isFields(value) ? value : {}
  const day = readDay(given)
  const refuse = (code: string, part: string, message: string) => {
    refusals.push(refusal(code, `${field}.${part}`, message))
    return []
  }
  if (day === undefined) return refuse('bad-day', 'day', `“${String(given)}”不是真实的日期，应写成 2026-02-14 的形式。`)
  if (yearOf(day) !== year && yearOf(day) !== year - 1) return refuse('other-year', 'day', `${day} 不属于${year}年，也不属于上一年。`)
  if (typeof off !== 'boolean') return refuse('no-off', 'off', `${day} 没有说明是放假（true）还是上班（false）。`)
  if (typeof name !== 'string' || name.trim() === '') return refuse('no-name', 'name', `${day} 缺少节日名称，例如“春节”。`)
  if (!off && weekdayOf(day) <= 5) return refuse('weekday-makeup', 'off', `${day} 是星期一至星期五，本来就上班，不能列为调休上班日。`)
  if (notice === undefined) return [{ day, off, name }]
  if (typeof notice !== 'number' || !Number.isInteger(notice) || notice < 0 || notice >= notices) {
    return refuse('no-such-notice', 'notice', `${day} 所依据的通知不在 notices 中（从 0 数起）。`)
  }
  return [{ day, off, name, notice }]
}

function refuseTwice(days: readonly CalendarDay[], refusals: Refusal[]): void {
  const seen = new Set<Day>()
  for (const { day } of days) {
    if (seen.has(day)) refusals.push(refusal('day-twice', 'days', `${day} 列了两次，请只保留一条。`))
    seen.add(day)
  }
}

function refuseAgainstLaw({ year, notices, days }: CalendarYear, refusals: Refusal[]): void {
  const holidays = statutoryHolidays(year)
  if (notices.length === 0) {
    const statutory = new Set(holidays.map((each) => each.day))
    const other = days.find((each) => !each.off || !statutory.has(each.day))
    if (other) refusals.push(refusal('no-notice', 'notices', `${year}年没有放假通知，只能列法定节假日；${other.day} 不是，请先填写通知。`))
    return
  }
  const off = new Set(days.filter((each) => each.off).map((each) => each.day))
  for (const { day, name } of holidays) {
    if (!off.has(day)) refusals.push(refusal('missing-holiday', 'days', `${day} 是法定节假日（${name}），但没有列为放假。`))
  }
}
