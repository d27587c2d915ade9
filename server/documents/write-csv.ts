import { writeCsv } from 'hucre/csv'
import type { Cell, WholeTable } from '../answers/table.ts'
import { plainCellText } from './safe-text.ts'

/** A table as CSV: UTF-8 with BOM, CRLF, the heads first; its notes stand below it, where they do not disturb a reader of columns. */
export function tableCsv({ head, rows }: WholeTable): Uint8Array {
  const lines = [
    head.columns.map(column => plainCellText(column.head)), ...rows.map(row => row.map(cellOf)), [], ...head.notes.map(([label, text]) => [label, plainCellText(text)]),
  ]
  return new TextEncoder().encode(writeCsv(lines, { bom: true, lineSeparator: '\r\n' }))
}

function cellOf(cell: Cell): string | number {
  if (cell === null) return ''
  return typeof cell === 'number' ? cell : plainCellText(cell)
}
