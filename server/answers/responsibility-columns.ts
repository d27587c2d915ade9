import { cadenceSentence } from '../../shared/obligations/cadence-sentence.ts'
import { answerWorkdays } from '../../shared/obligations/duty-decisions.ts'
import { unitsOwing } from './duties.ts'
import type { DutyRow } from '../../shared/wire/answers.ts'
import { categoryName } from './obligation-columns.ts'
import type { Column } from './table.ts'
import { dutyStateWords } from './table-words.ts'

/** What the paper says of itself: how it counts, and what silence means. */
export const responsibilityNotes: readonly (readonly [label: string, text: string])[] = [
  ['口径', '一行为一项公开责任（一个单位的一个事项）；已认领的计入覆盖率和得分，待认领、有异议的不计入；不适用的自认定之日起不再产生应公开信息，此前已到期的按原结果统计'],
  ['认领办法', `送交认领之日起${answerWorkdays}个工作日内，由责任单位认领或书面提出异议；期内未提出异议的，视为认领`],
  ['确认', '责任单位（盖章）：____________　负责人签字：____________　日期：____年__月__日'],
  ['说明', '本表由系统生成，经____________审核'],
]

/** Columns of 责任清单（认领确认表）. */
export const responsibilityColumns = {
  unit: { head: '责任单位', width: 16, kind: 'text', cell: d => d.unitName },
  category: { head: '类别', width: 16, kind: 'text', cell: (d, world) => categoryName(d.category, world) },
  item: { head: '事项', width: 30, kind: 'text', cell: d => d.itemName },
  printed: { head: '目录所列时限', width: 30, kind: 'text', cell: d => d.printed || '（空）' },
  every: { head: '频次', width: 34, kind: 'text', cell: d => `${cadenceSentence(d.every)}${d.ownCadence ? '（单独核定）' : ''}` },
  owing: { head: '同担单位数', width: 12, kind: 'count', cell: (d, world) => unitsOwing(d.item, world) },
  state: { head: '认领情况', width: 12, kind: 'text', cell: d => dutyStateWords[d.state] },
  since: { head: '自何日起', width: 12, kind: 'day', cell: d => d.since },
  answerBy: { head: '答复期限', width: 12, kind: 'day', cell: d => d.answerBy },
  by: { head: '经办', width: 14, kind: 'text', cell: d => (d.by === 'clock' ? '系统' : d.by) },
  reason: { head: '理由', width: 50, kind: 'text', cell: d => d.reason },
  confirmed: { head: '单位确认意见', width: 20, kind: 'text', cell: () => null },
} as const satisfies Record<string, Column<DutyRow>>
