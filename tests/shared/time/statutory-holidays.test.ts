import { describe, expect, it } from 'vitest'
import { isLeapYear, statutoryHolidays } from '../../../shared/time/statutory-holidays.ts'
import { almanacYears } from './almanac.ts'
import { shippedYears } from './calendar-files.ts'

function daysOf(year: number): string[] {
  return statutoryHolidays(year).map((each) => `${each.day.slice(5)} ${each.name}`)
}

describe('statutoryHolidays()', () => {
  it('has 13 days since 2025: 除夕 and 2 May joined', () => {
    expect(daysOf(2025)).toEqual([
      '01-01 元旦', '01-28 春节', '01-29 春节', '01-30 春节', '01-31 春节', '04-04 清明节', '05-01 劳动节', '05-02 劳动节', '05-31 端午节',
      '10-01 国庆节', '10-02 国庆节', '10-03 国庆节', '10-06 中秋节',
    ])
    expect(daysOf(2026)).toHaveLength(13)
  })

  it('has 11 days before 2025', () => {
    expect(daysOf(2024)).toEqual([
      '01-01 元旦', '02-10 春节', '02-11 春节', '02-12 春节', '04-04 清明节', '05-01 劳动节', '06-10 端午节', '09-17 中秋节',
      '10-01 国庆节', '10-02 国庆节', '10-03 国庆节',
    ])
  })

  it('puts 2027, whose notice is not out, on the days of the almanac', () => {
    expect(daysOf(2027)).toEqual([
      '01-01 元旦', '02-05 春节', '02-06 春节', '02-07 春节', '02-08 春节', '04-05 清明节', '05-01 劳动节', '05-02 劳动节', '06-09 端午节',
      '09-15 中秋节', '10-01 国庆节', '10-02 国庆节', '10-03 国庆节',
    ])
  })

  it('names a day two holidays share once, with both names', () => {
    expect(daysOf(2020)).toContain('10-01 国庆节、中秋节')
    expect(daysOf(2020)).toHaveLength(10)
    expect(daysOf(2031)).toContain('10-01 国庆节、中秋节')
    expect(daysOf(2031)).toHaveLength(12)
  })

  it('agrees with the lunar almanac and the solar terms from 2000 to 2060', () => {
    expect(almanacYears.map((each) => each.year)).toEqual(Array.from({ length: 61 }, (_, i) => 2000 + i))
    for (const { year, ...almanac } of almanacYears) {
      const holidays = statutoryHolidays(year)
      const dayCalled = (name: string) => holidays.findLast((each) => each.name.includes(name))?.day
      const ours = { spring3: dayCalled('春节'), dragonBoat: dayCalled('端午节'), midAutumn: dayCalled('中秋节'), qingming: dayCalled('清明节') }
      expect(ours).toEqual(almanac)
    }
  })

  it('is off in every notice published so far', () => {
    for (const { year, days } of shippedYears()) {
      const off = days.filter((each) => each.off).map((each) => each.day)
      expect(off).toEqual(expect.arrayContaining(statutoryHolidays(year).map((each) => each.day)))
    }
  })

  it('knows only the solar ones where no almanac is kept', () => {
    expect(daysOf(2061)).toEqual(['01-01 元旦', '05-01 劳动节', '05-02 劳动节', '10-01 国庆节', '10-02 国庆节', '10-03 国庆节'])
    expect(daysOf(1999)).toEqual(['01-01 元旦', '05-01 劳动节', '10-01 国庆节', '10-02 国庆节', '10-03 国庆节'])
  })
})

describe('isLeapYear()', () => {
  it.each([[2024, true], [2026, false], [2000, true], [1900, false], [2100, false]])('%i: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap)
  })
})
