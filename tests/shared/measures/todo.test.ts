import { describe, expect, it } from 'vitest'
import { scoreEffectOf } from '../../../shared/measures/score-effect.ts'
import { todoOf } from '../../../shared/measures/todo.ts'
import { unitOf } from '../../support/small-district.ts'
import { part, piece, pieces, schemeOf, worldWith } from './judged.ts'

const scheme = schemeOf([{ points: 60, measure: 'onTimeMacro', full: 1, zero: 0 }, { points: 40, measure: 'standingCoverage' }])
const world = worldWith({ scheme, unitList: [unitOf('A'), unitOf('V', { kind: 'vertical' })] })
const late = piece('overdue', { id: 'late', dueDay: '2026-06-16' })
const later = piece('overdue', { id: 'later', dueDay: '2026-06-10' })
const soon = piece('dueSoon', { id: 'soon', dueDay: '2026-07-02' })
const undated = piece('pending', { id: 'undated', dueDay: null })
const duties = [
  part([...pieces(2, 'onTime'), soon, late, later, undated]), part([], { cadence: 'standing', item: 'about', covered: false }),
  part([piece('overdue', { id: 'own', category: 'bureau' })], { category: 'bureau', item: 'b-own' }),
  part([piece('onTime')], { cadence: 'standing', item: 'kept' }),
]
const { entries, total } = todoOf('A', duties, world)

describe('todoOf()', () => {
  it('lists all that is open and duties with nothing to show, the longest overdue first, what has no due day last', () => {
    expect(entries.map((entry) => entry.obligation?.id ?? entry.item)).toEqual(['later', 'late', 'own', 'soon', 'undated', 'about'])
    expect(total).toBe(6)
  })

  it('counts working days to the due day, and past it as negative ones', () => {
    expect(entries.map((entry) => entry.workdaysLeft)).toEqual([-13, -9, -9, 2, null, null])
  })

  it('says what each gains as the page of the piece does', () => {
    for (const entry of entries.filter((each) => each.obligation?.dueDay && each.category !== 'bureau')) {
      expect(entry.gain).toBe(scoreEffectOf(entry.obligation!, duties, world)?.gain)
    }
    expect(entries.at(-1)?.gain).toBeGreaterThan(0)
  })

  it('promises no points for the bureau’s own catalogue, without a due day, or to a unit without score', () => {
    expect(entries.filter((entry) => entry.obligation?.id === 'own' || entry.obligation?.id === 'undated').map((entry) => entry.gain)).toEqual([null, null])
    expect(todoOf('V', duties, world).entries.every((entry) => entry.gain === null)).toBe(true)
  })

  it('has nothing to say of a unit with nothing open', () => {
    expect(todoOf('A', [part([piece('onTime')])], world)).toEqual({ entries: [], total: 0 })
  })
})
