import type { Cell } from '../../answers/table.ts'
import { peerGroupWords } from '../../answers/table-words.ts'
import type { View } from '../../answers/view.ts'
import type { PaperColumn } from '../../documents/paper.ts'
import { findingNames, type FindingCode } from '../../../shared/facts/finding-codes.ts'
import type { Board, UnitRow } from '../../../shared/measures/board-rows.ts'
import type { Ratio } from '../../../shared/measures/ratio.ts'
import { standingFindings, unitsIn } from './findings-paper.ts'

/** 96.4%; "—" of nothing. */
export function shareWords({ share }: Ratio): string {
  return share === null ? '—' : `${(share * 100).toFixed(1)}%`
}

/** Units with something overdue, the longest first. */
export function overdueUnits({ units }: Board): readonly UnitRow[] {
  return units.filter(each => each.overdue > 0).sort((a, b) => b.longestOverdue - a.longestOverdue || b.overdue - a.overdue)
}

/** 「甲局（3件，最长12个工作日）、…」, at most so many named. */
export function unitList(units: readonly UnitRow[], most: number): string {
  const named = units.slice(0, most).map(each => `${each.shortName}（${each.overdue}件，${lateWords(each.longestOverdue)}）`).join('、')
  return units.length > most ? `${named}等${units.length}个单位` : named
}

/** A piece due before a weekend is overdue on Saturday, and not yet a working day late. */
export function lateWords(workdays: number): string {
  return workdays === 0 ? '刚逾期' : `最长${workdays}个工作日`
}

/** Findings that stand by kind, the most first, with the units they were found at. */
export function findingCounts(view: View): readonly { readonly name: string; readonly pieces: number; readonly units: readonly string[] }[] {
  const world = view.world()
  const counts = new Map<FindingCode, { pieces: number; units: Set<string> }>()
  for (const unit of unitsIn(world, null)) {
    for (const { code } of standingFindings(world, unit)) {
      const count = counts.get(code) ?? { pieces: 0, units: new Set() }
      counts.set(code, { pieces: count.pieces + 1, units: count.units.add(world.units.get(unit)?.shortName ?? unit) })
    }
  }
  return [...counts].map(([code, { pieces, units }]) => ({ name: findingNames[code], pieces, units: [...units] })).sort((a, b) => b.pieces - a.pieces)
}

/** Columns of 各单位情况表. */
export const situationColumns: readonly PaperColumn[] = [
  { head: '序号', width: 5, kind: 'count' }, { head: '组别', width: 9, kind: 'text' }, { head: '单位', width: 24, kind: 'text' }, { head: '应公开\n（件）', width: 8, kind: 'count' },
  { head: '按时\n公开率', width: 8, kind: 'share' }, { head: '公开率', width: 8, kind: 'share' }, { head: '未核实\n（件）', width: 8, kind: 'count' }, { head: '覆盖率', width: 8, kind: 'share' },
  { head: '目前逾期\n（件）', width: 9, kind: 'count' }, { head: '最长逾期\n（工作日）', width: 9, kind: 'count' }, { head: '核查发现\n问题（件）', width: 9, kind: 'count' },
]

/** 各单位情况表: the board's own figures, unit by unit in official order. */
export function situationRows(view: View): (readonly Cell[])[] {
  const world = view.world()
  return view.board().units.map((each, place): readonly Cell[] => [
    place + 1, peerGroupWords[each.peerGroup] ?? each.peerGroup, each.name, each.eventual.whole, each.onTime.share ?? '—', each.eventual.share ?? '—', each.tally.unverified,
    each.coverage.share ?? '—', each.overdue, each.overdue === 0 ? '—' : each.longestOverdue, standingFindings(world, each.id).length,
  ])
}
