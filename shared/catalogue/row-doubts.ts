import { cellOf, columnNames, hasNoContent } from './columns.ts'
import type { Doubt, Repair } from './item.ts'
import type { LiteralRow } from './literal-row.ts'
import { deadlineDoubt } from './deadline-doubt.ts'
import { marksIn, readColumns, type CellValue, type ReadCells, type ReadColumn } from './read-cells.ts'
import type { TickMark } from './read-options.ts'
import { selectorsOf } from './subjects.ts'

interface RowContext {
  readonly own: ReadCells
  /** Rows above on the same page, nearest first. */
  readonly above: readonly ReadCells[]
  readonly usualMark: TickMark | undefined
  readonly owner: string | null
}

const markNames: Readonly<Record<TickMark, string>> = { '✓': '✓', '√': '√', '■': '■', checkbox: '网页勾选框代码' }

/** The doubts a printed row raises by itself, in the order of its columns, blank 公开内容 first. */
export function doubtsOf(row: LiteralRow, context: RowContext): Doubt[] {
  const content: Doubt[] = hasNoContent(row)
    ? [{ code: 'blank-content', message: '“公开内容”栏空白，目录未写明应公开的要素。' }] : []
  const printed = readColumns.filter((column) => cellOf(row, column) !== undefined)
  return [...content, ...printed.flatMap((column) => columnDoubts(column, context)), ...markDoubts(context)]
}

function columnDoubts(column: ReadColumn, context: RowContext): Doubt[] {
  const value = context.own[column]
  if (value?.column === column) return valueDoubts(value, context)
  if (column === 'subjects' && context.owner !== null) {
    return [{ code: 'blank-subjects', message: '“公开主体”栏空白，按目录所属单位承担。' }]
  }
  const name = columnNames[column]
  const donor = readColumns.find((each) => each !== column && context.own[each]?.column === column && each !== 'subjects')
  if (donor) {
    const repair = repairFrom(column, context.own[donor]!, context.owner)
    return [{ code: 'shifted-cell', message: `“${name}”的内容印在“${columnNames[donor]}”栏，疑为整行错位一栏。`, ...repair }]
  }
  const above = context.above.map((cells) => cells[column]).find((each) => each?.column === column)
  const repair = above ? repairFrom(column, above, context.owner) : {}
  if (value) {
    const message = `“${name}”栏印的是${columnNames[value.column]}，本栏应有的内容缺失${above ? '，建议比照上一行' : ''}。`
    return [{ code: 'shifted-cell', message, ...repair }]
  }
  const code = column === 'deadline' ? 'blank-deadline' : 'merged-cell'
  const way = above ? '疑为与上一行合并的单元格，建议沿用上一行' : '本页上方无可沿用的内容'
  return [{ code, message: `“${name}”栏空白，${way}。`, ...repair }]
}

function repairFrom(column: ReadColumn, value: CellValue, owner: string | null): { readonly repair?: Repair } {
  if ('options' in value) return { repair: { field: value.column, value: value.options } }
  if (value.column === 'deadline') return { repair: { field: 'deadline', value: { printed: value.text, rules: value.rules } } }
  if (column === 'audience') return { repair: { field: 'audience', value: value.text } }
  return { repair: { field: 'subjects', value: { subjects: value.text, selectors: selectorsOf(value.text, owner) } } }
}

function valueDoubts(value: CellValue, context: RowContext): Doubt[] {
  if (value.column === 'deadline') {
    const above = context.above.map((cells) => cells.deadline).find((each) => each?.column === 'deadline' && each.doubt === undefined)
    return value.doubt === undefined ? [] : [deadlineDoubt(value.doubt, value, above?.column === 'deadline' ? above : undefined)]
  }
  if (value.column === 'subjects') return /各部门(?!（单位）|\(单位\))/.test(value.text) ? [subjectWording(value.text, context.owner)] : []
  if (!('read' in value) || !value.read) return []
  return value.read.doubts.map(({ code, note }) => ({
    code, message: `“${columnNames[value.column]}”栏选项${note}。`, repair: { field: value.column, value: value.options },
  }))
}

function subjectWording(text: string, owner: string | null): Doubt {
  const whole = text.replace(/各部门(?!（单位）|\(单位\))/, '各部门（单位）')
  return {
    code: 'subject-wording', message: `公开主体印作“${text}”，其他各行均为“${whole}”，疑漏“（单位）”。`,
    repair: { field: 'subjects', value: { subjects: whole, selectors: selectorsOf(whole, owner) } },
  }
}

function markDoubts({ own, usualMark }: RowContext): Doubt[] {
  const other = [...new Set(marksIn(own))].filter((mark) => mark !== usualMark)
  if (usualMark === undefined || other.length === 0) return []
  const printed = other.map((mark) => markNames[mark]).join('、')
  const message = `本行选项的勾选记号为${printed}，与目录通用的${markNames[usualMark]}不一，按同一含义识读。`
  return [{ code: 'option-marks', message }]
}
