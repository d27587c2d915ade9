import { AlignmentType, BorderStyle, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType, convertMillimetersToTwip } from 'docx'
import type { Cell, CellKind } from '../answers/table.ts'
import { textWidth } from './docx-page.ts'
import { fonts, pt, run, sizes } from './docx-text.ts'
import type { FormCell, PaperBlock } from './paper.ts'

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const borders = { top: thin, bottom: thin, left: thin, right: thin }
const ROOM = { top: pt(2.5), bottom: pt(2.5), left: pt(4), right: pt(4) }

type Grid = Extract<PaperBlock, { block: 'grid' }>
type Form = Extract<PaperBlock, { block: 'form' }>
type Colophon = Extract<PaperBlock, { block: 'colophon' }>

interface ColophonCell {
  readonly size: number
  readonly top: typeof thin
  readonly bottom: typeof thin
  readonly right?: true
}

/** A table whose heads repeat on every page and whose rows never break over two. */
export function gridTable({ columns, rows }: Grid, wide: boolean): Table {
  const widths = shared(columns.map(column => column.width), textWidth(wide))
  const cell = (text: string, place: number, look: 'head' | CellKind) => new TableCell({
    width: { size: widths[place] ?? 0, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER, borders, margins: ROOM,
    children: text.split('\n').map(each => cellLine(each, look)),
  })
  return new Table({
    layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: sum(widths), type: WidthType.DXA }, alignment: AlignmentType.CENTER,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column, place) => cell(column.head, place, 'head')) }),
      ...rows.map(row => new TableRow({
        cantSplit: true, children: columns.map(({ kind }, place) => cell(cellWords(row[place] ?? null, kind), place, kind)),
      })),
    ],
  })
}

/** A form: labels in 黑体, what is filled in beside them, room to sign. */
export function formTable({ widths: shares, rows }: Form, wide: boolean): Table {
  const widths = shared(shares, textWidth(wide))
  return new Table({
    layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: sum(widths), type: WidthType.DXA }, alignment: AlignmentType.CENTER,
    rows: rows.map(({ cells, tall }) => new TableRow({
      cantSplit: true, height: { value: convertMillimetersToTwip(tall ?? 10), rule: HeightRule.ATLEAST },
      children: placed(cells).map(({ text, label, span = 1, at }) => new TableCell({
        columnSpan: span, borders, margins: ROOM, verticalAlign: VerticalAlignTable.CENTER,
        width: { size: sum(widths.slice(at, at + span)), type: WidthType.DXA },
        children: text.split('\n').map(each => new Paragraph({
          alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT, spacing: { line: pt(20), lineRule: LineRuleType.AT_LEAST },
          children: [run(each, { size: sizes.form, font: label ? fonts.heading : fonts.body })],
        })),
      })),
    })),
  })
}

/** 版记: thick lines above and below, a thin one between, in 四号. */
export function colophonTable({ copies, issuer, day }: Colophon, wide: boolean): Table {
  const widths = shared([58, 42], textWidth(wide))
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const cell = (text: string, { size, right, ...edges }: ColophonCell) => new TableCell({
    columnSpan: size === sum(widths) ? 2 : 1, width: { size, type: WidthType.DXA }, margins: ROOM, borders: { ...edges, left: none, right: none },
    children: [new Paragraph({ alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT, indent: { left: pt(14), right: pt(14) }, children: [run(text, { size: sizes.small })] })],
  })
  const below = { top: thin, bottom: thick }
  return new Table({
    layout: TableLayoutType.FIXED, width: { size: sum(widths), type: WidthType.DXA }, columnWidths: widths,
    rows: [
      new TableRow({ cantSplit: true, children: [cell(`抄送：${copies}。`, { size: sum(widths), top: thick, bottom: thin })] }),
      new TableRow({ cantSplit: true, children: [cell(issuer, { size: widths[0] ?? 0, ...below }), cell(`${day}印发`, { size: widths[1] ?? 0, ...below, right: true })] }),
    ],
  })
}

/** A cell as printed: points with two decimals, shares in per cent. */
export function cellWords(cell: Cell, kind: CellKind): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (kind === 'points') return cell.toFixed(2)
  return kind === 'share' ? `${(cell * 100).toFixed(1)}%` : String(cell)
}

function cellLine(text: string, look: 'head' | CellKind): Paragraph {
  return new Paragraph({
    alignment: look === 'text' ? AlignmentType.LEFT : AlignmentType.CENTER, spacing: { line: pt(15), lineRule: LineRuleType.AT_LEAST },
    children: [run(text, { size: sizes.table, font: look === 'head' ? fonts.heading : fonts.body })],
  })
}

interface PlacedCell extends FormCell {
  /** First of the columns it covers. */
  readonly at: number
}

function placed(cells: readonly FormCell[]): readonly PlacedCell[] {
  let at = 0
  return cells.map((cell) => {
    const found = { ...cell, at }
    at += cell.span ?? 1
    return found
  })
}

/** Widths in twips that add up to the whole. */
function shared(shares: readonly number[], whole: number): number[] {
  const all = sum(shares)
  return shares.map(share => Math.floor((share / all) * whole))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
