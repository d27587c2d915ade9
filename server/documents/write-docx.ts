import { Document, Packer, type FileChild } from 'docx'
import { unreachable } from '../../shared/must.ts'
import { pageOf } from './docx-page.ts'
import { colophonTable, formTable, gridTable } from './docx-table.ts'
import { emptyLine, enclosureHead, enclosureList, fonts, gap, line, masthead, remarkLines, signed, sizes, textLines, titleLines, TWO } from './docx-text.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { cellText } from './safe-text.ts'

/** An official paper as .docx in the layout of GB/T 9704: 小标宋 title, 仿宋 三号 text, 黑体 headings, page numbers 「— 1 —」. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: cellText(paper.title), creator: '政务公开监测督办平台', evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: paper.sections.map(({ wide, blocks }) => ({ ...pageOf(wide), children: blocks.flatMap((block, place) => elementsOf(block, { wide, next: blocks[place + 1] })) })),
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

interface Place {
  readonly wide: boolean
  readonly next: PaperBlock | undefined
}

function elementsOf(block: PaperBlock, { wide, next }: Place): readonly FileChild[] {
  switch (block.block) {
    case 'masthead': return masthead(block)
    case 'title': return titleLines(block.text)
    case 'addressee': return [line(block.text)]
    case 'heading': return [line(block.text, { indent: { firstLine: TWO }, keepNext: true, run: { font: fonts.heading } })]
    case 'subheading': return [line(block.text, { indent: { firstLine: TWO }, keepNext: true, run: { font: fonts.subheading } })]
    case 'text': return textLines(block.text, { keepNext: next?.block === 'enclosures' || next?.block === 'signed' })
    case 'enclosures': return enclosureList(block.names)
    case 'signed': return signed(block)
    case 'enclosure': return enclosureHead(block)
    case 'grid': return [gap(), gridTable(block, wide), gap()]
    case 'form': return [formTable(block, wide), gap()]
    case 'remarks': return remarkLines(block.lines)
    case 'colophon': return [emptyLine(), colophonTable(block, wide)]
    default: return unreachable(block)
  }
}
