import { dayOf } from '../../shared/time/day.ts'
import type { Verdict } from '../../shared/facts/fact.ts'
import type { MatterKind, MatterResult } from '../../shared/obligations/matter.ts'
import type { MatterRow } from '../../shared/wire/matter-answers.ts'
import type { Column, Table } from '../answers/table.ts'
import { notesOf } from '../answers/table-notes.ts'
import { statusWords } from '../answers/table-words.ts'
import type { View } from '../answers/view.ts'

export const matterKindWords: Readonly<Record<MatterKind, string>> = { appeal: '申诉', extension: '延期申请', correction: '更正待核' }

export const matterResultWords: Readonly<Record<MatterResult, string>> = {
  ruled: '已裁定', granted: '已准延期', declined: '未准延期', confirmed: '已确认', withdrawn: '已撤回',
}

export const verdictWords: Readonly<Record<Verdict, string>> = {
  upheld: '申诉成立，按时', excused: '申诉成立，不应公开', dayIs: '认定公开日期', rejected: '不予支持', overruled: '原说明不成立',
}

const columns: readonly Column<MatterRow>[] = [
  { head: '编号', width: 8, kind: 'count', cell: row => row.id },
  { head: '类别', width: 12, kind: 'text', cell: row => (row.round > 1 ? '申诉（复核）' : row.opened.kind === 'extended' ? '直接报备' : matterKindWords[row.kind]) },
  { head: '单位', width: 18, kind: 'text', cell: row => row.unitName },
  { head: '事项', width: 24, kind: 'text', cell: row => row.itemName },
  { head: '应公开信息', width: 40, kind: 'text', cell: row => row.obligation?.title ?? row.obligation?.period ?? null },
  { head: '目前状态', width: 16, kind: 'text', cell: row => row.obligation && statusWords[row.obligation.status] },
  { head: '原到期日', width: 12, kind: 'day', cell: row => row.obligation?.originalDue ?? null },
  { head: '提出日期', width: 12, kind: 'day', cell: row => row.day },
  { head: '提出人', width: 14, kind: 'text', cell: row => row.opened.account ?? row.opened.feed },
  { head: '内容', width: 50, kind: 'text', cell: row => row.opened.reason },
  { head: '申请延期至', width: 12, kind: 'day', cell: row => row.opened.until },
  { head: '附件数', width: 8, kind: 'count', cell: row => row.opened.attachments.length },
  { head: '应答复日', width: 12, kind: 'day', cell: row => row.answerBy },
  { head: '是否超期', width: 10, kind: 'text', cell: row => (row.isLate ? (row.outcome === null ? '已超期' : '超期答复') : '否') },
  { head: '结果', width: 14, kind: 'text', cell: row => (row.outcome === null ? '待答复' : matterResultWords[row.outcome.result]) },
  { head: '裁定', width: 20, kind: 'text', cell: row => (row.outcome?.line.verdict ? verdictWords[row.outcome.line.verdict] : null) },
  { head: '答复理由', width: 50, kind: 'text', cell: row => row.outcome?.line.reason ?? null },
  { head: '答复人', width: 14, kind: 'text', cell: row => row.outcome && (row.outcome.line.account ?? row.outcome.line.feed) },
  { head: '答复日期', width: 12, kind: 'day', cell: row => row.outcome && dayOf(row.outcome.line.at) },
  { head: '批量提示', width: 12, kind: 'text', cell: row => (row.bulk === null ? null : row.bulk === 'requests' ? '同日多件' : '申诉占比高') },
]

/** 申诉与申请 as a table to be downloaded. */
export function matterTable(view: View, rows: readonly MatterRow[], made: { readonly at: string; readonly filters: readonly string[] }): Table {
  const world = view.world()
  return {
    head: { title: '申诉与申请', notes: notesOf(view, { title: '申诉与申请', count: rows.length, ...made }), columns: columns.map(({ head, width, kind }) => ({ head, width, kind })) },
    rows: rows.map(row => columns.map(column => column.cell(row, world))),
  }
}
