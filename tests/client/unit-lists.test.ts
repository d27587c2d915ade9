import { describe, expect, it } from 'vitest'
import { categoryBars } from '../../client/lists/category-bars.ts'
import { isLost, leafCount, leafGroups, leafMatter } from '../../client/lists/score-groups.ts'
import { stairPlot } from '../../client/lists/stair-plot.ts'
import { changeText, leftText, reasonText, scoreChange, sortedTodo } from '../../client/lists/unit-lines.ts'
import { unitTrendPlot } from '../../client/lists/unit-trend-plot.ts'
import { emptyTally } from '../../shared/measures/tally.ts'
import type { PieceChange } from '../../shared/measures/unit-changes.ts'
import type { UnitTrendPoint } from '../../shared/measures/unit-trend.ts'
import type { UnitCategoryRow } from '../../shared/wire/answers.ts'
import type { EntrySince, TodoRow } from '../../shared/wire/unit-answers.ts'

const none = { part: 0, whole: 0, share: null }
const point = (day: string, score: number | null, over: Partial<UnitTrendPoint> = {}): UnitTrendPoint =>
  ({ day, year: Number(day.slice(0, 4)), score, rank: 1, peerMean: 90, peerCount: 3, onTime: none, eventual: none, overdue: 0, late: 0, ...over })

describe('leafGroups()', () => {
  const leaf = { code: 'A1', name: '甲', group: 'A', printed: 10, possible: 10, got: 7.5, skipped: false, formula: '算式', inputs: {}, behind: null }
  const working = { unit: 'A', score: 80, got: 17.5, attainable: 20, note: '', leaves: [leaf, { ...leaf, code: 'A2', got: 10 }, { ...leaf, code: 'B1', group: 'B', got: null, possible: 0, skipped: true, formula: '不适用于本单位，分值分摊到其他指标' }] }

  it('sums each group, and says which leaves are left out', () => {
    const [a, b] = leafGroups(working, { A: '组甲' })
    expect(a).toMatchObject({ name: '组甲', points: '17.5 / 20', share: 0.875 })
    expect(b).toMatchObject({ name: 'B', points: '暂不计入', share: null })
    expect(b!.leaves[0]).toMatchObject({ points: '不适用', share: 0 })
  })

  it('isLost() tells lost points, not the rounding of them', () => {
    expect([isLost({ got: 9.9, possible: 10 }), isLost({ got: 9.998, possible: 10 }), isLost({ got: null, possible: 0 })]).toEqual([true, false, false])
  })

  it('leafCount() and leafMatter() say how many of what stand behind', () => {
    expect([leafCount({ inputs: { pieces: 4, misses: 1 } }), leafCount({ inputs: { part: 2, whole: 3 } }), leafCount({ inputs: {} })]).toEqual([4, 3, 0])
    expect(['/api/duties?leaf=B1', '/api/obligations?leaf=A1', null].map(leafMatter)).toEqual(['duties', 'obligations', null])
  })
})

describe('scoreChange()', () => {
  it.each([[90.35, 90, 'up', '0.4'], [88, 90.05, 'down', '2.1'], [90.02, 90, 'level', '持平']] as const)('from %d to %d', (now, then, way, points) => {
    expect(scoreChange(now, point('2026-10-31', then), '2026-11-20')).toEqual({ way, points })
  })

  it('says nothing across a new year or without a score', () => {
    expect(scoreChange(90, point('2025-12-31', 80), '2026-01-20')).toBeNull()
    expect(scoreChange(null, point('2026-10-31', 80), '2026-11-20')).toBeNull()
    expect(scoreChange(90, point('2026-10-31', null), '2026-11-20')).toBeNull()
  })
})

describe('待办', () => {
  const line = (gain: number | null, workdaysLeft: number | null, kind: TodoRow['kind'] = 'due'): TodoRow =>
    ({ kind, item: 'doc', itemName: '文件', category: 'c1', workdaysLeft, gain, row: kind === 'uncovered' ? null : ({ id: 'x' } as TodoRow['row']) })

  it('sortedTodo() by gain puts what gains most first and keeps urgency among equals', () => {
    const rows = [line(0.1, -3, 'overdue'), line(0.4, 2), line(null, 3), line(0.4, 9)]
    expect(sortedTodo(rows, 'gain').map(({ workdaysLeft }) => workdaysLeft)).toEqual([2, 9, -3, 3])
    expect(sortedTodo(rows, 'urgency')).toEqual(rows)
  })

  it.each([[line(1, -6, 'overdue'), '逾期6个工作日'], [line(1, 0, 'overdue'), '刚逾期'], [line(1, 0), '今日到期'], [line(1, 4), '还有4个工作日'], [line(1, null), '无到期日'], [line(1, null, 'uncovered'), '尚无公开或待核对']])(
    'leftText() of %o', (row, text) => {
      expect(leftText(row)).toBe(text)
    })
})

