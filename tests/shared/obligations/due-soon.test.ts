import { expect, it } from 'vitest'
import { dueDayOf } from '../../../shared/obligations/due-day.ts'
import { dueSoonFrom, warningWorkdays } from '../../../shared/obligations/due-soon.ts'
import { must } from '../../../shared/must.ts'
import { shippedCalendar } from '../time/calendar-files.ts'
import { underEveryZone } from '../time/time-zones.ts'

underEveryZone('dueSoonFrom()', () => {
  const calendar = shippedCalendar()
  const by = { calendar, thresholds: { realtimeWorkdays: 3 } }

  function layer(n: number, unit: 'workday' | 'calendarDay', from: string) {
    return must(dueDayOf({ kind: 'within', n, unit, after: 'formed' }, from, by), 'a limit')
  }

  it.each([
    [1, 1], [3, 1], [4, 1], [5, 2], [7, 2], [8, 2], [9, 3], [16, 4], [17, 5], [20, 5], [60, 5],
  ])('warns of a limit of %i working days %i before', (n, days) => {
    expect(warningWorkdays(layer(n, 'workday', '2026-03-02'), calendar)).toBe(days)
  })

  it.each([
    ['3 working days', layer(3, 'workday', '2026-11-17'), '2026-11-20', '2026-11-19'],
    ['7 working days', layer(7, 'workday', '2026-11-02'), '2026-11-11', '2026-11-09'],
    ['20 working days over 春节', layer(20, 'workday', '2026-02-03'), '2026-03-09', '2026-03-02'],
    ['3 working days over 国庆', layer(3, 'workday', '2026-09-30'), '2026-10-10', '2026-10-09'],
    ['20 calendar days, 14 of them working', layer(20, 'calendarDay', '2026-03-03'), '2026-03-23', '2026-03-17'],
    ['a fixed date on a Sunday, against the Friday before', { day: '2027-01-31', from: null, n: null, unit: 'date' as const },
      '2027-01-31', '2027-01-15'],
    ['a fixed date on a working day', { day: '2026-03-31', from: null, n: null, unit: 'date' as const }, '2026-03-31', '2026-03-17'],
    ['the last day of a month', { day: '2026-11-30', from: '2026-10-31', n: null, unit: 'date' as const }, '2026-11-30', '2026-11-23'],
    ['7 working days a 报备 moved on', { ...layer(7, 'workday', '2026-11-02'), day: '2026-11-30' }, '2026-11-30', '2026-11-26'],
  ])('%s', (_what, warned, day, from) => {
    expect(warned.day).toBe(day)
    expect(dueSoonFrom(warned, calendar)).toBe(from)
  })
})
