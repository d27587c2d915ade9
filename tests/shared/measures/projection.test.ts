import { describe, expect, it } from 'vitest'
import { gapPlanOf } from '../../../shared/measures/gap-plan.ts'
import { projectionOf } from '../../../shared/measures/projection.ts'
import { must } from '../../../shared/must.ts'
import { unitOf } from '../../support/small-district.ts'
import { part, piece, pieces, schemeOf, worldWith } from './judged.ts'

const scheme = { ...schemeOf(
  [{ points: 40, measure: 'onTimeMacro', full: 1, zero: 0 }, { points: 20, measure: 'eventualMacro', full: 1, zero: 0 },
    { points: 20, kind: 'perCase', measure: 'overdueNow', each: 0.5, eachLong: 1, longWorkdays: 20, emptyMeans: 'full' }],
  [{ points: 10, measure: 'standingCoverage' }, { points: 10, measure: 'periodicCoverage' }],
), rankFloor: 1 }
const world = worldWith({ scheme, unitList: [unitOf('A'), unitOf('B'), unitOf('V', { kind: 'vertical' })] })
const overdue = piece('overdue', { id: 'over', dueDay: '2026-05-06' })
const due = piece('pending', { id: 'due' })
const own = [
  part([...pieces(3, 'onTime'), overdue, due]),
  part([], { cadence: 'standing', item: 'about', covered: false }),
  part([piece('onTime')], { cadence: 'standing', item: 'other' }),
]
const parts = new Map([['A', own], ['B', [part([...pieces(9, 'onTime'), piece('late')])]], ['V', own]])
const project = (obligations: string[], items: string[] = [], unit = 'A') => must(projectionOf(unit, { obligations, items }, { parts, world }), 'a projection')

describe('projectionOf()', () => {
  it('with nothing ticked is the same before and after', () => {
    const { before, after, taken } = project([])
    expect([after, taken]).toEqual([before, 0])
  })

  it('with the gap plan’s steps ticked one by one says what the plan says of each', () => {
    const { steps } = must(gapPlanOf('A', parts, world), 'a plan')
    expect(steps.length).toBeGreaterThan(1)
    steps.forEach((step, place) => {
      const done = steps.slice(0, place + 1)
      const { after } = project(done.flatMap((each) => each.obligation ?? []), done.filter((each) => each.obligation === null).map((each) => each.item))
      expect([after.score, after.rank]).toEqual([step.score, step.rank])
    })
  })

  it('counts the pieces out of what is overdue and into the rates', () => {
    const { before, after } = project(['over', 'due'])
    expect([before.overdue, after.overdue]).toEqual([1, 0])
    expect([before.eventual, after.eventual].map(({ part: of, whole }) => [of, whole])).toEqual([[4, 5], [6, 6]])
    expect([before.onTime, after.onTime].map(({ part: of, whole }) => [of, whole])).toEqual([[4, 5], [5, 6]])
  })

  it('covers a duty that shows nothing, once', () => {
    const { before, after, taken } = project([], ['about'])
    expect([before.coverage.part, after.coverage.part, taken]).toEqual([2, 3, 1])
  })

  it('names what is not open any more and rows that wait for nothing', () => {
    expect(project(['over', 'gone', own[0]!.obligations[0]!.id], ['other'])).toMatchObject({ taken: 1, leftOut: ['gone', own[0]!.obligations[0]!.id, 'other'] })
  })

  it('of a vertical unit moves the rates and has no score', () => {
    const { before, after } = project(['over'], [], 'V')
    expect([before.score, after.score, after.rank, before.overdue - after.overdue]).toEqual([null, null, null, 1])
  })

  it('knows no unknown unit', () => {
    expect(projectionOf('X', { obligations: [], items: [] }, { parts, world })).toBeUndefined()
  })
})
