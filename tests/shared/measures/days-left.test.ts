import { describe, expect, it } from 'vitest'
import { commonestDay, daysLeftTo } from '../../../shared/measures/days-left.ts'
import { shippedCalendar } from '../time/calendar-files.ts'

const calendar = shippedCalendar()

describe('daysLeftTo()', () => {
  // 2026-01-31 is a Saturday: the last working day is Friday the 30th.
  it.each([
    ['2026-01-31', '2026-01-26', '2026-01-30', 4],
    ['2026-01-31', '2026-01-30', '2026-01-30', 0],
    ['2026-01-31', '2026-01-31', '2026-01-30', 0],
    ['2026-01-31', '2026-02-01', '2026-01-30', 0],
    ['2026-01-31', '2026-02-02', '2026-01-30', -1],
    ['2026-03-31', '2026-03-30', '2026-03-31', 1],
  ])('to %s from %s: last working day %s, %i left', (due, day, lastWorkday, workdaysLeft) => {
    expect(daysLeftTo(due, day, calendar)).toEqual({ dueDay: due, lastWorkday, workdaysLeft })
  })
})

describe('commonestDay()', () => {
  it('is the day most have, the later among equals', () => {
    expect(commonestDay(['2026-01-01', '2026-01-02', '2026-01-01'])).toBe('2026-01-01')
    expect(commonestDay(['2026-01-01', '2026-01-02'])).toBe('2026-01-02')
  })
})
