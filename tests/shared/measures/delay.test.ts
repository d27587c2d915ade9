import { describe, expect, it } from 'vitest'
import { delayOf } from '../../../shared/measures/delay.ts'
import { shippedCalendar } from '../time/calendar-files.ts'
import { at, piece } from './judged.ts'

const when = { ...at, calendar: shippedCalendar() }
/** Formed on Monday 2026-06-01, published on the n-th working day of that June's first half (no holiday in it). */
const after = (publishedDay: string) => piece('onTime', { eventDay: '2026-06-01', publishedDay })

describe('delayOf()', () => {
  it('takes the middle of an odd number and the mean of the middle two of an even one', () => {
    const three = [after('2026-06-02'), after('2026-06-08'), after('2026-06-03')]
    expect(delayOf(three, when)).toEqual({ count: 3, median: 2, p90: 5 })
    expect(delayOf([...three, after('2026-06-05')], when)).toEqual({ count: 4, median: 3, p90: 5 })
  })

  it('p90 is the ninth of ten', () => {
    const days = ['02', '03', '04', '05', '08', '09', '10', '11', '12', '15'].map((day) => after(`2026-06-${day}`))
    expect(delayOf(days, when)).toEqual({ count: 10, median: 5.5, p90: 9 })
  })

  it('leaves out unknown formation days, other clocks, other years and what is not public', () => {
    const out = [
      piece('unverified', { eventDay: null }), piece('onTime', { hangsOnFormation: false }), piece('onTime', { year: 2025 }),
      piece('overdue'), piece('pending'),
    ]
    expect(delayOf(out, when)).toEqual({ count: 0, median: null, p90: null })
  })

  it('a publication before the formation day counts no delay', () => {
    expect(delayOf([piece('unverified', { eventDay: '2026-06-08', publishedDay: '2026-06-03' })], when).median).toBe(0)
  })
})
