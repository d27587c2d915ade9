import { describe, expect, it } from 'vitest'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import { rollCallsOf, tileState } from '../../../shared/measures/roll-calls.ts'
import rollCalls from '../../../data/roll-calls.json' with { type: 'json' }
import { unitOf } from '../../support/small-district.ts'
import { itemsOf } from '../catalogue/shipped-catalogues.ts'
import { part, piece, worldWith } from './judged.ts'

const entry = { id: 'report', name: '年度报告', shortName: '年报', item: 'report', slot: null }
const slot = (status: Obligation['status'], over: Partial<Obligation> = {}) =>
  piece(status, { origin: 'periodic', item: 'report', period: '2025', dueDay: '2026-06-16', ...over })
const duty = (...obligations: Obligation[]) => [part(obligations, { item: 'report', cadence: 'slots' })]
const units = ['A', 'B', 'C', 'E', 'F', 'G'].map(id => unitOf(id)).concat(unitOf('X', { validTo: '2026-01-31' }))
const world = worldWith({ unitList: units })

describe('tileState()', () => {
  it.each([
    [{ status: 'onTime', lateBy: null }, 'published'], [{ status: 'unverified', lateBy: null }, 'published'],
    [{ status: 'late', lateBy: 'publication' }, 'late'], [{ status: 'late', lateBy: 'declaration' }, 'declaredLate'],
    [{ status: 'pending', lateBy: null }, 'waiting'], [{ status: 'dueSoon', lateBy: null }, 'waiting'],
    [{ status: 'overdue', lateBy: null }, 'overdue'], [{ status: 'nothing', lateBy: null }, 'exempt'],
    [{ status: 'exempt', lateBy: null }, 'exempt'], [{ status: 'unknown', lateBy: null }, 'unknown'],
  ] as const)('of %j is %s', (obligation, state) => {
    expect(tileState(obligation)).toBe(state)
  })
})

describe('rollCallsOf()', () => {
  const parts = new Map([
    ['A', duty(slot('onTime'))], ['B', duty(slot('late', { publishedDay: '2026-06-18' }))], ['C', duty(slot('overdue'))],
    ['E', duty(slot('exempt'))], ['F', duty(slot('onTime', { period: '2024' }))], ['G', []],
  ])
  const [call] = rollCallsOf([entry], { parts, world, publishedAt: o => (o.status === 'late' ? '2026-06-18T01:00:00.000Z' : null) })

  it('counts who has it out of those owing it: neither the exempt nor 不适用', () => {
    expect(call).toMatchObject({ id: 'report', period: '2025', published: 2, whole: 3, overdue: 1, dueDay: '2026-06-16', lastWorkday: '2026-06-16', workdaysLeft: -9 })
  })

  it('says of what is not out whether no feed that should speak of it does', () => {
    const failing = { feed: 'oa', units: ['A', 'C'], items: '*' as const, outages: [{ from: '2026-06-29', to: null }] }
    const [cut] = rollCallsOf([entry], { parts, world: { ...world, feeds: [failing] }, publishedAt: () => null })
    expect(cut!.tiles.filter(({ unheard }) => unheard).map(({ unit }) => unit)).toEqual(['C'])
    expect(call!.tiles.some(({ unheard }) => unheard)).toBe(false)
  })

  it('has a tile for every unit in official order, with days and working days; merged units without a piece are gone', () => {
    expect(call!.tiles.map(({ unit, state, day, publishedAt, workdays }) => [unit, state, day, publishedAt, workdays])).toEqual([
      ['A', 'published', '2026-06-15', null, null], ['B', 'late', '2026-06-18', '2026-06-18T01:00:00.000Z', 2], ['C', 'overdue', null, null, 9],
      ['E', 'exempt', null, null, null], ['F', 'notApplicable', null, null, null], ['G', 'notApplicable', null, null, null],
    ])
  })

  it('keeps what a merged unit still owes', () => {
    const [merged] = rollCallsOf([entry], { parts: new Map([['X', duty(slot('overdue'))]]), world, publishedAt: () => null })
    expect(merged!.tiles.find(tile => tile.unit === 'X')?.state).toBe('overdue')
  })

  it('tells slots of one period apart', () => {
    const both = new Map([['A', duty(slot('onTime', { period: '2026/budget' }), slot('pending', { period: '2025/final' }))]])
    const calls = rollCallsOf([{ ...entry, slot: 'budget' }, { ...entry, id: 'final', slot: 'final' }, entry], { parts: both, world, publishedAt: () => null })
    expect(calls.map(({ slot: name, period, published }) => [name, period, published])).toEqual([['budget', '2026', 1], ['final', '2025', 0]])
  })

  it('leaves out what has opened nowhere', () => {
    expect(rollCallsOf([entry], { parts: new Map([['A', []]]), world, publishedAt: () => null })).toEqual([])
  })
})

describe('data/roll-calls.json', () => {
  it.each(rollCalls)('$id names a yearly slot of the shipped catalogue', ({ item, slot: name }) => {
    const cadence = itemsOf('district').find(each => each.id === item)?.cadence
    expect(cadence?.kind === 'slots' && cadence.slots.filter(each => each.name === name && each.every === 'year')).toHaveLength(1)
  })
})
