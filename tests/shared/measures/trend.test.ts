import { describe, expect, it } from 'vitest'
import { monthEndsBefore, trendPointOf } from '../../../shared/measures/trend.ts'
import { at, D, part, piece, pieces, worldWith } from './judged.ts'

describe('monthEndsBefore()', () => {
  it.each([
    ['2026-03-10', 3, '2020-01-01', ['2025-12-31', '2026-01-31', '2026-02-28']],
    ['2026-03-31', 2, '2020-01-01', ['2026-01-31', '2026-02-28']],
    ['2024-03-01', 1, '2020-01-01', ['2024-02-29']],
    ['2026-03-10', 12, '2026-01-31', ['2026-01-31', '2026-02-28']],
    ['2026-03-10', 12, '2026-03-01', []],
  ])('before %s, %i months, since %s are %j', (day, months, since, ends) => {
    expect(monthEndsBefore(day, months, since)).toEqual(ends)
  })
})

describe('trendPointOf()', () => {
  it('counts the rates of the year, what is open of any year, and coverage by duty', () => {
    const first = part([...pieces(3, 'onTime'), ...pieces(2, 'late'), piece('overdue'), piece('overdue', { year: 2025 })])
    const second = part([piece('unverified')], { item: 'permit', covered: false })
    expect(trendPointOf([[first], [second]], worldWith())).toEqual({
      day: D, year: at.year, onTime: { part: 3, whole: 6, share: 0.5 }, eventual: { part: 6, whole: 7, share: 6 / 7 },
      coverage: { part: 1, whole: 2, share: 0.5 }, overdue: 2, late: 2,
    })
  })

  it('of nothing has no rates', () => {
    expect(trendPointOf([], worldWith()).onTime.share).toBeNull()
  })
})
