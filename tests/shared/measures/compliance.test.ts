import { describe, expect, it } from 'vitest'
import { eventualMacro, eventualOf, onTimeMacro, onTimeOf, onTimeOriginalOf } from '../../../shared/measures/compliance.ts'
import { figuresOf } from '../../../shared/measures/figures.ts'
import { assumed, at, declaration, part, piece, pieces } from './judged.ts'

describe('rates in pieces', () => {
  it('onTimeOf() leaves unverified, nothing, exempt, unknown and waiting ones out', () => {
    const figures = figuresOf([
      ...pieces(6, 'onTime'), ...pieces(2, 'late'), piece('overdue'), piece('unverified'), piece('nothing'), piece('exempt'),
      piece('unknown'), piece('pending'), piece('dueSoon'),
    ], at)
    expect(onTimeOf(figures)).toEqual({ part: 6, whole: 9, share: 6 / 9 })
    expect(eventualOf(figures)).toEqual({ part: 9, whole: 10, share: 0.9 })
  })

  it('onTimeOf() and eventualOf() leave what is carried over out', () => {
    const figures = figuresOf([piece('onTime'), piece('overdue', { year: 2025 })], at)
    expect(onTimeOf(figures)).toEqual({ part: 1, whole: 1, share: 1 })
    expect(eventualOf(figures)).toEqual({ part: 1, whole: 1, share: 1 })
  })

  it('eventualOf() keeps a late declaration in the whole and out of the part', () => {
    const figures = figuresOf([piece('onTime'), piece('late'), piece('late', declaration)], at)
    expect(onTimeOf(figures)).toEqual({ part: 1, whole: 3, share: 1 / 3 })
    expect(eventualOf(figures)).toEqual({ part: 2, whole: 3, share: 2 / 3 })
  })

  it('every rate of nothing has no share', () => {
    const figures = figuresOf([piece('pending'), piece('exempt')], at)
    expect(onTimeOf(figures)).toEqual({ part: 0, whole: 0, share: null })
    expect(eventualOf(figures)).toEqual({ part: 0, whole: 0, share: null })
    expect(onTimeOriginalOf(figures)).toEqual({ part: 0, whole: 0, share: null })
  })

  it('onTimeOriginalOf() takes back what an extension gave', () => {
    const figures = figuresOf([piece('onTime'), piece('onTime', { originalDue: '2026-06-12', flags: ['extended'] })], at)
    expect(onTimeOf(figures).share).toBe(1)
    expect(onTimeOriginalOf(figures)).toEqual({ part: 1, whole: 2, share: 0.5 })
  })
})

describe('macro-averages', () => {
  it('onTimeMacro() is the mean of duties, so that 3,000 permits do not drown one bad row', () => {
    const rate = onTimeMacro([part(pieces(300, 'onTime')), part([piece('overdue')]), part([piece('pending')])])
    expect(rate).toEqual({ share: 0.5, duties: 2 })
  })

  it('onTimeMacro() weighs a piece under an assumed limit half inside its duty', () => {
    // 1 of 1.5, and the duty weighs 0.75 of the other one's weight.
    const rate = onTimeMacro([part([piece('onTime'), piece('late', assumed)]), part([piece('onTime')])])
    expect(rate.share).toBeCloseTo((1 / 1.5 * 0.75 + 1) / 1.75, 12)
  })

  it('onTimeMacro() counts a duty resting wholly on assumed limits half in the mean', () => {
    expect(onTimeMacro([part([piece('overdue', assumed)]), part([piece('onTime')])]).share).toBeCloseTo(1 / 1.5, 12)
  })

  it('eventualMacro() takes publications of any timing and halves assumed ones', () => {
    const mixed = part([piece('late'), piece('unverified', assumed), piece('late', { ...declaration, ...assumed })])
    expect(eventualMacro([mixed]).share).toBeCloseTo(1.5 / 2, 12)
  })

  it('a macro-average over nothing has no share', () => {
    expect(onTimeMacro([part([])])).toEqual({ share: null, duties: 0 })
    expect(eventualMacro([])).toEqual({ share: null, duties: 0 })
  })
})
