import { headingOf } from './columns.ts'
import type { Item } from './item.ts'
import type { LiteralRow } from './literal-row.ts'
import { marksIn, readCells, type CellValue, type ReadCells, type ReadColumn } from './read-cells.ts'
import { isCompound } from './read-deadline.ts'
import type { TickMark } from './read-options.ts'
import { readPaths } from './read-path.ts'
import { doubtsOf } from './row-doubts.ts'
import { selectorsOf } from './subjects.ts'

/** What can be read off the printed row alone; cadence, who may owe it and its elements are decided beside it. */
export type ItemReading = Pick<Item,
  'id' | 'catalogue' | 'line' | 'literal' | 'path' | 'category' | 'deadline' | 'subjects' | 'selectors'
  | 'channels' | 'attribute' | 'methods' | 'audience' | 'doubts'>

export interface CatalogueReading {
  /** First levels (一级) in document order, with their ids. */
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  readonly items: readonly ItemReading[]
}

export interface CatalogueIdentity {
  readonly id: string
  /** What item and category ids begin with; the item's source line follows. */
  readonly prefix: string
  /** The bureau whose catalogue it is; null for the district's. */
  readonly owner: string | null
}

const noOptions = { checked: [], offered: [] }

/**
 * The reading of a catalogue's rows: names carried down, option lists and deadlines read, every defect a doubt (待核问题)
 * with a repair where one can be given. Blank and misplaced cells stay blank. A row with two duties is read into two
 * items (`<id>` and `<id>~2`). Refuses nothing: what cannot be read is a doubt.
 */
export function readCatalogue(rows: readonly LiteralRow[], of: CatalogueIdentity): CatalogueReading {
  const paths = readPaths(rows)
  const cells = rows.map(readCells)
  const usualMark = commonest(cells.flatMap((each) => [...new Set(marksIn(each))]))
  const names = [...new Set(paths.map(({ path }) => path[0] ?? ''))]
  const categoryId = (name: string) => `${of.prefix}-c${String(names.indexOf(name) + 1).padStart(2, '0')}`
  const items = rows.flatMap((row, index) => {
    const { path, doubts } = paths[index]!
    const own = cells[index]!
    const above = rows.flatMap((each, before) => (before < index && each.page === row.page ? [cells[before]!] : [])).reverse()
    const subjects = ownText(own, 'subjects')
    const item: ItemReading = {
      id: `${of.prefix}-${row.line}`, catalogue: of.id, line: row.line, literal: literalOf(row), path,
      category: categoryId(path[0] ?? ''), deadline: deadlineOf(own.deadline),
      subjects, selectors: selectorsOf(subjects, of.owner),
      channels: optionsOf(own.channels, 'channels'), attribute: optionsOf(own.attribute, 'attribute'),
      methods: optionsOf(own.methods, 'methods'), audience: ownText(own, 'audience'),
      doubts: [...doubts, ...doubtsOf(row, { own, above, usualMark, owner: of.owner })],
    }
    return isCompound(item.deadline.rules) ? splitDuties(item) : [item]
  })
  return { categories: names.map((name) => ({ id: categoryId(name), name })), items }
}

/** The cells as printed, 公开内容 aside; blank name cells are left out, blank value cells are kept. */
export function literalOf(row: LiteralRow): Record<string, string> {
  const content = headingOf(row, 'content')
  return Object.fromEntries(Object.entries(row.cells).filter(([heading, text]) =>
    heading !== content && (text !== '' || !row.levels.includes(heading))))
}

function ownText(cells: ReadCells, column: 'subjects' | 'audience'): string {
  const value = cells[column]
  return value?.column === column ? value.text : ''
}

function optionsOf(value: CellValue | null, column: ReadColumn): Item['channels'] {
  return value && 'options' in value && value.column === column ? value.options : noOptions
}

function deadlineOf(value: CellValue | null): Item['deadline'] {
  return value?.column === 'deadline' ? { printed: value.text, rules: value.rules } : { printed: '', rules: [{ kind: 'unstated' }] }
}

/** One item a rule, the printed phrase kept whole in each; what the second is about is said in its name. */
function splitDuties(item: ItemReading): ItemReading[] {
  const clauses = item.deadline.printed.split(/[；;]/).filter((clause) => clause !== '')
  return item.deadline.rules.map((rule, index) => {
    const about = /^(.{2,}?)(?:信息)?(?:形成|每年|于|自|在)/u.exec(clauses[index] ?? '')?.[1]
    const name = `${item.path.at(-1) ?? ''}（${about ?? `第${index + 1}项`}）`
    return {
      ...item, deadline: { printed: item.deadline.printed, rules: [rule] },
      ...(index === 0 ? {} : { id: `${item.id}~${index + 1}`, path: [...item.path.slice(0, -1), name] }),
    }
  })
}

function commonest(marks: readonly TickMark[]): TickMark | undefined {
  const counts = new Map<TickMark, number>()
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
