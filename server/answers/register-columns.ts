import type { RegisterRow } from '../../shared/wire/desk-answers.ts'
import type { Column } from './table.ts'

/** Columns of 月度关账与文号, one row a unit. */
export const registerColumns = {
  unit: { head: '单位', width: 16, kind: 'text', cell: r => r.unitName },
  months: { head: '应关账月数', width: 12, kind: 'count', cell: r => r.months },
  closed: { head: '已关账月数', width: 12, kind: 'count', cell: r => r.closed },
  missing: { head: '逾期未关账的月份', width: 40, kind: 'text', cell: r => r.missing.join('、') },
  late: { head: '逾期才关账的月份', width: 30, kind: 'text', cell: r => r.late.join('、') },
  differing: { head: '数字待核对的月份', width: 30, kind: 'text', cell: r => r.differing.join('、') },
  numbers: { head: '待说明文号数', width: 14, kind: 'count', cell: r => r.numbers },
  gaps: { head: '待说明文号', width: 50, kind: 'text', cell: r => r.gaps.join('、') },
  explained: { head: '已说明文号数', width: 14, kind: 'count', cell: r => r.explained },
} as const satisfies Record<string, Column<RegisterRow>>
