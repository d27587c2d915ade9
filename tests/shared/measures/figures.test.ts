import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countIn, countOut, emptyFigures, figuresOf, type DutyFigures } from '../../../shared/measures/figures.ts'
import { anyPiece, assumed, at, declaration, piece } from './judged.ts'

/** Days are a multiset. */
function sorted(figures: DutyFigures): DutyFigures {
  return { ...figures, overdueDays: figures.overdueDays.toSorted(), openDays: figures.openDays.toSorted() }
}

describe('figuresOf()', () => {
  it('counts an overdue one of an earlier year as open and carried over, in no rate', () => {
    const figures = figuresOf([piece('overdue', { year: 2025, ...assumed })], at)
    expect(figures).toEqual({
      ...emptyFigures(), tally: { ...emptyFigures().tally, overdue: 1 }, carriedOver: 1, overdueDays: ['2026-06-16'],
    })
  })

  it('counts one late by declaration under an assumed limit in each of its counts', () => {
    const figures = figuresOf([piece('late', { ...declaration, ...assumed })], at)
    expect(figures).toMatchObject({
      lateDeclared: 1, assumedLate: 1, assumedLateDeclared: 1, wholeOriginal: 1, onTimeOriginal: 0, hanging: 0,
    })
    expect(figures.tally.late).toBe(1)
  })

  it('keeps the due days of what waits, of any year', () => {
    expect(figuresOf([piece('pending', { year: 2027, dueDay: '2027-01-29' }), piece('dueSoon')], at).openDays)
      .toEqual(['2027-01-29', '2026-07-07'])
  })

  it('counts nothing settled of another year', () => {
    expect(figuresOf([piece('onTime', { year: 2025 }), piece('late', { year: 2027 })], at)).toEqual(emptyFigures())
  })
})

describe('countIn() and countOut()', () => {
  it('countOut() throws when a due day goes out that never came in', () => {
    expect(() => countOut(emptyFigures(), piece('overdue'), at)).toThrow('invariant broken')
  })

  it('moved figures equal recounted ones after every step', () => {
    const steps = fc.array(fc.record({ o: anyPiece, drop: fc.nat() }), { maxLength: 40 })
    fc.assert(fc.property(steps, (moves) => {
      const figures = emptyFigures()
      const held = []
      for (const { o, drop } of moves) {
        countIn(figures, o, at)
        held.push(o)
        if (drop % 3 === 0) {
          const [gone] = held.splice(drop % held.length, 1)
          if (gone) countOut(figures, gone, at)
        }
        expect(sorted(figures)).toEqual(sorted(figuresOf(held, at)))
      }
    }))
  })
})
