import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueRowsOf, mergeDueRows } from '../../../shared/measures/due-rows.ts'
import { isWaiting } from '../../../shared/measures/year-set.ts'
import { anyPiece, part, piece } from './judged.ts'

describe('dueRowsOf()', () => {
  it('lists what waits by due day, then id, never with a title; overdue ones are no longer due', () => {
    const duties = [
      part([
        piece('pending', { id: 'b', dueDay: '2026-07-03' }), piece('overdue'),
        piece('dueSoon', { id: 'c', dueDay: '2026-07-01', year: 2025 }),
      ]),
      part([piece('pending', { id: 'a', dueDay: '2026-07-03' }), piece('onTime'), piece('pending', { dueDay: null })]),
    ]
    expect(dueRowsOf(duties, 20).map((row) => [row.id, row.dueDay]))
      .toEqual([['c', '2026-07-01'], ['a', '2026-07-03'], ['b', '2026-07-03']])
    expect(dueRowsOf(duties, 2).map((row) => row.id)).toEqual(['c', 'a'])
    expect(dueRowsOf(duties, 20).every((row) => !('title' in row))).toBe(true)
  })

  it('merged lists are the first of all, by due day, unit and id', () => {
    const units = fc.array(fc.array(anyPiece, { maxLength: 8 }), { maxLength: 5 })
    fc.assert(fc.property(units, fc.integer({ min: 1, max: 6 }), (each, limit) => {
      const own = each.map((obligations, n) => obligations.map((o) => ({ ...o, unit: `U${n}` })))
      const expected = own.flat().filter(isWaiting)
        .map((o) => `${o.dueDay} ${o.unit} ${o.id}`).sort().slice(0, limit)
      const merged = mergeDueRows(own.map((obligations) => dueRowsOf([part(obligations)], limit)), limit)
      expect(merged.map((row) => `${row.dueDay} ${row.unit} ${row.id}`)).toEqual(expected)
    }))
  })
})
