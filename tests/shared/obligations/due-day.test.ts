import { expect, it } from 'vitest'
import type { DeadlineRule } from '../../../shared/catalogue/deadline-rule.ts'
import { dateOfYear, dueDayOf, unrolledDay } from '../../../shared/obligations/due-day.ts'
import { shippedCalendar } from '../time/calendar-files.ts'
import { underEveryZone } from '../time/time-zones.ts'

function within(n: number, unit: 'workday' | 'calendarDay' = 'workday'): DeadlineRule {
  return { kind: 'within', n, unit, after: 'formed' }
}

underEveryZone('dueDayOf()', () => {
  const by = { calendar: shippedCalendar(), thresholds: { realtimeWorkdays: 3 } }

  it.each([
    ['the 20th working day', within(20), '2026-02-03', '2026-03-09'],
    ['the 7th working day over 国庆', within(7), '2025-09-26', '2025-10-13'],
    ['the 3rd, a make-up Saturday', within(3), '2026-09-30', '2026-10-10'],
    ['the 1st after a Saturday, which is not counted', within(1), '2026-11-21', '2026-11-23'],
    ['the 20th calendar day, a working one', within(20, 'calendarDay'), '2026-03-03', '2026-03-23'],
    ['the 20th calendar day, a make-up Sunday', within(20, 'calendarDay'), '2026-08-31', '2026-09-20'],
    ['calendar days that end on a Saturday, moved to Monday', within(20, 'calendarDay'), '2026-03-01', '2026-03-23'],
    ['calendar days that end in 国庆, moved past it', within(20, 'calendarDay'), '2026-09-11', '2026-10-08'],
    ['the next 31 January', { kind: 'byDate', monthDay: '01-31' }, '2026-02-01', '2027-01-31'],
    ['this 31 January, a Saturday', { kind: 'byDate', monthDay: '01-31' }, '2026-01-31', '2026-01-31'],
    ['the end of the year', { kind: 'byDate', monthDay: '12-31' }, '2026-03-05', '2026-12-31'],
    ['the last day of the month', { kind: 'cycle', n: 1, unit: 'month' }, '2024-02-10', '2024-02-29'],
    ['the last day of the quarter', { kind: 'cycle', n: 3, unit: 'month' }, '2026-04-01', '2026-06-30'],
    ['the last day of the half-year', { kind: 'cycle', n: 6, unit: 'month' }, '2026-12-31', '2026-12-31'],
    ['the last day of the year', { kind: 'cycle', n: 1, unit: 'year' }, '2026-01-01', '2026-12-31'],
    ['the last day of two years', { kind: 'cycle', n: 2, unit: 'year' }, '2026-05-01', '2027-12-31'],
    ['realtime, 3 working days', { kind: 'realtime' }, '2026-11-20', '2026-11-25'],
    ['unstated, 20 working days', { kind: 'unstated' }, '2026-02-03', '2026-03-09'],
  ] as const)('is %s', (_what, rule, eventDay, due) => {
    expect(dueDayOf(rule, eventDay, by)?.day).toBe(due)
  })

  it('sets no limit for a display period or what cannot be computed', () => {
    expect(dueDayOf({ kind: 'display', n: 5, unit: 'workday' }, '2026-02-03', by)).toBeNull()
    expect(dueDayOf({ kind: 'manual' }, '2026-02-03', by)).toBeNull()
  })

  it('assumes realtime and unstated limits only', () => {
    const assumed = (rule: DeadlineRule) => dueDayOf(rule, '2026-02-03', by)?.assumed
    expect(assumed({ kind: 'realtime' })).toBe(true)
    expect(assumed({ kind: 'unstated' })).toBe(true)
    expect(assumed(within(20))).toBe(false)
    expect(assumed({ kind: 'byDate', monthDay: '01-31' })).toBe(false)
    expect(assumed({ kind: 'cycle', n: 1, unit: 'year' })).toBe(false)
  })

  it('reads realtime as many working days as the threshold says', () => {
    expect(dueDayOf({ kind: 'realtime' }, '2026-11-20', { ...by, thresholds: { realtimeWorkdays: 1 } })).toEqual({
      day: '2026-11-23', from: '2026-11-20', n: 1, unit: 'workday', assumed: true,
    })
  })

  it('keeps the day a period of calendar days ended on before it moved', () => {
    const moved = dueDayOf(within(20, 'calendarDay'), '2026-03-01', by)
    expect(moved && unrolledDay(moved)).toBe('2026-03-21')
    const plain = dueDayOf(within(20), '2026-03-01', by)
    expect(plain && unrolledDay(plain)).toBeNull()
  })

  it.each([
    ['02-29', 2026, '2026-02-28'], ['02-29', 2028, '2028-02-29'], ['01-31', 2027, '2027-01-31'],
  ])('dateOfYear() %s of %i is %s', (monthDay, year, day) => {
    expect(dateOfYear(monthDay, year)).toBe(day)
  })
})
