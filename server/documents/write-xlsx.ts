import { writeXlsx, type CellStyle, type ColumnDef, type WriteSheet } from 'hucre/xlsx'
import type { CellKind, TableHead, WholeTable } from '../answers/table.ts'
import { cellText } from './safe-text.ts'
import { columnName, formats, valueOf } from './sheet-cells.ts'

// Named, not embedded: every office machine has them, others show their own.
const HEAD_FONT = { name: '黑体', size: 11 }
const BODY_FONT = { name: '仿宋', size: 11 }

/** A table as a workbook: heads frozen and with filters, days as real dates, its notes on a sheet of their own. */
export function tableXlsx({ head, rows }: WholeTable): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [rowsSheet({ head, rows }), notesSheet(head.notes)],
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

/** What a workbook says of itself: 口径, day, versions, on a sheet of its own. */
export function notesSheet(notes: TableHead['notes']): WriteSheet {
  return {
    name: '说明',
    columns: [{ width: 16, style: { font: HEAD_FONT, alignment: { vertical: 'top' } } }, { width: 90, style: { ...bodyStyle('text'), alignment: { wrapText: true, vertical: 'top' } } }],
    rows: notes.map(([label, text]) => [label, cellText(text)]),
    rowDefs: new Map(notes.map(([, text], row) => [row, { height: 16 * Math.max(1, Math.ceil((2 * [...text].length) / 88)) }])),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

const headStyle: CellStyle = {
  font: HEAD_FONT, alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } }, border: { bottom: { style: 'thin' } },
}

function bodyStyle(kind: CellKind): CellStyle {
  return { font: BODY_FONT, numFmt: formats[kind] }
}
