import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, dayOfNumber } from '../../../shared/time/day.ts'
import { shippedCalendar } from './calendar-files.ts'

// fast-check prints seed and path of a failure; both replay it.
const calendar = shippedCalendar()
const day = fc.integer({ min: dayNumber('2017-06-01'), max: dayNumber('2028-06-30') }).map(dayOfNumber)
const count = fc.integer({ min: 1, max: 700 })

/** The definition, day by day, sharing nothing with the counts the calendar keeps. */
function countedSlowly(from: string, to: string): number {
  let n = 0
  for (let each = addDays(from, 1); each <= to; each = addDays(each, 1)) {
    const { kind } = calendar.kindOf(each)
    if (kind === 'work' || kind === 'makeup') n += 1
  }
  return n
}

describe('working calendar laws', () => {
  it('workdaysBetween() undoes addWorkdays()', () => {
    fc.assert(fc.property(day, count, (from, n) => {
      expect(calendar.workdaysBetween(from, calendar.addWorkdays(from, n))).toBe(n)
    }))
  })

  it('addWorkdays() forward and back meets the last working day at or before the start', () => {
    fc.assert(fc.property(day, count, (from, n) => {
      expect(calendar.addWorkdays(calendar.addWorkdays(from, n), -n)).toBe(calendar.lastWorkday(from))
    }))
  })

  it('addWorkdays() lands on a working day, and steps add up', () => {
    fc.assert(fc.property(day, count, count, (from, n, more) => {
      const first = calendar.addWorkdays(from, n)
      expect(calendar.isWorkday(first)).toBe(true)
      expect(calendar.addWorkdays(first, more)).toBe(calendar.addWorkdays(from, n + more))
    }))
  })

  it('workdaysBetween() is what counting day by day gives, and adds up over any day between', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (from, a, b) => {
      const middle = addDays(from, a)
      const to = addDays(middle, b)
      expect(calendar.workdaysBetween(from, to)).toBe(countedSlowly(from, to))
      expect(calendar.workdaysBetween(from, middle) + calendar.workdaysBetween(middle, to)).toBe(calendar.workdaysBetween(from, to))
    }), { numRuns: 60 })
  })

  it('nextWorkday() and lastWorkday() are the nearest working days, the day itself included', () => {
    fc.assert(fc.property(day, (any) => {
      const next = calendar.nextWorkday(any)
      const last = calendar.lastWorkday(any)
      expect([last <= any, any <= next, calendar.isWorkday(last), calendar.isWorkday(next)]).toEqual([true, true, true, true])
      expect(calendar.workdaysBetween(last, next)).toBe(calendar.isWorkday(any) ? 0 : 1)
    }))
  })
})
