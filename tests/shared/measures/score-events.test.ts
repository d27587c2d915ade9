import { describe, expect, it } from 'vitest'
import { scoreOf } from '../../../shared/measures/score.ts'
import { scoreEventsOf } from '../../../shared/measures/score-events.ts'
import { unitOf } from '../../support/small-district.ts'
import { declaration, part, piece, pieces, schemeOf, worldWith } from './judged.ts'

const scheme = schemeOf([
  { points: 60, measure: 'onTimeMacro', full: 1, zero: 0 },
  { points: 40, kind: 'perCase', measure: 'overdueNow', each: 1, emptyMeans: 'full' }])
const world = worldWith({ scheme, unitList: [unitOf('A'), unitOf('V', { kind: 'vertical' })] })
const events = (...duties: Parameters<typeof part>[0][]) => scoreEventsOf('A', duties.map((each) => part(each)), world)

describe('scoreEventsOf()', () => {
  it('an overdue piece turned so the day after its due day and costs what publishing in time would have kept', () => {
    const duty = [...pieces(3, 'onTime'), piece('overdue', { id: 'o' })]
    const [event] = events(duty)
    const inTime = scoreOf(unitOf('A'), [part(pieces(4, 'onTime'))], world).score!
    const now = scoreOf(unitOf('A'), [part(duty)], world).score!
    expect(event).toMatchObject({ kind: 'overdue', day: '2026-06-17', obligation: 'o', workdays: 9 })
    expect(event!.points).toBeCloseTo(now - inTime, 2)
  })

  it('a late piece was overdue first and gained when it went out, the latest first', () => {
    const [cleared, turned] = events([...pieces(3, 'onTime'), piece('late')])
    expect([cleared, turned].map((event) => [event!.kind, event!.day])).toEqual([['cleared', '2026-06-18'], ['overdue', '2026-06-17']])
    expect([Math.sign(cleared!.points!), Math.sign(turned!.points!)]).toEqual([1, -1])
    expect(cleared!.points! + turned!.points!).toBeLessThan(0)
  })

  it('one nobody had registered simply came late', () => {
    expect(events([piece('late', { proof: 'backfilled' })]).map((event) => event.kind)).toEqual(['late'])
  })

  it('a declaration after the due day is one event', () => {
    expect(events([piece('late', declaration)]).map((event) => event.kind)).toEqual(['declared'])
  })

  it('leaves out what is in time, of another year, or not yet due', () => {
    expect(events([piece('onTime'), piece('late', { year: 2025 }), piece('pending'), piece('unverified')])).toEqual([])
  })

  it('keeps what is overdue from the year before, and hides the title of a withheld paper', () => {
    const [event] = events([piece('overdue', { year: 2025, exemptKind: 'withheld' })])
    expect(event).toMatchObject({ kind: 'overdue', title: null })
  })

  it('tells no points where there is no score: the bureau’s catalogue, a vertical unit', () => {
    const own = part([piece('overdue')], { category: 'bureau' })
    expect(scoreEventsOf('A', [part([piece('onTime')]), own], world).map((event) => event.points)).toEqual([null])
    expect(scoreEventsOf('V', [part([piece('overdue')])], world).map((event) => event.points)).toEqual([null])
  })
})
