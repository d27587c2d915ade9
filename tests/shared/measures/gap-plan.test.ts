import { describe, expect, it } from 'vitest'
import type { DutyPart } from '../../../shared/measures/figures.ts'
import { gapPlanOf } from '../../../shared/measures/gap-plan.ts'
import { roundTo } from '../../../shared/measures/figure-words.ts'
import { scoreOf } from '../../../shared/measures/score.ts'
import { withPublished } from '../../../shared/measures/simulate-publication.ts'
import { must } from '../../../shared/must.ts'
import { unitOf } from '../../support/small-district.ts'
import { at, part, piece, pieces, schemeOf, worldWith } from './judged.ts'

const scheme = schemeOf(
  [{ points: 40, measure: 'onTimeMacro', full: 1, zero: 0 }, { points: 20, measure: 'eventualMacro', full: 1, zero: 0 },
    { points: 20, kind: 'perCase', measure: 'overdueNow', each: 0.5, eachLong: 1, longWorkdays: 20, emptyMeans: 'full' }],
  [{ points: 10, measure: 'standingCoverage' }, { points: 10, measure: 'periodicCoverage' }],
)
const world = worldWith({ scheme, unitList: [unitOf('A'), unitOf('B'), unitOf('V', { kind: 'vertical' })] })
const plan = (...parts: readonly DutyPart[]) =>
  must(gapPlanOf('A', new Map([['A', parts], ['B', [part(pieces(5, 'onTime'))]]]), world), 'a plan')

const overdue = piece('overdue', { id: 'over', dueDay: '2026-05-06' })
const due = piece('pending', { id: 'due' })
const messy = [
  part([...pieces(3, 'onTime'), overdue, due]),
  part([], { cadence: 'standing', item: 'about', covered: false }),
  part([piece('onTime')], { cadence: 'standing', item: 'other' }),
]

describe('gapPlanOf()', () => {
  it('proposes first what gains most, each step with the score it leads to', () => {
    const { steps, score } = plan(...messy)
    expect(steps.map((step) => [step.kind, step.obligation])).toContainEqual(['overdue', 'over'])
    expect(steps.map((step) => [step.kind, step.item])).toContainEqual(['uncovered', 'about'])
    const gains = steps.map((step) => step.gain)
    expect(gains[0]).toBe(Math.max(...gains))
    let reached = score ?? NaN
    for (const step of steps) {
      expect(step.gain).toBeGreaterThan(0)
      expect(step.score).toBeCloseTo(reached + step.gain, 1)
      reached = step.score
    }
  })

  it('a step’s score is what scoreOf() gives once that piece is out', () => {
    const only = [part([...pieces(3, 'onTime'), overdue])]
    const [step] = plan(...only).steps
    const after = only.map((each) => withPublished(each, overdue, at))
    expect(step?.score).toBe(scoreOf(unitOf('A'), after, world).score)
    expect(after[0]?.obligations.at(-1)).toMatchObject({ status: 'late', lateBy: 'publication', publishedDay: at.day })
  })

  it('publishing in time what waits counts as on time only with a proved day', () => {
    const publish = (over: object) => {
      const o = piece('dueSoon', over)
      return withPublished(part([o]), o, at).obligations[0]?.status
    }
    expect(publish({ proof: 'declared' })).toBe('onTime')
    expect(publish({ proof: 'backfilled' })).toBe('unverified')
    expect(publish({ proof: 'none', hangsOnFormation: false })).toBe('onTime')
  })

  it('a periodic duty is covered by its last period past due, not by an older or a running one', () => {
    const slot = (dueDay: string, status: 'overdue' | 'pending') => piece(status, { origin: 'periodic', dueDay })
    const [old, last, next] = [slot('2026-03-10', 'overdue'), slot('2026-06-10', 'overdue'), slot('2026-09-10', 'pending')]
    const quarterly = part([old, last, next], { cadence: 'slots', covered: false })
    expect([old, last, next].map((o) => withPublished(quarterly, o, at).standing.covered)).toEqual([false, true, false])
  })

  it('tells the rank after each step, ties shared', () => {
    const { rank, steps } = plan(part([piece('onTime'), piece('overdue')]))
    expect(rank).toBe(2)
    expect(steps.at(-1)?.rank).toBe(2)
    const uncovered = plan(part(pieces(5, 'onTime')), part([], { cadence: 'standing', covered: false }))
    expect(uncovered).toMatchObject({ rank: 2, steps: [{ kind: 'uncovered', score: 100, rank: 1 }] })
  })

  it('proposes nothing to a unit that lacks nothing, that has no score, or for its own catalogue', () => {
    expect(plan(part(pieces(5, 'onTime'))).steps).toEqual([])
    expect(plan(part([piece('onTime')]), part([piece('overdue')], { category: 'bureau' })).steps).toEqual([])
    expect(gapPlanOf('V', new Map([['V', messy]]), world)).toEqual({ unit: 'V', score: null, rank: null, steps: [] })
    expect(gapPlanOf('nobody', new Map(), world)).toBeUndefined()
  })

  it('leaves the duties it was given as they are', () => {
    const before = structuredClone(messy)
    plan(...messy)
    expect(messy).toEqual(before)
  })

  it('ends after twenty steps', () => {
    const many = Array.from({ length: 30 }, (_, n) => part([piece('overdue')], { item: `i${n}` }))
    const { steps } = plan(...many)
    expect(steps).toHaveLength(20)
    expect(roundTo(steps.reduce((sum, step) => sum + step.gain, 0), 0)).toBeGreaterThan(0)
  })
})
