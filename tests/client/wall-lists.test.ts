import { describe, expect, it } from 'vitest'
import { labelled } from '../../client/charts/trend-option.ts'
import { calledRows, MOVED_MS } from '../../client/lists/called-rows.ts'
import { attentionOf } from '../../client/lists/attention.ts'
import { countdownLines } from '../../client/lists/countdown-lines.ts'
import { comparable, rateChange } from '../../client/lists/rate-change.ts'
import { heatMatrix, heatParts, heatSummary } from '../../client/lists/heat-matrix.ts'
import { rollCurve, rollOrder, rollPages, tileLook } from '../../client/lists/roll-pages.ts'
import { outageLine, unheardUnits } from '../../client/lists/unheard.ts'
import type { UnitKind } from '../../shared/catalogue/item.ts'
import type { CountdownRow } from '../../shared/measures/countdown.ts'
import { ratio } from '../../shared/measures/ratio.ts'
import type { RollCall, RollTile } from '../../shared/measures/roll-calls.ts'
import type { TrendPoint } from '../../shared/measures/trend.ts'
import { board, category, cell, unit } from './small-board.ts'

const tile = (id: string, over: Partial<RollTile> = {}): RollTile => ({
  unit: id, state: 'waiting', day: null, publishedAt: null, dueDay: '2026-01-31', workdays: null, obligation: null, provisional: false, unheard: false, ...over,
})
const call = (id: string, over: Partial<RollCall> = {}): RollCall => ({
  id, name: id, shortName: id, item: id, slot: null, period: '2025', dueDay: '2026-01-31', lastWorkday: '2026-01-30', workdaysLeft: 3,
  provisional: false, published: 1, whole: 2, overdue: 0, tiles: [], ...over,
})
const point = (year: number, onTime: number | null): TrendPoint => ({
  day: `${year}-03-31`, year, onTime: onTime === null ? ratio(0, 0) : ratio(onTime, 100), eventual: ratio(100, 100), coverage: ratio(1, 1), overdue: 0, late: 0,
})

describe('rateChange', () => {
  it.each([
    [ratio(964, 1000), ratio(958, 1000), { direction: 'up', points: '0.6' }],
    [ratio(9, 10), ratio(100, 100), { direction: 'down', points: '10.0' }],
    [ratio(9001, 10_000), ratio(9, 10), { direction: 'level', points: '0.0' }],
    [ratio(0, 0), ratio(9, 10), null],
    [ratio(9, 10), ratio(0, 0), null],
    [ratio(9, 10), undefined, null],
  ] as const)('rateChange() of %j after %j', (now, before, change) => {
    expect(rateChange(now, before)).toEqual(change)
  })

  it('comparable() has no last month in another year', () => {
    const march = point(2026, 90)
    expect(comparable(march, 2026)).toBe(march)
    expect(comparable(march, 2027)).toBeUndefined()
    expect(comparable(null, 2026)).toBeUndefined()
  })
})

describe('countdown', () => {
  it('countdownLines() shows what the law sets, soonest first, and no more than asked', () => {
    const row = (name: string, statutory: boolean) => ({ name, statutory } as CountdownRow)
    const rows = [row('a', false), row('b', true), row('c', true), row('d', true)]
    expect(countdownLines(rows, 2).map(({ name }) => name)).toEqual(['b', 'c'])
  })
})

