import { addDays, dayNumber, type Day } from './day.ts'

export interface StatutoryHoliday {
  readonly day: Day
  readonly name: string
}

/**
 * 正月初一, 五月初五 and 八月十五 (MMDD) of each year from 2000. A table, because the lunar calendars of run-time
 * libraries disagree with the almanac (some put 春节 of 2027 on 7 February and of 2030 on 2 February).
 */
const LUNAR_FROM = 2000
const LUNAR_DAYS = [
  '0205 0606 0912|0124 0625 1001|0212 0615 0921|0201 0604 0911|0122 0622 0928',
  '0209 0611 0918|0129 0531 1006|0218 0619 0925|0207 0608 0914|0126 0528 1003',
  '0214 0616 0922|0203 0606 0912|0123 0623 0930|0210 0612 0919|0131 0602 0908',
  '0219 0620 0927|0208 0609 0915|0128 0530 1004|0216 0618 0924|0205 0607 0913',
  '0125 0625 1001|0212 0614 0921|0201 0603 0910|0122 0622 0929|0210 0610 0917',
  '0129 0531 1006|0217 0619 0925|0206 0609 0915|0126 0528 1003|0213 0616 0922',
  '0203 0605 0912|0123 0624 1001|0211 0612 0919|0131 0601 0908|0219 0620 0927',
  '0208 0610 0916|0128 0530 1004|0215 0618 0924|0204 0607 0913|0124 0527 1002',
  '0212 0614 0920|0201 0603 0910|0122 0622 0928|0210 0611 0917|0130 0531 1005',
  '0217 0619 0925|0206 0608 0915|0126 0529 1004|0214 0615 0922|0202 0604 0911',
  '0123 0623 0930|0211 0613 0919|0201 0601 0907|0219 0620 0926|0208 0610 0916',
  '0128 0530 1005|0215 0617 0924|0204 0606 0913|0124 0625 1002|0212 0614 0921',
  '0202 0603 0909',
].join('|').split('|')

/** The year from which 除夕 and 2 May are days off (国令第795号). */
const THIRTEEN_DAYS_FROM = 2025

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** 清明 of a year of this century: the solar term falls on 4 or 5 April. */
function qingming(year: number): Day {
  const since = year - 2000
  const date = Math.floor(since * 0.2422 + 4.81) - Math.floor(since / 4)
  return `${year}-04-0${date}`
}

/**
 * The days everybody is off by law, in order, one entry a day: 13 since 2025, 11 before (《全国年节及纪念日放假办法》
 * 第二条), fewer where two fall together. Neither 调休 nor the compensation of days on a weekend is in it: only the
 * year's notice says where those go. Outside 2000–2060 the lunar ones and 清明 are unknown and left out.
 */
export function statutoryHolidays(year: number): readonly StatutoryHoliday[] {
  const names = new Map<Day, string>()
  const prefix = String(year).padStart(4, '0')
  function off(first: Day, days: number, name: string): void {
    for (let i = 0; i < days; i += 1) {
      const day = addDays(first, i)
      const other = names.get(day)
      names.set(day, other === undefined ? name : `${name}、${other}`)
    }
  }
  const longer = year >= THIRTEEN_DAYS_FROM
  off(`${prefix}-01-01`, 1, '元旦')
  const lunar = LUNAR_DAYS[year - LUNAR_FROM]
  if (lunar !== undefined) {
    const [spring, dragonBoat, midAutumn] = lunar.split(' ').map((digits) => `${prefix}-${digits.slice(0, 2)}-${digits.slice(2)}`)
    off(longer ? addDays(spring!, -1) : spring!, longer ? 4 : 3, '春节')
    off(qingming(year), 1, '清明节')
    off(dragonBoat!, 1, '端午节')
    off(midAutumn!, 1, '中秋节')
  }
  off(`${prefix}-05-01`, longer ? 2 : 1, '劳动节')
  off(`${prefix}-10-01`, 3, '国庆节')
  return [...names].map(([day, name]) => ({ day, name })).sort((a, b) => dayNumber(a.day) - dayNumber(b.day))
}
