import { fillColumns, type FillColumn } from '../../shared/facts/fill-columns.ts'

export type PasteField = FillColumn['field']

export interface PastedTable {
  /** What each column is; null where it is not used. */
  readonly columns: readonly (PasteField | null)[]
  readonly hasHead: boolean
  readonly rows: readonly (readonly string[])[]
  /** Rows beyond `MOST_ROWS` that were left out, with those kept. */
  readonly total: number
}

export const MOST_ROWS = 2000

/**
 * Cells of text copied from a spreadsheet: tabs between cells, a cell with breaks or tabs in it stands in quotes, a quote in
 * it doubled. Blank lines are left out, cells trimmed.
 */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.replace(/\s+/g, ' ').trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((each) => each !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[at += 1]
      else quoted = false
    } else if (sign === '"' && cell === '' && hasEnd(text, at)) quoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  endRow()
  return rows
}

/** A quote opens a cell only where another one ends it: a title may begin with one. */
function hasEnd(text: string, from: number): boolean {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') at += 1
    else return at + 1 === text.length || '\t\r\n'.includes(text[at + 1]!)
  }
  return false
}

/** Reads pasted text: with a head row its names tell the columns, without one they are taken in the template's order. */
export function pastedTable(text: string): PastedTable {
  const cells = cellsIn(text)
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const heads = (cells[0] ?? []).map(fieldOfHead)
  const hasHead = heads.filter((field) => field !== null).length >= Math.min(2, width)
  const columns = Array.from({ length: width }, (_, place) => (hasHead ? heads[place] ?? null : fillColumns[place]?.field ?? null))
  const body = (hasHead ? cells.slice(1) : cells).map((row) => Array.from({ length: width }, (_, place) => row[place] ?? ''))
  return { columns: withoutTwice(columns), hasHead, rows: body.slice(0, MOST_ROWS), total: body.length }
}

/** The field a head names: as the template writes it, or as people do; what stands in brackets is a remark. */
export function fieldOfHead(head: string): PasteField | null {
  const plain = head.replace(/[（(].*$/, '').replace(/[\s*＊]/g, '')
  return fillColumns.find((column) => column.head === plain || column.alike.includes(plain))?.field ?? null
}

/** A field stands in one column only, the first that names it. */
function withoutTwice(columns: readonly (PasteField | null)[]): (PasteField | null)[] {
  return columns.map((field, place) => (field !== null && columns.indexOf(field) < place ? null : field))
}
