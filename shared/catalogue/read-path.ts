import type { Doubt } from './item.ts'
import type { LiteralRow } from './literal-row.ts'
import { unwrapped } from './wraps.ts'

export interface ReadPath {
  readonly path: readonly string[]
  readonly doubts: readonly Doubt[]
}

/** What a row without any name of its own is called, under the names it shares with the row above. */
export const unnamed = '（未命名）'

/** Categories have at least this many characters here; two shorter halves round a page break are one name. */
const shortestCategory = 4

/** Names known from catalogues of this kind: halves that repeat a character (机关简 · 介绍) are read as the name. */
const usualNames = ['机关简介']

/**
 * The path of every row: merged name cells carried down, wrap spaces removed, a category name split over a page break
 * joined (with a doubt). A row that prints no name at all stands unnamed beside the row above it.
 */
export function readPaths(rows: readonly LiteralRow[]): ReadPath[] {
  const joined = joinSplitNames(rows)
  let above: readonly string[] = []
  let lastName = ''
  return rows.map((row, index) => {
    const names = row.levels.map((level) => unwrapped(row.cells[level] ?? ''))
    const split = joined.get(index)
    if (split && names[0] !== '') names[0] = split.whole
    const doubts: Doubt[] = []
    const first = names.findIndex((name) => name !== '')
    const own = names.slice(first).filter((name) => name !== '')
    const path = first < 0 ? [...above.slice(0, -1), unnamed] : [...above.slice(0, first), ...own]
    if (first < 0) {
      const message = `本行各级名称均为空白，上方最近的名称为“${lastName}”，无法确定是合并单元格还是漏印名称。`
      doubts.push({ code: 'unnamed-row', message })
    }
    if (split) {
      const message = `类别名称跨页断开，分印为“${split.head}”和“${split.tail}”，读作“${split.whole}”。`
      doubts.push({ code: 'split-name', message, repair: { field: 'path', value: path } })
    }
    above = path
    if (first >= 0) lastName = path.at(-1) ?? ''
    return { path, doubts }
  })
}

/** Rows whose category is one half of a name split over a page break, by index, with the whole name. */
function joinSplitNames(rows: readonly LiteralRow[]): Map<number, { head: string; tail: string; whole: string }> {
  const joined = new Map<number, { head: string; tail: string; whole: string }>()
  const category = (row: LiteralRow | undefined) => unwrapped(row?.cells[row.levels[0] ?? ''] ?? '')
  let from = 0
  for (let index = 1; index < rows.length; index += 1) {
    const own = category(rows[index])
    if (own === '') continue
    const head = category(rows[from])
    const broken = rows[index]!.page === rows[index - 1]!.page + 1
    if (broken && head !== '' && head.length < shortestCategory && own.length < shortestCategory) {
      const whole = usualNames.find((name) => (head + own).startsWith(name)) ?? head + own
      const end = rows.findIndex((row, later) => later > index && category(row) !== '')
      for (let each = from; each < (end < 0 ? rows.length : end); each += 1) joined.set(each, { head, tail: own, whole })
    }
    from = index
  }
  return joined
}
