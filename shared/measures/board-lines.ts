import type { Category, Unit } from '../catalogue/item.ts'
import type { CategoryRow, DistrictRow, UnitRow } from './board-rows.ts'
import { eventualOf, onTimeOf, onTimeOriginalOf } from './compliance.ts'
import { verifiableOf } from './coverage.ts'
import { ratio } from './ratio.ts'
import type { Sums } from './sums.ts'
import type { UnitAccount } from './unit-account.ts'

/** The district's line: plain sums over all units, vertical ones and 部门目录 included. */
export function districtRowOf(name: string, sums: Sums, overdueUnits: number): DistrictRow {
  return {
    name, tally: sums.tally, carriedOver: sums.carriedOver, onTime: onTimeOf(sums),
    onTimeOriginal: onTimeOriginalOf(sums), eventual: eventualOf(sums), coverage: ratio(sums.covered, sums.applicable),
    verifiable: verifiableOf(sums), overdue: sums.tally.overdue, overdueUnits, longestOverdue: sums.longestOverdue,
    dueWithin10: sums.dueWithin10,
  }
}

/** A unit's line. A merged unit keeps what fell due before and says who took over; it has neither score nor rank. */
export function unitRowOf(unit: Unit, { sums, working }: UnitAccount, { rank, settled }: Pick<UnitRow, 'rank' | 'settled'>): UnitRow {
  return {
    id: unit.id, name: unit.name, shortName: unit.shortName, kind: unit.kind, peerGroup: unit.peerGroup,
    tally: sums.tally, onTime: onTimeOf(sums), eventual: eventualOf(sums), coverage: ratio(sums.covered, sums.applicable),
    verifiable: verifiableOf(sums), overdue: sums.tally.overdue, longestOverdue: sums.longestOverdue,
    score: working.score, rank, settled, validTo: unit.validTo ?? null, successor: unit.successor ?? null,
  }
}

export function categoryRowOf(category: Category, sums: Sums): CategoryRow {
  return {
    id: category.id, name: category.name, shortName: category.shortName, tally: sums.tally, onTime: onTimeOf(sums),
    eventual: eventualOf(sums), coverage: ratio(sums.covered, sums.applicable), overdue: sums.tally.overdue,
  }
}
