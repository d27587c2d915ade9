import { describe, expect, it } from 'vitest'
import type { Leaf } from '../../../shared/catalogue/scheme.ts'
import type { DutyPart } from '../../../shared/measures/figures.ts'
import { scoreOf } from '../../../shared/measures/score.ts'
import { must } from '../../../shared/must.ts'
import { unitOf } from '../../support/small-district.ts'
import { assumed, declaration, part, piece, pieces, schemeOf, worldWith } from './judged.ts'

/** Points of ten that a single leaf gives unit A, null when it is skipped. */
function got(leaf: Partial<Leaf>, ...parts: readonly DutyPart[]): number | null {
  const scheme = schemeOf([leaf], [{ kind: 'perCase', measure: 'overdueNow', each: 0, points: 1000, emptyMeans: 'full' }])
  const working = scoreOf(unitOf('A', { traits: ['policy'] }), parts, worldWith({ scheme }))
  return must(working.leaves[0], 'a leaf').got
}

const onTime: Partial<Leaf> = { measure: 'onTimeMacro', full: 0.98, zero: 0.7 }
const mild: Partial<Leaf> = { ...onTime, few: { below: 10, perPiece: 1 } }
const overdueNow: Partial<Leaf> = { kind: 'perCase', measure: 'overdueNow', each: 0.5, eachLong: 1, longWorkdays: 20, emptyMeans: 'full' }

describe('ratio leaves', () => {
  it.each([
    ['full at the upper line', 98, 2, 10], ['no more above it', 100, 0, 10], ['linear between', 84, 16, 5],
    ['nothing at the lower line', 70, 30, 0], ['nothing below it', 10, 90, 0],
  ])('are %s', (_, good, late, points) => {
    expect(got(onTime, part([...pieces(good, 'onTime'), ...pieces(late, 'late')]))).toBeCloseTo(points, 4)
  })

  it('few pieces lose a point each when that is milder', () => {
    expect(got(mild, part([...pieces(4, 'onTime'), piece('late')]))).toBe(9)
    expect(got(mild, part([...pieces(4, 'onTime'), piece('overdue', assumed)]))).toBe(9.5)
  })

  it('ten pieces are no longer few', () => {
    expect(got(mild, part([...pieces(5, 'onTime'), ...pieces(5, 'late')]))).toBe(0)
  })

  it('few pieces keep the rate where the rate is milder', () => {
    const harsh = { ...mild, few: { below: 10, perPiece: 9 } }
    expect(got(harsh, part([...pieces(8, 'onTime'), piece('late')]))).toBeCloseTo((8 / 9 - 0.7) / 0.28 * 10, 3)
  })

  it('eventualMacro gives late ones back what publication was worth', () => {
    expect(got({ measure: 'eventualMacro', full: 1, zero: 0.8 }, part([...pieces(9, 'late'), piece('overdue')]))).toBeCloseTo(5, 4)
  })

  it.each([['standingCoverage', 'standing'], ['periodicCoverage', 'slots'], ['asFormedCoverage', 'asFormed']] as const)(
    '%s looks at %s duties only', (measure, cadence) => {
      const other = cadence === 'standing' ? 'slots' : 'standing'
      const duties = [part([], { cadence }), part([], { cadence, covered: false }), part([], { cadence: other, covered: false })]
      expect(got({ measure }, ...duties)).toBe(5)
    })

  it('interpretedInTime and interpreted look at 文件解读 only', () => {
    const duties = [
      part([piece('onTime', { hangsOnFormation: false }), piece('late'), piece('late'), piece('overdue')], { cadence: 'followUp' }),
      part(pieces(5, 'onTime')),
    ]
    expect(got({ measure: 'interpretedInTime' }, ...duties)).toBe(2.5)
    expect(got({ measure: 'interpreted' }, ...duties)).toBe(7.5)
  })

  it('verifiable asks for proof of the formation day', () => {
    const duty = part([...pieces(7, 'onTime'), ...pieces(3, 'unverified', { proof: 'none' })])
    expect(got({ measure: 'verifiable', full: 0.9, zero: 0.5 }, duty)).toBeCloseTo(5, 4)
  })

  it('a rate without share skips the leaf or fills it, as the leaf says', () => {
    expect(got(onTime, part([piece('pending')]))).toBeNull()
    expect(got({ ...onTime, emptyMeans: 'full' }, part([piece('pending')]))).toBe(10)
  })
})

