import type { LiteralRow } from '../../shared/catalogue/literal-row.ts'
import { compact } from '../../shared/catalogue/wraps.ts'
import { refusal, type Refusal } from '../../shared/refusal.ts'

/** First heading of the value columns; everything before it names the row. */
const firstValue = '公开内容'

/**
 * Reads the tab-separated form of a catalogue: two heading lines, then one line a row, pages parted by blank lines. The
 * value columns are the last ones; pages may print fewer or more name columns. Refuses a text without these headings
 * and names every row with too few cells.
 */
export function readTabTable(text: string): LiteralRow[] | Refusal[] {
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => cell.trim()))
  const top = lines.findIndex((cells) => cells.some((cell) => compact(cell) === firstValue))
  const heads = lines[top]?.map(compact) ?? []
  const values = heads.slice(heads.indexOf(firstValue))
  const names = (lines[top + 1] ?? []).map(compact).filter((cell) => cell !== '')
  if (top < 0 || names.length === 0 || !names.every((name) => /级/.test(name))) {
    return [refusal('unknown-form', '', '没有找到目录表头：需有“公开内容”等栏目名称，下一行为“一级、二级……”。')]
  }
  const rows: LiteralRow[] = []
  const refusals: Refusal[] = []
  let page = 1
  lines.forEach((cells, index) => {
    if (index <= top + 1) return
    if (cells.every((cell) => cell === '')) {
      if (cells.length === 1 && rows.at(-1)?.page === page) page += 1
      return
    }
    if (cells.length <= values.length) {
      refusals.push(refusal('short-row', `line ${index + 1}`, `第${index + 1}行只有${cells.length}栏，至少应有${values.length + 1}栏，无法判断各栏内容。`))
      return
    }
    rows.push({ line: index + 1, page, ...namedCells(cells, { values, names }) })
  })
  return refusals.length > 0 ? refusals : rows
}

interface Headings {
  readonly values: readonly string[]
  readonly names: readonly string[]
}

function namedCells(cells: readonly string[], heads: Headings): Pick<LiteralRow, 'levels' | 'cells'> {
  const depth = cells.length - heads.values.length
  const columns = cells.slice(0, depth).map((cell, index) => [heads.names[index] ?? `第${index + 1}栏`, cell] as const)
  // A name column beyond the printed headings counts only where it holds something.
  const levels = columns.filter(([, cell], index) => index < heads.names.length || cell !== '')
  const values = heads.values.map((heading, index) => [heading, cells[depth + index] ?? ''] as const)
  return { levels: levels.map(([heading]) => heading), cells: Object.fromEntries([...levels, ...values]) }
}