describe('roll call', () => {
  it('rollOrder() puts what is to come first, soonest first, then what is over, latest first', () => {
    const done = { workdaysLeft: -40, published: 2 }
    const calls = [
      call('old', { ...done, dueDay: '2026-01-31' }), call('later', { dueDay: '2026-10-01' }), call('newer', { ...done, dueDay: '2026-03-17' }),
      call('soon', { dueDay: '2026-09-01' }), call('lagging', { workdaysLeft: -3, dueDay: '2026-08-01' }),
    ]
    expect(rollOrder(calls).map(({ id }) => id)).toEqual(['lagging', 'soon', 'later', 'newer', 'old'])
  })

  const tiles = [...'abcdefgh'].map((id) => tile(id))
  const kinds = new Map<string, UnitKind>([...'abcdefgh'].map((id, index) => [id, index < 5 ? 'department' : index < 7 ? 'street' : 'town']))
  const groupOf = { department: '部门', street: '街镇', town: '街镇' }

  it('rollPages() keeps official order under the labels and counts rows', () => {
    const pages = rollPages(call('x', { tiles }), { kinds, groupOf, paper: { columns: 3, rows: 4 } })
    expect(pages.map(({ page, pages: of, groups }) => [page, of, groups.map(({ id, rows, tiles: part }) => [id, rows, part.map((each) => each.unit).join('')])]))
      .toEqual([[1, 1, [['部门', 2, 'abcde'], ['街镇', 1, 'fgh']]]])
  })

  it('rollPages() goes on with whole rows on a next page and loses nobody', () => {
    const pages = rollPages(call('x', { tiles }), { kinds, groupOf, paper: { columns: 2, rows: 2 } })
    expect(pages.map(({ groups }) => groups.map(({ id, tiles: part }) => id + part.map((each) => each.unit).join('')))).toEqual([['部门abcd'], ['部门e', '街镇fg'], ['街镇h']])
    expect(pages.map(({ page, pages: of }) => `${page}/${of}`)).toEqual(['1/3', '2/3', '3/3'])
  })

  it('rollPages() of a call nobody stands in is one empty page', () => {
    expect(rollPages(call('x'), { kinds, groupOf, paper: { columns: 2, rows: 2 } })).toMatchObject([{ groups: [], page: 1, pages: 1 }])
  })

  const now = Date.parse('2026-01-27T03:00:00.000Z')
  it.each([
    [tile('a', { state: 'published', publishedAt: '2026-01-27T02:00:01.000Z' }), 'fresh'],
    [tile('a', { state: 'published', publishedAt: '2026-01-27T02:00:00.000Z' }), 'published'],
    [tile('a', { state: 'late', publishedAt: '2026-01-27T02:59:00.000Z' }), 'fresh'],
    [tile('a', { state: 'published' }), 'published'],
    [tile('a', { state: 'overdue' }), 'overdue'],
  ] as const)('tileLook() of %j', (given, look) => {
    expect(tileLook(given, now)).toBe(look)
  })

  it('rollCurve() rises by day and ends at all that are out', () => {
    const out = [tile('a', { day: '2026-01-11' }), tile('b', { day: '2026-01-08' }), tile('c', { day: '2026-01-11' }), tile('d')]
    expect(rollCurve(call('x', { tiles: out }))).toEqual([{ day: '2026-01-08', published: 1 }, { day: '2026-01-11', published: 3 }])
  })
})

describe('attentionOf', () => {
  const before = board({ units: [unit('A'), unit('B', { overdue: 2, longestOverdue: 9 }), unit('C', { overdue: 1 }), unit('D')] })
  it('attentionOf() names who turned overdue and who cleared the last one, and nobody else', () => {
    const after = board({ units: [unit('A', { overdue: 1 }), unit('B', { overdue: 1, longestOverdue: 9 }), unit('C'), unit('D'), unit('E', { overdue: 4 })] })
    expect(attentionOf(before, after)).toEqual([
      { unit: 'A', name: 'A局', kind: 'turned', overdue: 1, longestOverdue: 0, before: 0 }, { unit: 'C', name: 'C局', kind: 'cleared', overdue: 0, longestOverdue: 0, before: 1 },
    ])
  })
  it('attentionOf() is silent on the first board and on the same one', () => {
    expect(attentionOf(null, before)).toEqual([])
    expect(attentionOf(before, before)).toEqual([])
  })
})

describe('labelled', () => {
  it.each([
    [[90, 80, 70, 85, 95], [[0, 'top'], [2, 'bottom'], [4, 'top']]],
    [[70, 80, 90, 95], [[0, 'bottom'], [3, 'top']]],
    [[90, 95], [[0, 'top'], [1, 'top']]],
    [[null, null], []],
    [[null, 90, 89, 92], [[1, 'top'], [2, 'bottom'], [3, 'top']]],
  ] as const)('labelled() of %j', (shares, places) => {
    expect([...labelled(shares.map((share) => point(2026, share)), 'onTime')].sort()).toEqual(places)
  })
})

