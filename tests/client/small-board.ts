import type { Board, CategoryRow, CellRow, UnitRow } from '../../shared/measures/board-rows.ts'
import { ratio } from '../../shared/measures/ratio.ts'
import { emptyTally } from '../../shared/measures/tally.ts'

export function unit(id: string, over: Partial<UnitRow> = {}): UnitRow {
  return {
    id, name: `云河区${id}局`, shortName: `${id}局`, kind: 'department', peerGroup: 'departments', tally: emptyTally(),
    onTime: ratio(0, 0), eventual: ratio(0, 0), coverage: ratio(0, 0), verifiable: ratio(0, 0), overdue: 0, longestOverdue: 0,
    score: null, rank: null, settled: null, validTo: null, successor: null, ...over,
  }
}

export function category(id: string, over: Partial<CategoryRow> = {}): CategoryRow {
  return {
    id, name: `${id}类信息`, shortName: id, tally: emptyTally(), onTime: ratio(0, 0), eventual: ratio(0, 0), coverage: ratio(0, 0),
    overdue: 0, ...over,
  }
}

export function cell(unitId: string, categoryId: string, over: Partial<CellRow> = {}): CellRow {
  return { unit: unitId, category: categoryId, tally: emptyTally(), overdue: 0, longestOverdue: 0, totalOverdue: 0, dueSoon: 0, ...over }
}

export function board(over: Partial<Board> = {}): Board {
  return {
    revision: 1, day: '2026-03-17', asOf: '2026-03-17', knownAt: null, sample: true,
    district: {
      name: '云河区', tally: emptyTally(), carriedOver: 0, onTime: ratio(0, 0), onTimeOriginal: ratio(0, 0), eventual: ratio(0, 0),
      coverage: ratio(0, 0), verifiable: ratio(0, 0), overdue: 0, overdueUnits: 0, longestOverdue: 0, dueWithin10: 0,
    },
    units: [], categories: [], cells: [], recent: [], due: [], itemNames: {}, lastEventAt: null, lastSourceAt: null, outages: { feeds: [], cells: {} }, ...over,
  }
}
