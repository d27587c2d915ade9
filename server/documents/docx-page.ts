import { AlignmentType, Footer, PageNumber, PageOrientation, Paragraph, TextRun, convertMillimetersToTwip, type ISectionOptions } from 'docx'
import { fonts, pt } from './docx-text.ts'

/** A4 in twips, upright. */
const A4 = { width: 11_906, height: 16_838 }

/** GB/T 9704: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. On its side the sheet keeps its text area and turns. */
const upright = { top: 37, bottom: 35, left: 28, right: 26 }
const onItsSide = { top: 28, bottom: 26, left: 35, right: 37 }
/** The page number stands 7 mm below the text area: this far above the edge of the paper. */
const NUMBER_ABOVE_EDGE = { upright: 23, onItsSide: 14 }

/** Width of the text area in twips. */
export const textWidth = (wide: boolean): number => convertMillimetersToTwip(wide ? 297 - onItsSide.left - onItsSide.right : 210 - upright.left - upright.right)

/** Page, margins and page numbers 「— 1 —」 of a section: odd pages right, even pages left, one character in from the edge. */
export function pageOf(wide: boolean): Pick<ISectionOptions, 'properties' | 'footers'> {
  const margins = wide ? onItsSide : upright
  const inTwips = (mm: number) => convertMillimetersToTwip(mm)
  return {
    properties: {
      page: {
        size: { ...A4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: {
          top: inTwips(margins.top), bottom: inTwips(margins.bottom), left: inTwips(margins.left), right: inTwips(margins.right),
          footer: inTwips(wide ? NUMBER_ABOVE_EDGE.onItsSide : NUMBER_ABOVE_EDGE.upright),
        },
      },
    },
    footers: { default: pageNumber('odd'), even: pageNumber('even') },
  }
}

function pageNumber(side: 'odd' | 'even'): Footer {
  const indent = pt(14)
  return new Footer({
    children: [new Paragraph({
      alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: side === 'odd' ? { right: indent } : { left: indent },
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fonts.number, size: 28 })],
    })],
  })
}
