import { describe, expect, it } from 'vitest'
import { workingCalendar, type CalendarYear } from '../../../shared/time/working-calendar.ts'
import { almanacWorkdays } from './almanac.ts'
import { shippedCalendar, shippedYears } from './calendar-files.ts'
import { underEveryZone } from './time-zones.ts'

const notice = { title: '国务院办公厅关于2027年部分节假日安排的通知', number: '', published: '2026-11-25' }

underEveryZone('workingCalendar()', () => {
  const calendar = shippedCalendar()

  it.each([
    ['2024-01-31', 20, '2024-03-04'],
    ['2024-09-10', 20, '2024-10-14'],
    ['2025-01-17', 20, '2025-02-20'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-04-28', 7, '2026-05-11'],
    ['2026-09-11', 20, '2026-10-15'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-12-10', 20, '2027-01-08'],
    ['2026-02-03', 20, '2026-03-09'],
    ['2018-12-28', 1, '2018-12-29'],
    ['2018-12-29', 1, '2019-01-02'],
    ['2020-01-23', 1, '2020-02-03'],
  ])('addWorkdays() from %s by %i is %s', (day, n, expected) => {
    expect(calendar.addWorkdays(day, n)).toBe(expected)
    expect(calendar.workdaysBetween(day, expected)).toBe(n)
  })

  it('isWorkday() agrees with chinese-days on every day of 2018–2026', () => {
    const differing: string[] = []
    for (const [day, expected] of almanacWorkdays) {
      const { kind } = calendar.kindOf(day)
      if (calendar.isWorkday(day) !== expected || (kind === 'work' || kind === 'makeup') !== expected) differing.push(day)
    }
    expect(almanacWorkdays.size).toBe(3287)
    expect(differing).toEqual([])
  })
})

describe('workingCalendar()', () => {
  const calendar = shippedCalendar()

  it.each([
    ['2026-11-20', { kind: 'work' }],
    ['2026-11-21', { kind: 'weekend' }],
    ['2026-10-10', { kind: 'makeup', name: '国庆节' }],
    ['2026-10-01', { kind: 'holiday', name: '国庆节' }],
    ['2026-02-15', { kind: 'holiday', name: '春节' }],
    ['2025-10-06', { kind: 'holiday', name: '国庆节、中秋节' }],
    ['2018-12-29', { kind: 'makeup', name: '元旦' }],
    ['2018-12-31', { kind: 'holiday', name: '元旦' }],
    ['2027-01-01', { kind: 'holiday', name: '元旦' }],
    ['2027-02-05', { kind: 'holiday', name: '春节' }],
    ['2027-02-09', { kind: 'work' }],
    ['2027-05-01', { kind: 'holiday', name: '劳动节' }],
    ['2027-01-02', { kind: 'weekend' }],
  ])('kindOf() %s is %o', (day, kind) => {
    expect(calendar.kindOf(day)).toEqual(kind)
  })

  it('isAnnounced() is false for a year without a file or without a notice', () => {
    const empty: CalendarYear = { year: 2027, notices: [], days: [{ day: '2027-03-01', off: true, name: '春节' }] }
    const unannounced = workingCalendar([...shippedYears(), empty])
    expect(calendar.isAnnounced(2026)).toBe(true)
    expect(calendar.isAnnounced(2027)).toBe(false)
    expect(unannounced.isAnnounced(2027)).toBe(false)
    expect(unannounced.isWorkday('2027-03-01')).toBe(true)
    expect(unannounced.noticesOf(2027)).toEqual([])
  })

  it('takes a notice entered later, for the days it names of the year before too', () => {
    const year2027: CalendarYear = {
      year: 2027, notices: [notice],
      days: [
        { day: '2026-12-26', off: false, name: '元旦' }, { day: '2026-12-31', off: true, name: '元旦' },
        { day: '2027-01-01', off: true, name: '元旦' },
      ],
    }
    const entered = workingCalendar([year2027, ...shippedYears()])
    expect(entered.kindOf('2026-12-26')).toEqual({ kind: 'makeup', name: '元旦' })
    expect(entered.isWorkday('2026-12-31')).toBe(false)
    expect(entered.addWorkdays('2026-12-10', 20)).toBe('2027-01-08')
    expect(entered.noticeBehind('2026-12-31')).toBe(notice)
    expect(entered.kindOf('2027-02-08')).toEqual({ kind: 'work' })
  })

  it('keeps the last of two files of one year', () => {
    const first: CalendarYear = { year: 2027, notices: [notice], days: [{ day: '2027-03-01', off: true, name: '甲' }] }
    const second: CalendarYear = { year: 2027, notices: [notice], days: [{ day: '2027-03-02', off: true, name: '乙' }] }
    const both = workingCalendar([first, second])
    expect([both.isWorkday('2027-03-01'), both.isWorkday('2027-03-02')]).toEqual([true, false])
    expect(workingCalendar([first, { ...second, notices: [] }]).isAnnounced(2027)).toBe(false)
  })

  it('noticeBehind() tells the amendment of a year from its first notice', () => {
    expect(calendar.noticeBehind('2020-01-30')?.title).toBe('国务院办公厅关于2020年部分节假日安排的通知')
    expect(calendar.noticeBehind('2020-01-31')?.title).toBe('国务院办公厅关于延长2020年春节假期的通知')
    expect(calendar.noticeBehind('2019-05-03')?.published).toBe('2019-03-22')
    expect(calendar.noticeBehind('2018-12-29')?.title).toBe('国务院办公厅关于2019年部分节假日安排的通知')
    expect(calendar.noticeBehind('2026-11-21')).toBeUndefined()
    expect(calendar.noticeBehind('2027-01-01')).toBeUndefined()
  })

  it.each([
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-04', -1, '2026-09-30'],
    ['2027-01-04', -2, '2026-12-30'],
    ['2026-10-12', -2, '2026-10-09'],
    ['2027-01-04', -260, '2025-12-16'],
    ['2026-10-03', 0, '2026-10-03'],
  ])('addWorkdays() counts back from %s by %i to %s', (day, n, expected) => {
    expect(calendar.addWorkdays(day, n)).toBe(expected)
  })

  it.each([[1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])('addWorkdays() throws for %d, which is no whole number', (n) => {
    expect(() => calendar.addWorkdays('2026-01-05', n)).toThrow(RangeError)
  })

  it('addWorkdays() throws rather than leave the years a day can name', () => {
    expect(() => workingCalendar([]).addWorkdays('9999-12-30', 5)).toThrow(RangeError)
    expect(() => workingCalendar([]).addWorkdays('0100-01-04', -5)).toThrow(RangeError)
  })

  it('workdaysBetween() is 0 where `to` is not after `from`', () => {
    expect(calendar.workdaysBetween('2026-11-20', '2026-11-20')).toBe(0)
    expect(calendar.workdaysBetween('2026-11-20', '2026-11-02')).toBe(0)
    expect(calendar.workdaysBetween('2026-09-30', '2026-10-07')).toBe(0)
  })

  it.each([
    ['2026-10-03', '2026-10-08', '2026-09-30'],
    ['2026-10-10', '2026-10-10', '2026-10-10'],
    ['2027-01-01', '2027-01-04', '2026-12-31'],
    ['2026-11-22', '2026-11-23', '2026-11-20'],
  ])('nextWorkday() and lastWorkday() of %s are %s and %s', (day, next, last) => {
    expect(calendar.nextWorkday(day)).toBe(next)
    expect(calendar.lastWorkday(day)).toBe(last)
  })
})
