import type { World } from '../../shared/obligations/world.ts'
import type { ObligationRow } from '../../shared/wire/answers.ts'
import type { Column } from './table.ts'
import { breachWords, flagWords, originWords, periodWords, proofWords, statusWords } from './table-words.ts'

/** Columns of 应公开信息, by the names `columns=` takes, in the order of the whole table. */
export const obligationColumns = {
  unit: { head: '单位', width: 16, kind: 'text', cell: o => o.unitName },
  item: { head: '事项', width: 22, kind: 'text', cell: o => o.itemName },
  category: { head: '类别', width: 16, kind: 'text', cell: (o, world) => categoryName(o.category, world) },
  title: { head: '标题', width: 48, kind: 'text', cell: o => o.title },
  docNumber: { head: '文号', width: 20, kind: 'text', cell: o => o.docNumber },
  period: { head: '所属期', width: 14, kind: 'text', cell: o => (o.period === null ? null : periodWords(o.period)) },
  status: { head: '状态', width: 16, kind: 'text', cell: o => exactStatus(o) },
  flags: { head: '标记', width: 18, kind: 'text', cell: o => o.flags.map(flag => flagWords[flag]).join('、') || null },
  origin: { head: '来由', width: 10, kind: 'text', cell: o => originWords[o.origin] },
  eventDay: { head: '起算日', width: 12, kind: 'day', cell: o => o.eventDay },
  dueDay: { head: '到期日', width: 12, kind: 'day', cell: o => o.dueDay },
  originalDue: { head: '原到期日', width: 12, kind: 'day', cell: o => o.originalDue },
  publishedDay: { head: '公开日', width: 12, kind: 'day', cell: o => o.publishedDay },
  lateWorkdays: { head: '逾期工作日', width: 12, kind: 'count', cell: (o, world) => lateWorkdays(o, world) },
  proof: { head: '形成日期依据', width: 14, kind: 'text', cell: o => proofWords[o.proof] },
  breach: { head: '超过的时限', width: 12, kind: 'text', cell: o => (o.breach === null ? null : breachWords[o.breach]) },
  year: { head: '考核年度', width: 10, kind: 'count', cell: o => o.year },
  url: { head: '网址', width: 40, kind: 'text', cell: o => o.url },
  id: { head: '编号', width: 40, kind: 'text', cell: o => o.id },
} as const satisfies Record<string, Column<ObligationRow>>

export function categoryName(id: string, world: World): string {
  return world.categories.find(category => category.id === id)?.name ?? id
}

/** 不予公开 and 依申请公开 rest on different articles: a paper tells them apart. */
function exactStatus(o: ObligationRow): string {
  if (o.exemptKind === 'onRequest' && o.status === 'exempt') return '依申请公开'
  if (o.exemptKind === 'withheld' && o.status === 'exempt') return '不予公开'
  return o.status === 'late' && o.lateBy === 'declaration' ? '逾期说明' : statusWords[o.status]
}

/** Working days after the due day: up to the publication, or so far. */
function lateWorkdays(o: ObligationRow, { calendar, day }: World): number | null {
  if (o.dueDay === null) return null
  if (o.status === 'overdue') return calendar.workdaysBetween(o.dueDay, day)
  return o.status === 'late' && o.publishedDay !== null ? calendar.workdaysBetween(o.dueDay, o.publishedDay) : null
}
