import fc from 'fast-check'
import type { Board, CategoryRow, CellRow, DueRow, RecentRow, UnitRow } from '../../../shared/measures/board-rows.ts'
import { ratio } from '../../../shared/measures/ratio.ts'
import { emptyTally } from '../../../shared/measures/tally.ts'

/** Few ids and small counts, so that two boards share rows, differ in some, gain, lose and reorder others. */
const ids = ['A', 'B', 'C', 'D', '__proto__', 'constructor']
const count = fc.nat({ max: 2 })
const rate = fc.record({ part: count, more: count }).map(({ part, more }) => ratio(part, part + more))
const tally = count.map((overdue) => ({ ...emptyTally(), overdue }))
const listOf = <Row>(row: (id: string) => fc.Arbitrary<Row>): fc.Arbitrary<readonly Row[]> =>
  fc.shuffledSubarray(ids).chain((some) => fc.tuple(...some.map(row)))

const unitRow = (id: string): fc.Arbitrary<UnitRow> => fc.record({
  id: fc.constant(id), name: fc.constant(id), shortName: fc.constant(id), kind: fc.constant('department' as const),
  peerGroup: fc.constant('departments'), tally, onTime: rate, eventual: rate, coverage: rate, verifiable: rate, overdue: count,
  longestOverdue: count, score: fc.option(count), rank: fc.option(count),
  settled: fc.option(fc.record({ period: fc.constantFrom('2026-09', '2026-10'), score: count, rank: fc.option(count) })), validTo: fc.constant(null), successor: fc.constant(null),
})
const categoryRow = (id: string): fc.Arbitrary<CategoryRow> => fc.record({
  id: fc.constant(id), name: fc.constant(id), shortName: fc.constant(id), tally, onTime: rate, eventual: rate, coverage: rate,
  overdue: count,
})
const cellRow = (unit: string, category: string): fc.Arbitrary<CellRow> => fc.record({
  unit: fc.constant(unit), category: fc.constant(category), tally, overdue: count, longestOverdue: count, totalOverdue: count,
  dueSoon: count,
})
const recentRow = (id: string): fc.Arbitrary<RecentRow> => fc.record({
  seq: fc.constant(ids.indexOf(id)), at: fc.constant('2026-06-30T01:00:00.000Z'), unit: fc.constant(id), item: fc.constant(id),
  kind: fc.constant('published' as const), title: fc.option(fc.constant('标题')), day: fc.constant('2026-06-30'),
})
const dueRow = (id: string): fc.Arbitrary<DueRow> => fc.record({
  id: fc.constant(id), unit: fc.constant(id), item: fc.constant(id), category: fc.constant(id), period: fc.option(fc.constant('2026')),
  dueDay: fc.constantFrom('2026-07-01', '2026-07-02'), status: fc.constantFrom('pending' as const, 'dueSoon' as const),
  flags: fc.subarray(['assumed' as const, 'provisional' as const]),
})
const day = fc.constantFrom('2026-06-30', '2026-07-01')
const instant = fc.option(fc.constantFrom('2026-06-30T01:00:00.000Z', '2026-06-30T02:00:00.000Z'))

/** Any board of this revision. */
export function boardAt(revision: number): fc.Arbitrary<Board> {
  return fc.record({
    revision: fc.constant(revision), day, asOf: day, knownAt: instant, sample: fc.boolean(),
    district: fc.record({
      name: fc.constant('云河区'), tally, carriedOver: count, onTime: rate, onTimeOriginal: rate, eventual: rate, coverage: rate,
      verifiable: rate, overdue: count, overdueUnits: count, longestOverdue: count, dueWithin10: count,
    }),
    units: listOf(unitRow), categories: listOf(categoryRow),
    cells: listOf((unit) => listOf((category) => cellRow(unit, category))).map((rows) => rows.flat()),
    recent: listOf(recentRow), due: listOf(dueRow),
    itemNames: fc.constantFrom('{"doc":"文件"}', '{"__proto__":"文件"}', '{}').map((json) => JSON.parse(json) as Record<string, string>),
    lastEventAt: instant, lastSourceAt: instant,
    outages: fc.constantFrom({ feeds: [], cells: {} }, { feeds: [{ feed: 'cms', since: '2026-06-30' }], cells: { A: ['c1'] } }, { feeds: [{ feed: 'cms', since: '2026-06-30' }], cells: { A: ['c1'], B: ['c2'] } }),
  })
}
