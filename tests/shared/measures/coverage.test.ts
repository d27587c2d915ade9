import { describe, expect, it } from 'vitest'
import { coverageOf, verifiableOf } from '../../../shared/measures/coverage.ts'
import { figuresOf } from '../../../shared/measures/figures.ts'
import { at, declaration, piece } from './judged.ts'

describe('coverageOf()', () => {
  it('counts covered ones among applicable duties only', () => {
    const standings = [
      { applicable: true, covered: true }, { applicable: true, covered: false }, { applicable: false, covered: true },
      { applicable: true, covered: true }, { applicable: false, covered: false },
    ]
    expect(coverageOf(standings)).toEqual({ part: 2, whole: 3, share: 2 / 3 })
  })

  it('has no share where no duty is applicable', () => {
    expect(coverageOf([{ applicable: false, covered: false }])).toEqual({ part: 0, whole: 0, share: null })
  })
})

describe('verifiableOf()', () => {
  it('asks only published ones whose due day hangs on formation, late ones too', () => {
    const figures = figuresOf([
      piece('onTime', { proof: 'declared' }), piece('late', { proof: 'source' }), piece('unverified', { proof: 'backfilled' }),
      piece('late', { proof: 'none' }), piece('onTime', { hangsOnFormation: false }), piece('late', declaration),
      piece('overdue'), piece('onTime', { year: 2025 }),
    ], at)
    expect(verifiableOf(figures)).toEqual({ part: 2, whole: 4, share: 0.5 })
  })
})
