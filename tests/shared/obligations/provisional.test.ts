import { describe, expect, it } from 'vitest'
import { dueDayOf, fixedDate } from '../../../shared/obligations/due-day.ts'
import { isProvisional, touchesUnannounced } from '../../../shared/obligations/provisional.ts'
import { must } from '../../../shared/must.ts'
import { workingCalendar } from '../../../shared/time/working-calendar.ts'
import { shippedCalendar, shippedYears } from '../time/calendar-files.ts'

const calendar = shippedCalendar()
const by = { calendar, thresholds: { realtimeWorkdays: 3 } }

function reach(n: number, unit: 'workday' | 'calendarDay', from: string) {
  return must(dueDayOf({ kind: 'within', n, unit, after: 'formed' }, from, by), 'a limit')
}

describe('touchesUnannounced()', () => {
  it.each([
    ['2026-12-10', '2026-12-31', false],
    ['2026-12-31', '2027-01-01', true],
    ['2026-12-10', '2027-01-08', true],
    ['2025-01-01', '2026-12-31', false],
    ['2017-12-31', '2018-01-02', false],
    ['2017-12-30', '2018-01-02', true],
    ['2027-03-01', '2027-03-01', false],
    ['2027-03-02', '2027-03-01', false],
  ])('from %s to %s, the first not counted: %s', (from, to, touches) => {
    expect(touchesUnannounced(from, to, calendar)).toBe(touches)
  })
})

describe('isProvisional()', () => {
  it.each([
    ['20 working days into a year without notice', reach(20, 'workday', '2026-12-10'), true],
    ['working days that end with the announced year', reach(5, 'workday', '2026-12-21'), false],
    ['calendar days that end in an announced year', reach(20, 'calendarDay', '2026-12-11'), false],
    ['calendar days that end in a year without notice', reach(20, 'calendarDay', '2026-12-15'), true],
    ['a fixed date, which no notice moves', fixedDate('2027-01-31'), false],
    ['the last day of a period', { day: '2027-03-31', from: '2026-12-31', n: null, unit: 'date' as const }, false],
  ])('%s: %s', (_what, layer, provisional) => {
    expect(isProvisional(layer, calendar)).toBe(provisional)
  })

  it('ends when the notice is entered', () => {
    const notice = { title: '国务院办公厅关于2027年部分节假日安排的通知', number: '', published: '2026-11-25' }
    const entered = workingCalendar([...shippedYears(), { year: 2027, notices: [notice], days: [] }])
    expect(isProvisional(reach(20, 'workday', '2026-12-10'), entered)).toBe(false)
  })
})
