import type { Day, Instant } from '../shared/time/day.ts'
import type { Ratio } from '../shared/measures/ratio.ts'
import { dayOf, weekdayOf } from '../shared/time/day.ts'
import { msOf, timeOfDay } from './clock.ts'
import { words } from './words.ts'

/**
 * A share in per cent with one decimal, without the sign. Null stays "—"; only a full count reads 100 and only an empty one 0,
 * whatever rounding would say.
 */
export function percentText(ratio: Ratio): string {
  if (ratio.share === null) return words.none
  if (ratio.part === ratio.whole) return '100'
  if (ratio.part === 0) return '0'
  return Math.min(99.9, Math.max(0.1, Math.round(ratio.share * 1000) / 10)).toFixed(1)
}

/** 得分 with one decimal, half a tenth rounded up as people do; "—" where there is none. */
export function scoreText(score: number | null): string {
  return score === null ? words.none : (tenthsOf(score) / 10).toFixed(1)
}

/** A score of two decimals in tenths, as it is shown. */
export function tenthsOf(score: number): number {
  return Math.round(Math.round(score * 100) / 10)
}

/** Points of a leaf with at most two decimals: "4", "7.25". */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100)
}

/** "3月17日" */
export function monthDayText(day: Day): string {
  return `${+day.slice(5, 7)}月${+day.slice(8, 10)}日`
}

/** "2026年3月17日" */
export function dayText(day: Day): string {
  return `${+day.slice(0, 4)}年${monthDayText(day)}`
}

/** "2025年2月" */
export function monthText(day: Day): string {
  return `${+day.slice(0, 4)}年${+day.slice(5, 7)}月`
}

/** "星期二" */
export function weekdayText(day: Day): string {
  return `星期${'一二三四五六日'[weekdayOf(day) - 1]}`
}

/** "10:41" */
export function minuteText(instant: Instant): string {
  return timeOfDay(msOf(instant)).slice(0, 5)
}

/** When something happened, as seen on a day: "10:41" on the day itself, "11月20日" before it. */
export function momentText(at: Instant, today: Day): string {
  const day = dayOf(at)
  return day === today ? minuteText(at) : monthDayText(day)
}

/** How old the data is: "刚刚", "12秒前", "3分钟前", "5小时前"; from a day on the moment itself, "11月20日05:04". */
export function ageText(at: Instant, now: number): string {
  const seconds = Math.max(0, Math.floor((now - msOf(at)) / 1000))
  if (seconds < 5) return '刚刚'
  if (seconds < 60) return `${seconds}秒前`
  if (seconds < 3600) return `${Math.floor(seconds / 60)}分钟前`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}小时前`
  return monthDayText(dayOf(at)) + minuteText(at)
}

/** The same for a crowded line: from a day on the day alone, "11月20日". */
export function shortAgeText(at: Instant, now: number): string {
  return now - msOf(at) < 86_400_000 ? ageText(at, now) : monthDayText(dayOf(at))
}

/** What a slot asks for: the period, the item's name, and which of several it is: "2025年部门预决算（决算）". */
export function periodicText(period: string | null, name: string): string {
  const slot = period?.split('/')[1]
  return (period === null ? '' : periodText(period)) + name + (slot === undefined ? '' : `（${words.slot[slot] ?? slot}）`)
}

/** "2026年", "2026年3月", "2026年第1季度", "2026年上半年"; a slot's name ("2025/final") is left out. */
export function periodText(period: string): string {
  const [span = ''] = period.split('/')
  const year = `${span.slice(0, 4)}年`
  const rest = span.slice(5)
  if (rest === '') return year
  if (rest.startsWith('Q')) return `${year}第${rest.slice(1)}季度`
  if (rest.startsWith('H')) return year + (rest === 'H1' ? '上半年' : '下半年')
  return `${year}${+rest}月`
}