describe('calledRows', () => {
  const at = (now: number) => ({ now, most: 2 })
  const moves = ({ rows }: ReturnType<typeof calledRows>) => rows.map(({ unit: { id, overdue }, move }) => `${id}${overdue} ${move}`)
  const late = (id: string, longestOverdue: number) => unit(id, { overdue: 1, longestOverdue })
  const first = calledRows(null, board({ units: [late('A', 9), late('B', 5), late('C', 3), unit('D')] }), at(0))

  it('calledRows() stands still on the first board', () => {
    expect(moves(first)).toEqual(['A1 still', 'B1 still'])
  })

  it('calledRows() keeps a cleared unit struck out in its place with its figures, and never names more', () => {
    const after = board({ units: [unit('A'), late('B', 5), late('C', 3), unit('D')] })
    const cleared = calledRows(first, after, at(1_000))
    expect(moves(cleared)).toEqual(['A1 cleared', 'B1 still'])
    expect(moves(calledRows(cleared, after, at(1_000 + MOVED_MS - 1)))).toEqual(['A1 cleared', 'B1 still'])
    expect(moves(calledRows(cleared, after, at(1_000 + MOVED_MS)))).toEqual(['B1 still', 'C1 still'])
  })

  it('calledRows() marks who has just turned overdue for as long', () => {
    const after = board({ units: [late('A', 9), late('B', 5), late('C', 3), late('D', 7)] })
    const entered = calledRows(first, after, at(0))
    expect(moves(entered)).toEqual(['A1 still', 'D1 entered'])
    expect(moves(calledRows(entered, after, at(MOVED_MS - 1)))).toEqual(['A1 still', 'D1 entered'])
    expect(moves(calledRows(entered, after, at(MOVED_MS)))).toEqual(['A1 still', 'D1 still'])
  })

  it('calledRows() does not strike out a unit that is overdue again', () => {
    const cleared = calledRows(first, board({ units: [unit('A'), late('B', 5)] }), at(0))
    expect(moves(calledRows(cleared, board({ units: [late('A', 1), late('B', 5)] }), at(100)))).toEqual(['B1 still', 'A1 entered'])
  })
})

describe('heatParts', () => {
  const units = Array.from({ length: 150 }, (_, n) => unit(`U${n}`))
  const matrix = heatMatrix(board({ units, categories: [category('c')], cells: units.map(({ id }) => cell(id, 'c')) }), ['department'])

  it('heatParts() shares 150 units out evenly, in official order, each with its own cells', () => {
    const parts = heatParts(matrix, 32)
    expect(parts.map((part) => part.units.length)).toEqual([30, 30, 30, 30, 30])
    expect(parts.flatMap((part) => part.units)).toEqual(units)
    expect(parts.every((part) => part.cells.length === 30 && part.cells.every(({ unit: id }) => part.units.some((each) => each.id === id)))).toBe(true)
  })

  it('heatParts() of few units, or of none, is one', () => {
    expect(heatParts({ ...matrix, units: units.slice(0, 32) }, 32)).toHaveLength(1)
    expect(heatParts({ ...matrix, units: [], cells: [] }, 32)).toHaveLength(1)
  })
})

describe('unheard', () => {
  const cut = board({ units: [unit('A'), unit('B')], outages: { feeds: [{ feed: 'oa', since: '2026-03-12' }, { feed: 'cms', since: '2026-03-10' }], cells: { A: ['c'] } } })

  it('unheardUnits() and outageLine() say nothing while every feed is heard', () => {
    expect([unheardUnits(board()).size, outageLine(board())]).toEqual([0, null])
  })

  it('outageLine() counts feeds and units, from the first day', () => {
    expect(outageLine(cut)).toEqual({ feeds: 2, since: '2026-03-10', units: 1 })
    expect([...unheardUnits(cut)]).toEqual(['A'])
  })

  it('heatSummary() counts the cells no feed speaks of', () => {
    const cells = [cell('A', 'c'), cell('A', 'd'), cell('B', 'c')]
    expect(heatSummary(heatMatrix({ ...cut, cells }, ['department'])).unheard).toBe(1)
  })
})
