import { writeXlsx, type Cell as SheetCell, type CellStyle, type CellValue, type MergeRange, type WriteSheet } from 'hucre/xlsx'
import { cellText } from './safe-text.ts'
import type { Cell as SheetValue } from '../answers/table.ts'
import { columnName, formats, valueOf } from './sheet-cells.ts'
import type { PaperTable } from './paper-table.ts'
import { notesSheet } from './write-xlsx.ts'

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const box: NonNullable<CellStyle['border']> = { top: thin, bottom: thin, left: thin, right: thin }
const titleStyle: CellStyle = { font: { name: '方正小标宋简体', size: 20 }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }
const lineStyle: CellStyle = { font: { name: '仿宋', size: 11 }, alignment: { horizontal: 'left', vertical: 'center', wrapText: true } }
const headStyle: CellStyle = { font: { name: '黑体', size: 10 }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, border: box }
const READ_OVER = '本表由系统生成，经＿＿＿＿＿＿审核\u3000\u3000\u3000\u3000审核日期：＿＿＿＿年＿＿月＿＿日'
/** Wider than this in characters, a table is printed on A3: on A4 nobody could read it. */
const LARGE = 200
/** Of a page number as official papers print it, odd pages right and even pages left. */
const NUMBER = '&"宋体"&14— &P —'

/** A paper's table as a workbook to be printed: title, line, heads that repeat, frame, room to sign, and its notes on a second sheet. */
export function paperXlsx(table: PaperTable): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [paperSheet(table), notesSheet(table.head.notes)],
    defaultFont: { name: '仿宋', size: 11 },
    properties: { title: table.head.title, creator: '政务公开监测督办平台' },
  })
}

function paperSheet({ head, rows, subtitle, wide, fixed }: PaperTable): WriteSheet {
  const { columns } = head
  const grouped = columns.some(column => column.group !== undefined)
  const headRows = grouped ? 2 : 1
  const firstRow = 2 + headRows
  const lastRow = firstRow + rows.length
  const width = columns.length
  const across = (row: number): MergeRange => ({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })
  const headLines = Math.max(3, ...columns.map(column => Math.ceil((2.2 * [...column.head].length) / column.width)))
  const filled = (text: string): CellValue[] => [cellText(text), ...columns.slice(1).map(() => null)]
  const heads = columns.map(column => cellText(column.head))
  const groups = columns.map((column, at) => (column.group === undefined ? cellText(column.head) : column.group === columns[at - 1]?.group ? null : cellText(column.group)))
  return {
    name: '表',
    columns: columns.map(column => ({ width: column.width })),
    rows: [
      filled(head.title), filled(subtitle), ...(grouped ? [groups, columns.map((column, at) => (column.group === undefined ? null : heads[at] ?? null))] : [heads]),
      ...rows.map(row => columns.map(({ kind }, at) => valueOf(row[at] ?? null, kind))), filled(READ_OVER),
    ],
    cells: styledCells({ table: { head, rows, subtitle, wide, fixed }, headRows, lastRow }),
    merges: width === 1 ? [] : [across(0), across(1), across(lastRow), ...(grouped ? headMerges(columns) : [])],
    rowDefs: new Map([[0, { height: 34 }], [1, { height: 20 }], ...Array.from({ length: headRows }, (_, at) => [2 + at, { height: grouped && at === 0 ? 20 : 14 * headLines }] as const), [lastRow, { height: 28 }], ...rows.map((row, at) => [firstRow + at, { height: rowHeight(row, columns) }] as const)]),
    freezePane: { rows: firstRow, columns: fixed },
    pageSetup: {
      paperSize: columns.reduce((sum, column) => sum + column.width, 0) > LARGE ? 'a3' : 'a4', orientation: wide ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
      printTitlesRow: `$3:$${firstRow}`, margins: { top: 0.98, bottom: 0.98, left: 0.79, right: 0.79, header: 0.4, footer: 0.6 },
    },
    headerFooter: { differentOddEven: true, oddFooter: `&R${NUMBER}`, evenFooter: `&L${NUMBER}` },
    ...(rows.length > 0 && { autoFilter: { range: `A${firstRow}:${columnName(width - 1)}${lastRow}` } }),
  }
}

/** Room for the longest of its texts, in points: a wrapped text is not cut off, whatever opens the file. */
function rowHeight(row: readonly SheetValue[], columns: PaperTable['head']['columns']): number {
  const lines = columns.map(({ width, kind }, at) => (kind === 'text' ? Math.ceil(textWidth(String(row[at] ?? '')) / width) : 1))
  return 4 + 15 * Math.min(25, Math.max(1, ...lines))
}

/** In characters of the sheet: a Chinese one is two wide. */
function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += sign < '\u2e80' ? 1.1 : 2.1
  return width
}

interface Styled {
  readonly table: PaperTable
  readonly headRows: number
  readonly lastRow: number
}

function styledCells({ table: { head: { columns }, rows }, headRows, lastRow }: Styled): Map<string, Partial<SheetCell>> {
  const cells = new Map<string, Partial<SheetCell>>([['0,0', { style: titleStyle }], ['1,0', { style: lineStyle }], [`${lastRow},0`, { style: lineStyle }]])
  for (let row = 0; row < headRows; row += 1) columns.forEach((_, at) => cells.set(`${2 + row},${at}`, { style: headStyle }))
  rows.forEach((_, row) => columns.forEach(({ kind }, at) => cells.set(`${2 + headRows + row},${at}`, {
    style: {
      font: { name: '仿宋', size: 11 }, border: box, numFmt: formats[kind],
      alignment: { vertical: 'center', wrapText: true, horizontal: kind === 'text' ? 'left' : 'center' },
    },
  })))
  return cells
}

/** A group's name covers its columns; a column of no group covers both rows. */
function headMerges(columns: PaperTable['head']['columns']): readonly MergeRange[] {
  const merges: MergeRange[] = []
  let start = 0
  while (start < columns.length) {
    const group = columns[start]?.group
    let end = start
    while (group !== undefined && columns[end + 1]?.group === group) end += 1
    if (group === undefined || end > start) merges.push({ startRow: 2, startCol: start, endRow: group === undefined ? 3 : 2, endCol: end })
    start = end + 1
  }
  return merges
}
