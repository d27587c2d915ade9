import type { UnitRow } from '../../shared/measures/board-rows.ts'
import type { Ratio } from '../../shared/measures/ratio.ts'
import type { DutyRow } from '../../shared/wire/answers.ts'
import { categoryName } from './obligation-columns.ts'
import type { Cell, Column } from './table.ts'
import { cadenceWords, dutyStateWords, kindWords, peerGroupWords } from './table-words.ts'

/** Columns of 单位, by the names `columns=` takes. */
export const unitColumns = {
  unit: { head: '单位', width: 24, kind: 'text', cell: u => u.name },
  kind: { head: '性质', width: 14, kind: 'text', cell: u => kindWords[u.kind] },
  peerGroup: { head: '同类分组', width: 14, kind: 'text', cell: u => peerGroupWords[u.peerGroup] ?? u.peerGroup },
  score: { head: '实时测算分', width: 12, kind: 'points', cell: u => u.score ?? '—' },
  rank: { head: '名次', width: 8, kind: 'count', cell: u => u.rank ?? '—' },
  settledPeriod: { head: '核定所属期', width: 12, kind: 'text', cell: u => u.settled?.period ?? '—' },
  settledScore: { head: '核定分', width: 10, kind: 'points', cell: u => u.settled?.score ?? '—' },
  settledRank: { head: '核定名次', width: 10, kind: 'count', cell: u => u.settled?.rank ?? '—' },
  onTime: { head: '按时公开率', width: 12, kind: 'share', cell: u => shareOf(u.onTime) },
  onTimePart: { head: '按时公开件数', width: 14, kind: 'count', cell: u => u.onTime.part },
  onTimeWhole: { head: '应判件数', width: 12, kind: 'count', cell: u => u.onTime.whole },
  eventual: { head: '公开率', width: 12, kind: 'share', cell: u => shareOf(u.eventual) },
  eventualPart: { head: '已公开件数', width: 14, kind: 'count', cell: u => u.eventual.part },
  eventualWhole: { head: '应公开件数', width: 14, kind: 'count', cell: u => u.eventual.whole },
  coverage: { head: '覆盖率', width: 12, kind: 'share', cell: u => shareOf(u.coverage) },
  coveragePart: { head: '已覆盖责任', width: 14, kind: 'count', cell: u => u.coverage.part },
  coverageWhole: { head: '适用责任', width: 12, kind: 'count', cell: u => u.coverage.whole },
  verifiable: { head: '可核验率', width: 12, kind: 'share', cell: u => shareOf(u.verifiable) },
  overdue: { head: '逾期未公开件数', width: 16, kind: 'count', cell: u => u.overdue },
  longestOverdue: { head: '最长逾期工作日', width: 16, kind: 'count', cell: u => u.longestOverdue },
} as const satisfies Record<string, Column<UnitRow>>

/** Columns of 公开责任. */
export const dutyColumns = {
  unit: { head: '单位', width: 16, kind: 'text', cell: d => d.unitName },
  item: { head: '事项', width: 30, kind: 'text', cell: d => d.itemName },
  category: { head: '类别', width: 18, kind: 'text', cell: (d, world) => categoryName(d.category, world) },
  state: { head: '认领情况', width: 12, kind: 'text', cell: d => dutyStateWords[d.state] },
  cadence: { head: '频次', width: 14, kind: 'text', cell: d => cadenceWords[d.cadence] },
  applicable: { head: '计入覆盖率', width: 12, kind: 'text', cell: d => (d.applicable ? '是' : '否') },
  covered: { head: '已覆盖', width: 10, kind: 'text', cell: d => (d.applicable ? (d.covered ? '是' : '否') : '—') },
  coveredBy: { head: '覆盖依据', width: 40, kind: 'text', cell: d => d.coveredBy },
  lastDay: { head: '最近公开或核对', width: 16, kind: 'day', cell: d => d.lastDay },
} as const satisfies Record<string, Column<DutyRow>>

function shareOf({ share }: Ratio): Cell {
  return share ?? '—'
}
