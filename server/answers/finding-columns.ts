import { findingNames } from '../../shared/facts/finding-codes.ts'
import type { RecheckOutcome } from '../../shared/facts/act.ts'
import type { FindingState } from '../../shared/obligations/finding.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { FindingFilter, RawRow } from './findings.ts'
import { itemNameOf, unitNameOf } from './obligations.ts'
import type { Column, TableHead } from './table.ts'
import { periodWords } from './table-words.ts'

export const findingStateWords: Readonly<Record<FindingState, string>> = { open: '待整改', answered: '待复查', failed: '复查未通过', cleared: '已销号', revoked: '已撤销' }

export const recheckWords: Readonly<Record<RecheckOutcome, string>> = { cleared: '销号', failed: '未通过', revoked: '撤销' }

/** Columns of 问题整改情况; a withheld paper (不予公开) has no title here either. */
export const findingColumns = {
  id: { head: '编号', width: 8, kind: 'count', cell: f => f.id },
  unit: { head: '单位', width: 16, kind: 'text', cell: f => f.unitName },
  year: { head: '考核年度', width: 10, kind: 'count', cell: f => f.year },
  item: { head: '事项', width: 24, kind: 'text', cell: f => f.itemName || '整个单位' },
  obligation: { head: '应公开信息', width: 36, kind: 'text', cell: ({ obligation: o }) => o && (o.title ?? (o.period === null ? null : periodWords(o.period))) },
  code: { head: '问题类别', width: 18, kind: 'text', cell: f => findingNames[f.code] },
  place: { head: '位置', width: 30, kind: 'text', cell: f => f.place },
  reason: { head: '问题', width: 50, kind: 'text', cell: f => f.reason },
  day: { head: '登记日期', width: 12, kind: 'day', cell: f => f.day },
  by: { head: '登记人', width: 14, kind: 'text', cell: f => f.by },
  until: { head: '整改期限', width: 12, kind: 'day', cell: f => f.until },
  state: { head: '进度', width: 12, kind: 'text', cell: f => findingStateWords[f.state] },
  overdue: { head: '整改逾期工作日', width: 14, kind: 'count', cell: f => (f.isOverdue ? -(f.workdaysLeft ?? 0) : null) },
  inTime: { head: '按期整改', width: 10, kind: 'text', cell: f => (f.inTime === null ? '—' : f.inTime ? '是' : '否') },
  repeats: { head: '与第几号重复', width: 12, kind: 'count', cell: f => f.repeats },
  answer: { head: '整改反馈', width: 50, kind: 'text', cell: f => answerOf(f)?.reason ?? null },
  answerDay: { head: '反馈日期', width: 12, kind: 'day', cell: f => answerOf(f)?.day ?? null },
  disagrees: { head: '单位异议', width: 10, kind: 'text', cell: f => (f.steps.some(step => step.kind === 'rectified' && step.disagrees) ? '有' : '无') },
  outcome: { head: '复查结论', width: 12, kind: 'text', cell: f => { const last = recheckOf(f); return last ? recheckWords[last.outcome] : null } },
  opinion: { head: '复查意见', width: 50, kind: 'text', cell: f => recheckOf(f)?.reason ?? null },
  recheckedBy: { head: '复查人', width: 14, kind: 'text', cell: f => recheckOf(f)?.by ?? null },
  recheckedDay: { head: '复查日期', width: 12, kind: 'day', cell: f => recheckOf(f)?.day ?? null },
  files: { head: '附件数', width: 8, kind: 'count', cell: f => f.attachments.length + f.steps.reduce((sum, step) => sum + step.attachments.length, 0) },
} as const satisfies Record<string, Column<RawRow>>

function answerOf({ steps }: RawRow) {
  return steps.findLast(step => step.kind === 'rectified')
}

function recheckOf({ steps }: RawRow) {
  return steps.findLast(step => step.kind === 'rechecked')
}

export const findingNotes: TableHead['notes'] = [
  ['口径', '按个计；整改期限按工作日定，当日有效，反馈日期为入账当日；按期整改指每一次期限内都有反馈且复查销号，期限过后才反馈的，以后再改期也不算按期；重复问题指同一单位同一事项同类问题销号后年内再次发生，已撤销的不计'],
]

/** The filters of the table in the words of its notes. */
export function findingFilterWords({ unit, item, year, code, state, open, late, repeats, obligation, sample, leaf, part }: FindingFilter, world: World): readonly string[] {
  const listed = (label: string, values: readonly (string | number)[] | undefined) => (values ? [`${label}：${values.join('、')}`] : [])
  return [
    ...listed('单位', unit?.map(id => unitNameOf(world, id))), ...listed('事项', item?.map(id => (id === '*' ? '整个单位' : itemNameOf(world, id)))), ...listed('考核年度', year),
    ...listed('问题类别', code?.map(each => findingNames[each])), ...listed('进度', state?.map(each => findingStateWords[each])),
    ...(open === undefined ? [] : [open ? '未销号' : '已销号或已撤销']), ...(late ? ['未按期整改'] : []), ...(repeats ? ['重复问题'] : []),
    ...(obligation === undefined ? [] : [`应公开编号：${obligation}`]), ...(sample === undefined ? [] : [`抽样：${sample}`]),
    ...(leaf === undefined ? [] : [`计入得分指标${leaf}${part ? '的分子' : ''}`]),
  ]
}
