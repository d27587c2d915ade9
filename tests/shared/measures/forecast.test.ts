import { describe, expect, it } from 'vitest'
import { forecastOf } from '../../../shared/measures/forecast.ts'
import { scheme } from '../../support/small-district.ts'
import { D, part, piece, pieces, worldWith } from './judged.ts'

const world = worldWith()
const due = (n: number) => piece('pending', { dueDay: world.calendar.addWorkdays(D, n) })

describe('forecastOf()', () => {
  it('counts what falls due within 5 and 10 working days, the day itself and earlier years included', () => {
    const duties = [part([piece('dueSoon', { dueDay: D }), due(5), due(6), due(10), due(11), piece('pending', { dueDay: D, year: 2025 })])]
    expect(forecastOf(duties, world)).toMatchObject({ dueWithin5: 3, dueWithin10: 5 })
  })

  it('year-end rates: all in time lifts them, nothing more lets every open one lapse', () => {
    const duties = [part([...pieces(6, 'onTime'), piece('late'), piece('overdue'), due(3), due(8)])]
    expect(forecastOf(duties, world)).toMatchObject({
      openOfYear: 2, yearEnd: '2026-12-31',
      ifAllInTime: { onTime: { part: 8, whole: 10 }, eventual: { part: 10, whole: 10, share: 1 } },
      ifNothingMore: { onTime: { part: 6, whole: 10 }, eventual: { part: 7, whole: 10 } },
    })
  })

  it('open ones of another year, or due after the year’s end, do not touch its rates', () => {
    const duties = [part([
      piece('onTime'), piece('pending', { year: 2025 }), piece('pending', { dueDay: '2027-01-08' }),
      piece('pending', { year: 2027, dueDay: '2027-01-08' }),
    ])]
    expect(forecastOf(duties, world).openOfYear).toBe(0)
  })

  it('a year that begins on 1 November ends on 31 October', () => {
    expect(forecastOf([], worldWith({ scheme: { ...scheme, yearStart: '11-01' } })).yearEnd).toBe('2026-10-31')
  })

  it('nothing due gives no share', () => {
    expect(forecastOf([], world).ifAllInTime.onTime).toEqual({ part: 0, whole: 0, share: null })
  })
})
