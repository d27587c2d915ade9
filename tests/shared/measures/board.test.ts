import { describe, expect, it } from 'vitest'
import { boardCache } from '../../../shared/measures/board-cache.ts'
import { boardFrom, type BoardContext } from '../../../shared/measures/board.ts'
import type { DutyPart } from '../../../shared/measures/figures.ts'
import { emptyTally } from '../../../shared/measures/tally.ts'
import type { Obligation } from '../../../shared/obligations/obligation.ts'
import { unitOf } from '../../support/small-district.ts'
import { D, part, piece, pieces, recorded, worldWith } from './judged.ts'

const vertical = unitOf('V', { kind: 'vertical', peerGroup: 'vertical' })
const merged = unitOf('M', { validTo: '2026-03-31', successor: 'A' })
const world = worldWith({ unitList: [unitOf('B'), unitOf('A'), vertical, merged] })

function context(over: Partial<BoardContext> = {}): BoardContext {
  return { world, recent: [], revision: 7, lastEventAt: null, lastSourceAt: null, ...over }
}

/** A duty of a unit with its category carried into its obligations. */
function duty(
  unit: string, category: string, obligations: readonly Obligation[], over: Partial<DutyPart['standing']> = {},
): DutyPart {
  return part(obligations.map((o) => ({ ...o, unit, category })), { unit, category, ...over })
}

const parts = new Map<string, readonly DutyPart[]>([
  ['A', [
    duty('A', 'c1', [...pieces(3, 'onTime'), piece('overdue', { dueDay: '2026-06-10' }), piece('overdue', { year: 2025, dueDay: '2025-12-30' })]),
    duty('A', 'c3', [piece('pending', { dueDay: '2026-07-01' })], { covered: false }),
    duty('A', 'bureau', [piece('late')], { applicable: false }),
  ]],
  ['V', [duty('V', 'c1', [piece('unverified', { proof: 'none' })])]],
  ['M', [duty('M', 'c3', [piece('overdue')], { applicable: false })]],
])

describe('boardFrom()', () => {
  const board = boardFrom(parts, context())

  it('lists units and categories in the world’s order, those without a duty too', () => {
    expect(board.units.map((unit) => unit.id)).toEqual(['B', 'A', 'V', 'M'])
    expect(board.categories.map((category) => category.id)).toEqual(['c1', 'c2', 'c3', 'c4', 'bureau'])
    expect(board).toMatchObject({ revision: 7, day: D, asOf: D, knownAt: null, sample: true, lastEventAt: null })
  })

  it('sums the district over vertical units, merged ones and 部门目录', () => {
    expect(board.district).toMatchObject({
      name: '云河区', tally: { ...emptyTally(), onTime: 3, late: 1, unverified: 1, overdue: 3, pending: 1 }, carriedOver: 1,
      onTime: { part: 3, whole: 6, share: 0.5 }, onTimeOriginal: { part: 3, whole: 6, share: 0.5 },
      eventual: { part: 5, whole: 7, share: 5 / 7 }, coverage: { part: 2, whole: 3, share: 2 / 3 },
      verifiable: { part: 4, whole: 5, share: 0.8 }, overdue: 3, overdueUnits: 2, dueWithin10: 1,
      longestOverdue: world.calendar.workdaysBetween('2025-12-30', D),
    })
  })

  it('names what falls due on each of the next ten working days, summing to dueWithin10', () => {
    const days = board.district.dueByDay ?? []
    expect(days).toHaveLength(10)
    expect(days.reduce((sum, each) => sum + each.pieces, 0)).toBe(board.district.dueWithin10)
  })

  it('has a cell only where a unit has a duty, with working days overdue', () => {
    expect(board.cells.map((cell) => `${cell.unit} ${cell.category}`)).toEqual(['A c1', 'A c3', 'A bureau', 'V c1', 'M c3'])
    const old = world.calendar.workdaysBetween('2025-12-30', D)
    expect(board.cells[0]).toMatchObject({ overdue: 2, longestOverdue: old, totalOverdue: old + 13, dueSoon: 0 })
    expect(board.cells[1]).toMatchObject({ overdue: 0, longestOverdue: 0, totalOverdue: 0, dueSoon: 1 })
  })

  it('every total is a plain sum of cells', () => {
    const overdue = (rows: readonly { overdue: number }[]) => rows.reduce((sum, row) => sum + row.overdue, 0)
    expect(overdue(board.cells)).toBe(board.district.overdue)
    expect(overdue(board.units)).toBe(board.district.overdue)
    expect(overdue(board.categories)).toBe(board.district.overdue)
  })

  it('scores and ranks neither vertical nor merged units and says who took over', () => {
    const row = (id: string) => board.units.find((unit) => unit.id === id)
    expect(row('V')).toMatchObject({ score: null, rank: null, validTo: null, successor: null })
    expect(row('M')).toMatchObject({ score: null, rank: null, validTo: '2026-03-31', successor: 'A', overdue: 1 })
    expect(row('A')).toMatchObject({ rank: 1 })
    expect(row('B')).toMatchObject({ score: null, rank: null, onTime: { part: 0, whole: 0, share: null } })
  })

  it('leaves out a 不适用 duty that has nothing, and keeps one that has', () => {
    const off = { state: 'notApplicable', applicable: false } as const
    const cells = boardFrom(new Map([['A', [duty('A', 'c1', [], off), duty('A', 'c2', [piece('late')], off)]]]), context()).cells
    expect(cells.map((cell) => cell.category)).toEqual(['c2'])
  })

  it('keeps what stands in a category the governing catalogue dropped', () => {
    const board = boardFrom(new Map([['A', [duty('A', 'gone', [piece('overdue')])]]]), context())
    expect(board.district.overdue).toBe(1)
    expect(board.cells.map((cell) => cell.category)).toEqual(['gone'])
  })

  it('an empty district has no share anywhere', () => {
    const { district } = boardFrom(new Map(), context())
    const shares = [district.onTime, district.onTimeOriginal, district.eventual, district.coverage, district.verifiable]
    expect(shares.map((rate) => rate.share)).toEqual([null, null, null, null, null])
  })

  it('names items by the end of their path', () => {
    expect(board.itemNames).toMatchObject({ doc: 'doc', stats: 'stats' })
  })
})

