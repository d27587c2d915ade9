import { describe, expect, it } from 'vitest'
import { dueByDayOf } from '../../../shared/measures/due-by-day.ts'
import { part, piece, worldWith } from './judged.ts'

describe('dueByDayOf()', () => {
  it('has each of the next ten working days, also those without, and days off on which something falls due', () => {
    const due = (dueDay: string) => piece('pending', { dueDay })
    const days = dueByDayOf([part([due('2026-07-01'), due('2026-07-01'), due('2026-07-05'), due('2026-07-14'), due('2026-07-15'), piece('overdue')])], worldWith())
    expect(days).toEqual([
      ['2026-07-01', 2], ['2026-07-02', 0], ['2026-07-03', 0], ['2026-07-05', 1], ['2026-07-06', 0], ['2026-07-07', 0], ['2026-07-08', 0],
      ['2026-07-09', 0], ['2026-07-10', 0], ['2026-07-13', 0], ['2026-07-14', 1],
    ].map(([day, pieces]) => ({ day, pieces })))
  })

  it('has today when something falls due today', () => {
    expect(dueByDayOf([part([piece('dueSoon', { dueDay: '2026-06-30' })])], worldWith())[0]).toEqual({ day: '2026-06-30', pieces: 1 })
  })
})