describe('leaves per case', () => {
  it('overdueNow takes half a point each and a whole one beyond 20 working days, of any year', () => {
    const long = piece('overdue', { dueDay: '2026-05-20', year: 2026 })
    expect(got(overdueNow, part([piece('overdue'), long, piece('overdue', { dueDay: '2025-12-01', year: 2025 })]))).toBe(7.5)
  })

  it('the 20th working day is not yet beyond', () => {
    const calendar = worldWith().calendar
    const due = calendar.addWorkdays('2026-07-01', -21)
    expect(calendar.workdaysBetween(due, '2026-06-30')).toBe(20)
    expect(got(overdueNow, part([piece('overdue', { dueDay: due })]))).toBe(9.5)
    expect(got(overdueNow, part([piece('overdue', { dueDay: calendar.addWorkdays(due, -1) })]))).toBe(9)
  })

  it('one under an assumed limit is half a case', () => {
    expect(got(overdueNow, part([piece('overdue', assumed)]))).toBe(9.75)
  })

  it('losses stop at none, and publishing gives them back', () => {
    expect(got(overdueNow, part(pieces(30, 'overdue')))).toBe(0)
    expect(got(overdueNow, part(pieces(30, 'late')))).toBe(10)
  })

  it('irregularNothing counts late 情况说明 of the year, not late exemptions', () => {
    const leaf: Partial<Leaf> = { kind: 'perCase', measure: 'irregularNothing', each: 0.5, emptyMeans: 'full' }
    const duty = part([
      piece('late', declaration), piece('late', { ...declaration, exemptKind: 'withheld' }), piece('late'),
      piece('late', { ...declaration, year: 2025 }), piece('nothing'),
    ])
    expect(got(leaf, duty)).toBe(9.5)
  })
})

describe('leaves on slots', () => {
  const report: Partial<Leaf> = { kind: 'fixed', measure: 'slotOnTime', items: ['report'], each: 1, every: 5, points: 3 }
  const slot = { origin: 'periodic', hangsOnFormation: false, dueDay: '2026-01-31', period: '2025' } as const
  const standing = { item: 'report', cadence: 'slots' } as const

  it.each([
    ['on the day', '2026-01-31', 'onTime', 3], ['on the first working day after', '2026-02-02', 'late', 2],
    ['on the fifth', '2026-02-06', 'late', 2], ['on the sixth', '2026-02-09', 'late', 1], ['in June', '2026-06-01', 'late', 0],
  ] as const)('a report published %s (%s) is %s', (_, publishedDay, status, points) => {
    expect(got(report, part([piece(status, { ...slot, publishedDay })], standing))).toBe(points)
  })

  it('what is still overdue loses as if published today', () => {
    expect(got(report, part([piece('overdue', { ...slot, dueDay: '2026-06-25' })], standing))).toBe(2)
  })

  it('budget and final accounts carry half each; what is not due yet, exempt or another item is left out', () => {
    const leaf: Partial<Leaf> = { ...report, items: ['budget'], slots: ['budget', 'final'], points: 4 }
    const budget = piece('late', { ...slot, dueDay: '2026-03-31', publishedDay: '2026-04-01', period: '2026/budget' })
    const final = piece('onTime', { ...slot, dueDay: '2026-06-15', period: '2025/final' })
    const own = { item: 'budget', cadence: 'slots' } as const
    expect(got(leaf, part([budget, final], own))).toBe(3)
    expect(got(leaf, part([budget, piece('pending', { ...slot, period: '2025/final' })], own))).toBe(2)
    expect(got(leaf, part([piece('exempt', { ...slot, period: '2026/budget' })], own))).toBeNull()
    expect(got(leaf, part([budget], standing))).toBeNull()
  })

  it('a late declaration is no publication and loses all', () => {
    expect(got(report, part([piece('late', { ...slot, ...declaration })], standing))).toBe(0)
  })
})

describe('scope of leaves', () => {
  const duty = part([piece('onTime')])

  it('kinds and traits decide, an out-of-scope leaf is skipped even when empty means full', () => {
    expect(got({ ...onTime, kinds: ['town'] }, duty)).toBeNull()
    expect(got({ kind: 'manual', emptyMeans: 'full', traits: ['enforce'] }, duty)).toBeNull()
    expect(got({ ...onTime, kinds: ['department'], traits: ['enforce', 'policy'] }, duty)).toBe(10)
  })

  it('traits do not gate streets and towns', () => {
    const scheme = schemeOf([{ ...onTime, traits: ['enforce'] }])
    const street = unitOf('S', { kind: 'street' })
    expect(scoreOf(street, [duty], worldWith({ scheme })).leaves[0]?.got).toBe(10)
  })
})