describe('boardFrom() on 1 January', () => {
  it('does not go green: what was overdue stays overdue and carried over, while the rates start anew', () => {
    const newYear = { day: '2027-01-01', year: 2027 }
    const old = [part([...pieces(9, 'onTime'), ...pieces(2, 'overdue'), piece('pending', { dueDay: '2027-01-04' })], {}, newYear)]
    const { district, units } = boardFrom(new Map([['A', old]]), context({ world: worldWith({ ...newYear, unitList: [unitOf('A')] }) }))
    expect(district).toMatchObject({
      overdue: 2, overdueUnits: 1, carriedOver: 3, dueWithin10: 1,
      onTime: { part: 0, whole: 0, share: null }, eventual: { part: 0, whole: 0, share: null },
    })
    expect(district.tally).toEqual({ ...emptyTally(), overdue: 2, pending: 1 })
    expect(district.longestOverdue).toBeGreaterThan(100)
    expect(units[0]).toMatchObject({ score: null, rank: null, overdue: 2 })
  })
})

describe('boardFrom() with a cache', () => {
  it('equals the board without it after a unit moved, and keeps the rows of units that did not', () => {
    const cache = boardCache()
    const first = boardFrom(parts, context({ cache }))
    const moved = new Map(parts).set('A', [duty('A', 'c1', [piece('overdue')])])
    const second = boardFrom(moved, context({ cache, revision: 8 }))
    expect(second).toEqual(boardFrom(moved, context({ revision: 8 })))
    expect(second.cells.find((cell) => cell.unit === 'V')).toBe(first.cells.find((cell) => cell.unit === 'V'))
  })

  it('forgets everything when the day changes', () => {
    const cache = boardCache()
    boardFrom(parts, context({ cache }))
    const tomorrow = worldWith({ day: '2026-07-01', unitList: [...world.units.values()] })
    expect(boardFrom(parts, context({ cache, world: tomorrow }))).toEqual(boardFrom(parts, context({ world: tomorrow })))
  })
})

describe('recent', () => {
  const rows = (...recent: ReturnType<typeof recorded>[]) => boardFrom(parts, context({ recent })).recent

  it('shows the title of a publication only', () => {
    expect(rows(recorded(3, {}), recorded(2, { kind: 'formed' }), recorded(1, { kind: 'exempt' })).map((row) => row.title))
      .toEqual(['标题3', null, null])
  })

  it('shows no title of a withheld paper, under the successor of its unit neither', () => {
    const withheld = new Map([['A', [part([piece('exempt', { facts: [3, 4] })])]]])
    const show = (unit: string, seq: number) => boardFrom(withheld, context({ recent: [recorded(seq, { unit })] })).recent[0]?.title
    expect(show('A', 3)).toBeNull()
    expect(show('M', 4)).toBeNull()
    expect(show('A', 5)).toBe('标题5')
  })

  it('holds at most twenty', () => {
    expect(rows(...Array.from({ length: 25 }, (_, n) => recorded(100 - n, {}))).map((row) => row.seq)).toEqual(
      Array.from({ length: 20 }, (_, n) => 100 - n))
  })
})
