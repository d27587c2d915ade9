import { describe, expect, it } from 'vitest'
import { actsOf, canBe, claimCounts, claimRows } from '../../client/lists/claim-rows.ts'
import { claimWords } from '../../client/claim-words.ts'
import type { DutyRow } from '../../shared/wire/answers.ts'

function row(item: string, over: Partial<DutyRow> = {}): DutyRow {
  return {
    unit: 'A', unitName: 'A局', item, itemName: `事项${item}`, category: 'c1', state: 'claimed', cadence: 'asFormed', applicable: true, covered: true, coveredBy: null, lastDay: null,
    since: '2026-01-01', answerBy: null, answerWorkdays: null, by: 'x', reason: '', earlier: [], printed: '', every: { kind: 'asFormed', cycleMonths: null, origin: 'inferred' }, ownCadence: false, fromFacts: false, ended: false, ...over,
  }
}
const rows = [
  row('1'), row('2', { state: 'proposed', answerBy: '2026-03-17', answerWorkdays: 5 }), row('3', { state: 'proposed', since: null }),
  row('4', { state: 'objected' }), row('5', { state: 'notApplicable', unit: 'B', unitName: 'B局' }), row('6', { state: 'proposed', answerBy: '2026-03-12', answerWorkdays: 2, category: 'c2' }),
]

describe('claimRows()', () => {
  it('puts what waits for an answer or a decision first and keeps the order otherwise', () => {
    expect(claimRows(rows, {}).map(each => each.item)).toEqual(['2', '4', '6', '1', '3', '5'])
  })

  it.each([
    [{ state: ['proposed'] }, ['2', '6', '3']], [{ unit: ['B'] }, ['5']], [{ category: ['c2'] }, ['6']], [{ q: [' 事项4 '] }, ['4']], [{ q: ['B局'] }, ['5']], [{ unit: ['B'], state: ['claimed'] }, []],
  ])('narrows by %j', (filters, items) => {
    expect(claimRows(rows, filters).map(each => each.item)).toEqual(items)
  })
})

it('claimCounts() tells what was sent from what nobody was asked, and the soonest day', () => {
  expect(claimCounts(rows)).toEqual({ by: { proposed: 3, objected: 1, claimed: 1, notApplicable: 1 }, waiting: 2, unsent: 1, soonest: { day: '2026-03-12', left: 2 } })
  expect(claimCounts([])).toMatchObject({ waiting: 0, soonest: null })
})

it('actsOf() gives clerks and supervisors their acts, and nobody else any', () => {
  expect(['clerk', 'supervisor', 'head', 'reviewer', 'admin', undefined].map(role => actsOf(role).length)).toEqual([2, 4, 0, 0, 0, 0])
})

it('canBe() leaves out what the server would refuse', () => {
  const of = (act: Parameters<typeof canBe>[1]) => rows.filter(each => canBe(each, act)).map(each => each.item)
  expect([of('claimed'), of('objected'), of('proposed'), of('upheld'), of('notApplicable').length]).toEqual([['2', '3', '4', '6'], ['2', '3', '4', '6'], ['3', '4'], ['2', '3', '4', '5', '6'], 6])
  expect(canBe(row('7', { every: { kind: 'followUp', origin: 'inferred' } }), 'cadence')).toBe(false)
})

it('the wording of 不适用 names ground and day and keeps what fell due before', () => {
  expect(claimWords.notApplicableReason('三定规定', '2026-03-10')).toBe('依据三定规定，自2026-03-10起不承担；此前已到期的按原结果统计')
})