describe('上次查看以来', () => {
  const change: PieceChange = { id: 'p', item: 'doc', itemName: '文件', category: 'c1', title: null, period: null, from: 'dueSoon', to: 'onTime', dueBefore: '2026-03-09', dueDay: '2026-03-09', publishedDay: null, facts: [7] }
  const entry: EntrySince = { seq: 7, at: '2026-03-01T00:00:00.000Z', feed: 'desk', by: '区甲局联络员', kind: 'published', what: 'fact', item: 'doc', itemName: '文件', title: null, day: '2026-03-01', pieces: ['p'] }

  it.each([
    [change, '即将到期 → 按时公开'], [{ ...change, from: null, to: 'overdue' }, '新增 → 逾期未公开'], [{ ...change, to: null }, '即将到期 → 不再应公开'],
    [{ ...change, to: 'dueSoon', dueDay: '2026-03-16' }, '到期日3月9日 → 3月16日'],
  ] as const)('changeText() %#', (each, text) => {
    expect(changeText(each)).toBe(text)
  })

  it('reasonText() names who did what, else the rule, else the passing of days', () => {
    expect(reasonText(change, [entry])).toBe('区甲局联络员公开')
    expect(reasonText(change, [{ ...entry, by: null, feed: 'oa', kind: 'formed' }])).toBe('OA发文登记登记')
    expect(reasonText(change, [{ ...entry, what: 'setting', kind: 'calendarYear', pieces: [] }])).toBe('规则变动')
    expect(reasonText(change, [])).toBe('到期日已过或临近')
  })
})

describe('unitTrendPlot()', () => {
  const box = { width: 300, height: 100 }

  it('breaks its lines where a year begins anew and where a score is missing', () => {
    const { own, measure } = unitTrendPlot([point('2025-11-30', 80), point('2025-12-31', 82), point('2026-01-31', 90), point('2026-02-28', null), point('2026-03-31', 91), point('2026-04-10', 92)], [], box)
    expect([own.length, measure]).toEqual([2, 'score'])
  })

  it('puts the month’s events with its point, and names the lowest and the last', () => {
    const event = { kind: 'late', day: '2026-02-03', obligation: 'p', item: 'doc', itemName: '文件', title: null, period: null, workdays: 3, points: -1 } as const
    const { marks } = unitTrendPlot([point('2026-01-31', 90), point('2026-02-28', 80), point('2026-03-05', 85)], [event], box)
    expect(marks.map(({ events, named }) => [events.length, named])).toEqual([[0, false], [1, true], [0, true]])
    expect(marks[1]!.y).toBeGreaterThan(marks[2]!.y!)
  })

  it('of a unit without score draws the on-time rate, and of nothing nothing', () => {
    const rated = point('2026-01-31', null, { onTime: { part: 9, whole: 10, share: 0.9 } })
    expect(unitTrendPlot([rated], [], box)).toMatchObject({ measure: 'onTime', marks: [{ figure: '90.0', peerY: null }] })
    expect(unitTrendPlot([point('2026-01-31', null)], [], box).measure).toBeNull()
  })
})

describe('stairPlot()', () => {
  it('climbs from the score now to the last step, and names both ends', () => {
    const { treads, path } = stairPlot({ score: 86.2, rank: 14 }, [{ score: 88, rank: 12 }, { score: 91, rank: 9 }], { width: 300, height: 120 })
    expect(treads.map(({ named, done }) => [named, done])).toEqual([[true, 0], [true, 1], [true, 2]])
    expect(treads[0]!.y).toBeGreaterThan(treads[2]!.y)
    expect(path.startsWith('M')).toBe(true)
  })

  it('leaves out figures there is no room for', () => {
    const steps = Array.from({ length: 20 }, (_, index) => ({ score: 80 + index, rank: null }))
    const named = stairPlot({ score: 79, rank: null }, steps, { width: 320, height: 120 }).treads.filter((tread) => tread.named)
    expect([named.length < 9, named[0]!.done, named[named.length - 1]!.done]).toEqual([true, 0, 20])
  })
})

describe('categoryBars()', () => {
  const row = (tally: object): UnitCategoryRow => ({
    unit: 'A', category: 'c1', name: '类别', shortName: '类', tally: { ...emptyTally(), ...tally }, overdue: 0, longestOverdue: 0, totalOverdue: 0, dueSoon: 0, onTime: none, eventual: none, coverage: none,
  })

  it('draws pieces on one scale and gives each count its list', () => {
    const [long, short] = categoryBars([row({ onTime: 6, late: 2 }), row({ overdue: 4, pending: 1, dueSoon: 1 })], 2026)
    expect(long!.segments.map(({ part, width }) => [part, width])).toEqual([['onTime', 0.75], ['late', 0.25]])
    expect(short!.segments.map(({ part, pieces, width }) => [part, pieces, width])).toEqual([['overdue', 4, 0.5], ['open', 2, 0]])
    expect(long!.segments[1]!.query).toEqual({ unit: 'A', category: 'c1', status: 'late', year: 2026 })
  })
})
