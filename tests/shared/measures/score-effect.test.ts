import { describe, expect, it } from 'vitest'
import { scoreEffectOf } from '../../../shared/measures/score-effect.ts'
import { scoreOf } from '../../../shared/measures/score.ts'
import { withPublished } from '../../../shared/measures/simulate-publication.ts'
import { unitOf } from '../../support/small-district.ts'
import { at, part, piece, pieces, schemeOf, worldWith } from './judged.ts'

const scheme = schemeOf([{ points: 60, measure: 'onTimeMacro', full: 1, zero: 0 }, { points: 40, kind: 'perCase', measure: 'overdueNow', each: 10, eachLong: 10, longWorkdays: 20, emptyMeans: 'full' }])
const world = worldWith({ scheme, unitList: [unitOf('A'), unitOf('V', { kind: 'vertical' })] })
const overdue = piece('overdue')

describe('scoreEffectOf()', () => {
  it('is the score before and after, by the score\'s own function', () => {
    const parts = [part([...pieces(3, 'onTime'), overdue])]
    const after = [withPublished(parts[0]!, overdue, at)]
    const [now, then] = [scoreOf(unitOf('A'), parts, world).score!, scoreOf(unitOf('A'), after, world).score!]
    expect(scoreEffectOf(overdue, parts, world)).toEqual({ now, after: then, gain: 10 })
    expect(then - now).toBeCloseTo(10)
  })

  it('is null for what is settled, for 部门目录 and for a unit without score', () => {
    const settled = piece('onTime')
    const bureau = piece('overdue', { category: 'bureau' })
    const vertical = piece('overdue', { unit: 'V' })
    expect(scoreEffectOf(settled, [part([settled])], world)).toBeNull()
    expect(scoreEffectOf(bureau, [part([bureau], { category: 'bureau' })], world)).toBeNull()
    expect(scoreEffectOf(vertical, [part([vertical], { unit: 'V' })], world)).toBeNull()
  })
})
