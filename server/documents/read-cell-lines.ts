import type { LiteralRow } from '../../shared/catalogue/literal-row.ts'
import { compact } from '../../shared/catalogue/wraps.ts'
import { refusal, type Refusal } from '../../shared/refusal.ts'

interface Cell {
  readonly line: number
  readonly text: string
}

const cellStart = /^ ?\t/
const level = /^(过程|[一二三四五六七八]级(目录|事项)?)$/

/**
 * Reads the line-per-cell form a Word table pastes into: every cell starts its own line with a tab, further lines of a
 * cell follow without one. Two heading rows (the second names the columns, blank where the first does), then rows of as
 * many cells, each beginning with its 序号. Refuses a text without such headings and the first row whose count is off.
 */
export function readCellLines(text: string): LiteralRow[] | Refusal[] {
  const lines = text.split(/\r?\n/)
  const cells = cellsOf(lines)
  const firstBreak = lines.findIndex((line, index) => index > 0 && line.trim() === '' && !cellStart.test(line)) + 1
  const body = cells.findIndex(({ text: cell }) => /^1(\s|$)/.test(cell))
  const top = cells.filter(({ line }, index) => line < firstBreak && index < body).map(({ text: cell }) => compact(cell))
  const below = cells.slice(top.length, Math.max(body, 0)).map(({ text: cell }) => compact(cell))
  if (top[0] !== '序号' || below.length < top.length) {
    return [refusal('unknown-form', '', '没有找到目录表头：需有“序号、公开事项、公开内容”等栏目名称，各单元格各占一行并以制表符开头。')]
  }
  const columns = headingsOf(top, below)
  const levels = columns.filter((heading) => level.test(heading))
  const rows: LiteralRow[] = []
  for (let start = body; start < cells.length; start += columns.length) {
    const own = cells.slice(start, start + columns.length)
    const { line, text: number } = own[0]!
    if (own.length < columns.length || !/^\d+/.test(number)) {
      return [refusal('broken-row', `line ${line}`, `第${line}行起的一行与表头的${columns.length}栏对不上，应以序号开头，请核对此处之前的单元格有无缺漏。`)]
    }
    rows.push({ line, page: 1, levels, cells: Object.fromEntries(columns.map((heading, index) => [heading, own[index]!.text])) })
  }
  return rows
}

function cellsOf(lines: readonly string[]): Cell[] {
  const cells: { line: number; text: string }[] = []
  lines.forEach((line, index) => {
    if (cellStart.test(line)) cells.push({ line: index + 1, text: line.replace(cellStart, '') })
    else if (cells.length > 0) cells.at(-1)!.text += `\n${line}`
  })
  return cells.map((cell) => ({ ...cell, text: cell.text.trim() }))
}

/** Own heading of each column; a blank one takes its name from the row above, whose spanning headings are passed over. */
function headingsOf(top: readonly string[], below: readonly string[]): string[] {
  let next = 0
  return below.map((own, index) => {
    if (own === '') return top[next++] ?? ''
    if (index === 0 || below[index - 1] === '') next += 1
    return own
  })
}
