import { cellOf } from './columns.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import type { Options } from './item.ts'
import type { LiteralRow } from './literal-row.ts'
import { attributeWords, channelWords, methodWords, type OptionVocabulary } from './option-vocabulary.ts'
import { readDeadline } from './read-deadline.ts'
import { readOptions, type ReadOptions, type TickMark } from './read-options.ts'
import { compact, unwrapped } from './wraps.ts'

/** The columns a reading holds; the order is the printed one, so a shift is one step along it. */
export const readColumns = ['subjects', 'channels', 'deadline', 'attribute', 'methods', 'audience'] as const
export type ReadColumn = (typeof readColumns)[number]

/** What a cell holds, told from its own words and not from the column it stands in. */
export type CellValue =
  | { readonly column: 'subjects' | 'audience'; readonly text: string }
  | { readonly column: 'deadline'; readonly text: string; readonly rules: readonly DeadlineRule[]; readonly doubt?: string }
  | { readonly column: 'channels' | 'attribute' | 'methods'; readonly options: Options; readonly read: ReadOptions | null }

export type ReadCells = Readonly<Record<ReadColumn, CellValue | null>>

const vocabularies: Readonly<Record<'channels' | 'attribute' | 'methods', OptionVocabulary>> = {
  channels: channelWords, attribute: attributeWords, methods: methodWords,
}
const lists = ['channels', 'attribute', 'methods'] as const
const audiences = new Set(['社会', '全社会', '特定群众', '全社会、特定群众'])

/** The value of each column's own cell, null where it is blank; a value of another column's kind says so itself. */
export function readCells(row: LiteralRow): ReadCells {
  const value = (column: ReadColumn) => readCell(cellOf(row, column) ?? '', column)
  return {
    subjects: value('subjects'), channels: value('channels'), deadline: value('deadline'),
    attribute: value('attribute'), methods: value('methods'), audience: value('audience'),
  }
}

export function marksIn(cells: ReadCells): TickMark[] {
  return readColumns.flatMap((column) => {
    const value = cells[column]
    return value && 'read' in value ? value.read?.marks ?? [] : []
  })
}

function readCell(cell: string, column: ReadColumn): CellValue | null {
  const text = unwrapped(cell)
  if (text === '') return null
  if (column === 'subjects') return { column, text }
  const list = readList(cell, column)
  if (list) return list
  if (audiences.has(compact(text))) return { column: 'audience', text }
  const { rules, doubt } = readDeadline(text)
  const deadline: CellValue = doubt === undefined ? { column: 'deadline', text, rules } : { column: 'deadline', text, rules, doubt }
  if (column === 'deadline' || rules.some((rule) => rule.kind === 'within' || rule.kind === 'byDate')) return deadline
  if (column === 'audience') return { column, text }
  return { column, options: { checked: [text], offered: [text] }, read: null }
}

/** An option list belongs to the column whose words it uses most; its own column wins a draw. */
function readList(cell: string, column: ReadColumn): CellValue | undefined {
  const own = lists.filter((each) => each === column)
  const readings = [...own, ...lists.filter((each) => each !== column)].flatMap((each) => {
    const read = readOptions(cell, vocabularies[each])
    return read ? [{ column: each, options: read.options, read }] : []
  })
  const [first, ...others] = readings
  return first && others.reduce((best, each) => (each.read.known > best.read.known ? each : best), first)
}
