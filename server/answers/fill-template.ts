import { fillColumns } from '../../shared/facts/fill-columns.ts'
import type { Table } from './table.ts'

/** An empty sheet with the heads the desk's 粘贴多行 understands; what each wants stands on the sheet of notes. */
export const templateTable: Table = {
  head: {
    title: '填报模板',
    notes: [
      ['用法', '在“填报模板”页逐行填写，选中填好的各行（可连同表头）复制，粘贴到填报台的“粘贴多行”，检查后入账；一次最多2000行。'],
      ['严禁', '严禁录入国家秘密、工作秘密。录入的信息须已经保密审查。'],
      ...fillColumns.map(({ head, hint }) => [head, hint] as const),
    ],
    columns: fillColumns.map(({ head, width }) => ({ head, width, kind: 'text' })),
  },
  rows: [],
}
