import { writeXlsx, type CellStyle, type ColumnDef, type WriteSheet } from 'hucre/xlsx'
import { dayNumber } from '../../shared/time/day.ts'
import type { Cell, CellKind, TableHead, WholeTable } from '../answers/table.ts'
import { cellText } from './safe-text.ts'

// Named, not embedded: every office machine has them, others show their own.
const HEAD_FONT = { name: '黑体', size: 11 }
const BODY_FONT = { name: '仿宋', size: 11 }

/** Text cells carry the text format, so that one that begins with "=" stays text even when somebody types in it again. */
const formats: Readonly<Record<CellKind, string>> = { text: '@', day: 'yyyy-mm-dd', count: '0', points: '0.00', share: '0.0%' }

/** A table as a workbook: heads frozen and with filters, days as real dates, its notes on a sheet of their own. */
export function tableXlsx({ head, rows }: WholeTable): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [rowsSheet({ head, rows }), notesSheet(head)],
    defaultFont: BODY_FONT,
    properties: { title: head.title, creator: '政务公开监测督办平台' },
  })
}

function rowsSheet({ head, rows }: WholeTable): WriteSheet {
  const last = columnName(head.columns.length - 1)
  return {
    name: head.title,
    columns: head.columns.map(({ width, kind }): ColumnDef => ({ width, style: bodyStyle(kind) })),
    rows: [head.columns.map(column => column.head), ...rows.map(row => row.map((cell, place) => valueOf(cell, head.columns[place]?.kind ?? 'text')))],
    cells: new Map(head.columns.map((column, place) => [`0,${place}`, { value: column.head, type: 'string', style: headStyle }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  }
}

function notesSheet({ notes }: TableHead): WriteSheet {
  return {
    name: '说明',
    columns: [{ width: 16, style: { font: HEAD_FONT, alignment: { vertical: 'top' } } }, { width: 90, style: { ...bodyStyle('text'), alignment: { wrapText: true, vertical: 'top' } } }],
    rows: notes.map(([label, text]) => [label, cellText(text)]),
  }
}

const headStyle: CellStyle = {
  font: HEAD_FONT, alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } }, border: { bottom: { style: 'thin' } },
}

function bodyStyle(kind: CellKind): CellStyle {
  return { font: BODY_FONT, numFmt: formats[kind] }
}

/** Days count from 1899-12-30 in a sheet (the 1900 system after its missing leap day). */
const SHEET_EPOCH = 25_569

function valueOf(cell: Cell, kind: CellKind): string | number | null {
  if (typeof cell !== 'string') return cell
  return kind === 'day' ? dayNumber(cell) + SHEET_EPOCH : cellText(cell)
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter
}
