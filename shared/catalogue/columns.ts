import type { LiteralRow } from './literal-row.ts'

/** The value columns of a row, whatever its document calls them. */
export type Column = 'content' | 'basis' | 'subjects' | 'channels' | 'deadline' | 'attribute' | 'methods' | 'audience'

const headings: Readonly<Record<Column, readonly string[]>> = {
  content: ['公开内容', '公开内容（要素）'],
  basis: ['公开依据'],
  subjects: ['公开主体'],
  channels: ['公开渠道', '公开渠道和载体'],
  deadline: ['公开时限'],
  attribute: ['公开属性'],
  methods: ['公开方式'],
  audience: ['公开对象'],
}

/** What a column is called on screen. */
export const columnNames: Readonly<Record<Column, string>> = {
  content: '公开内容', basis: '公开依据', subjects: '公开主体', channels: '公开渠道', deadline: '公开时限',
  attribute: '公开属性', methods: '公开方式', audience: '公开对象',
}

/** Columns of 试点领域 catalogues that hold a tick each: 公开方式 says there what 公开属性 says in the district's. */
const ticks: Partial<Readonly<Record<Column, Readonly<Record<string, string>>>>> = {
  attribute: { 主动: '主动公开', 依申请公开: '依申请公开' },
  audience: { 全社会: '全社会', 特定群众: '特定群众' },
}

/** The heading under which a row prints a column, if it has it. */
export function headingOf(row: LiteralRow, column: Column): string | undefined {
  return headings[column].find((heading) => row.cells[heading] !== undefined)
}

/** The cell of a column as printed; tick columns become an option list. Undefined where the document has no such column. */
export function cellOf(row: LiteralRow, column: Column): string | undefined {
  const heading = headingOf(row, column)
  if (heading !== undefined) return row.cells[heading]
  const boxes = Object.entries(ticks[column] ?? {}).filter(([each]) => row.cells[each] !== undefined)
  if (boxes.length === 0) return undefined
  const ticked = boxes.filter(([each]) => row.cells[each]!.trim() !== '').map(([, word]) => word)
  if (column === 'audience') return ticked.join('、')
  return ticked.length === 0 ? '' : boxes.map(([, word]) => `${ticked.includes(word) ? '☑' : '□'}${word}`).join(' ')
}

/** True where the row prints nothing under 公开内容. */
export function hasNoContent(row: LiteralRow): boolean {
  return (cellOf(row, 'content') ?? '').trim() === ''
}
