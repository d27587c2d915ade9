import { expect, it } from 'vitest'
import {
  addDays, addMonths, dayNumber, dayOf, dayOfNumber, daysBetween, endOfDay, readDay, startOfDay, weekdayOf, yearOf,
} from '../../../shared/time/day.ts'
import { underEveryZone } from './time-zones.ts'

underEveryZone('day', () => {
  it.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21'],
    ['2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['2026-03-08T09:30:00.000Z', '2026-03-08'],
  ])('dayOf() reads %s as the Shanghai day %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day)
  })

  it.each([
    '2024-02-29', '2026-01-01', '2026-03-08', '2026-11-01', '2026-12-31',
  ])('startOfDay() and endOfDay() bound %s to the millisecond', (day) => {
    expect(startOfDay(day)).toBe(`${addDays(day, -1)}T16:00:00.000Z`)
    expect(endOfDay(day)).toBe(`${day}T15:59:59.999Z`)
    expect(dayOf(startOfDay(day))).toBe(day)
    expect(dayOf(endOfDay(day))).toBe(day)
  })

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-11-01', 1, '2026-11-02'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-05-05', 0, '2026-05-05'],
    ['2025-01-01', 365, '2026-01-01'],
  ])('addDays() from %s by %i is %s, and daysBetween() undoes it', (day, n, later) => {
    expect(addDays(day, n)).toBe(later)
    expect(daysBetween(day, later)).toBe(n)
  })

  it('dayOfNumber() undoes dayNumber() over every day of a century', () => {
    let expected = dayNumber('1999-12-31')
    for (let day = '2000-01-01'; day < '2100-01-01'; day = addDays(day, 1)) {
      expected += 1
      if (dayNumber(day) !== expected || dayOfNumber(expected) !== day) expect.fail(`${day} is not day ${expected}`)
    }
    expect(dayOfNumber(expected)).toBe('2099-12-31')
  })

  it.each([
    ['2026-11-21', 6], ['2026-11-22', 7], ['2026-11-23', 1], ['1970-01-01', 4], ['1969-12-31', 3], ['1949-10-01', 6], ['2024-02-29', 4],
  ])('weekdayOf() %s is %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-20', 12, '2027-05-20'],
    ['2026-05-20', 0, '2026-05-20'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', -10, '2026-02-28'],
  ])('addMonths() %s by %i is %s', (day, n, expected) => {
    expect(addMonths(day, n)).toBe(expected)
  })

  it('yearOf() is the number of the year', () => {
    expect(yearOf('2026-12-31')).toBe(2026)
  })

  it.each([
    '2026-02-14', '2024-02-29', '2000-02-29', '2026-12-31', '0100-01-01', '9999-12-31',
  ])('readDay() takes the real day %s', (day) => {
    expect(readDay(day)).toBe(day)
  })

  it.each([
    '2026-02-30', '2025-02-29', '1900-02-29', '0099-12-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-2-3', '20260203',
    '2026/02/03', ' 2026-02-03', '2026-02-03 ', '2026-02-03T00:00:00Z', '２０２６-02-03', '', null, undefined,
    20260203, new Date('2026-02-03T00:00:00Z'), ['2026-02-03'],
  ])('readDay() takes nothing else: %s', (value) => {
    expect(readDay(value)).toBeUndefined()
  })
})
