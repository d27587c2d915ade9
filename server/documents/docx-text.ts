import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun, convertMillimetersToTwip, type IParagraphOptions, type IRunOptions } from 'docx'
import { cellText } from './safe-text.ts'

/** Twips of a length in points. */
export const pt = (points: number): number => Math.round(points * 20)

/** Named, not embedded: every office machine has them, others show their own. Latin letters and figures stand in Times New Roman. */
const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' })
export const fonts = {
  body: face('仿宋'), heading: face('黑体'), subheading: face('楷体'), title: face('方正小标宋简体'),
  number: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体' },
}

/** Sizes in half points: 二号, 三号, 四号, 小四, 五号. */
export const sizes = { title: 44, body: 32, small: 28, form: 24, table: 21 }

/** 22 lines on 225 mm. */
export const LINE = { line: pt(28.95), lineRule: LineRuleType.EXACT }
const RED = 'C8102E'
/** Two characters of the text. */
export const TWO = pt(32)

export function run(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ font: fonts.body, size: sizes.body, ...options, text: cellText(text) })
}

export function line(text: string, options: IParagraphOptions & { readonly run?: IRunOptions } = {}): Paragraph {
  const { run: runOptions, ...paragraph } = options
  return new Paragraph({ spacing: LINE, ...paragraph, children: [run(text, runOptions)] })
}

export const emptyLine = (): Paragraph => line('')

/** A little air round a table. */
export const gap = (): Paragraph => line('', { spacing: { line: pt(6), lineRule: LineRuleType.EXACT } })

/** An empty line that stays with what follows: a signature never stands alone on a page (此页无正文). */
const tied = (): Paragraph => line('', { keepNext: true })

/** Text of one or more paragraphs, two characters in. */
export function textLines(text: string, keep: { readonly keepNext: boolean }): readonly Paragraph[] {
  return text.split('\n').map(each => line(each, { ...keep, keepLines: keep.keepNext, alignment: AlignmentType.BOTH, indent: { firstLine: TWO } }))
}

/** 版头: the issuer's mark in red, its upper edge 35 mm below the text area's; the number two lines below; the red line 4 mm below that. */
export function masthead({ issuer, number }: { readonly issuer: string; readonly number: string }): readonly Paragraph[] {
  const size = Math.min(88, Math.floor((2 * 440) / [...issuer].length))
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER, spacing: { before: convertMillimetersToTwip(35), after: 0, line: 240, lineRule: LineRuleType.AUTO },
      children: [run(issuer, { font: fonts.title, size, color: RED })],
    }),
    emptyLine(), emptyLine(),
    line(number, {
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } },
    }),
    emptyLine(),
  ]
}

/** 标题: 小标宋 二号, centred, broken where the writer broke it. */
export function titleLines(text: string): readonly Paragraph[] {
  return [
    ...text.split('\n').map(each => new Paragraph({
      alignment: AlignmentType.CENTER, spacing: { line: pt(35), lineRule: LineRuleType.EXACT }, keepNext: true,
      children: [run(each, { font: fonts.title, size: sizes.title })],
    })),
    emptyLine(),
  ]
}

/** 附件说明: two characters in, names one below the other. */
export function enclosureList(names: readonly string[]): readonly Paragraph[] {
  const hanging = names.length === 1 ? pt(48) : pt(72)
  return [
    tied(),
    ...names.map((name, place) => line(lead(names.length, place) + name, { keepNext: true, indent: { left: TWO + hanging, hanging: place === 0 ? hanging : pt(24) } })),
  ]
}

function lead(count: number, place: number): string {
  if (count === 1) return '附件：'
  return place === 0 ? '附件：1．' : `${place + 1}．`
}

/** 署名 and 成文日期: the day four characters in from the right, the name centred over it. */
export function signed({ by, day }: { readonly by: string; readonly day: string }): readonly Paragraph[] {
  const wider = Math.max(0, [...by].length - [...day].length)
  const right = pt(16 * 4)
  return [
    tied(), tied(),
    line(by, { alignment: AlignmentType.RIGHT, keepNext: true, indent: { right: Math.max(pt(32), right - pt(8 * wider)) } }),
    line(day, { alignment: AlignmentType.RIGHT, indent: { right } }),
  ]
}

/** 附件: its mark flush left in 黑体 on the first line of a new page, its title on the third. */
export function enclosureHead({ label, title }: { readonly label: string; readonly title: string }): readonly Paragraph[] {
  return [line(label, { run: { font: fonts.heading }, keepNext: true }), emptyLine(), ...titleLines(title)]
}

/** 口径 and versions in small print. */
export function remarkLines(lines: readonly string[]): readonly Paragraph[] {
  return [
    line('', { spacing: { line: pt(12), lineRule: LineRuleType.EXACT } }),
    ...lines.map(each => line(each, { alignment: AlignmentType.BOTH, spacing: { line: pt(16), lineRule: LineRuleType.EXACT }, run: { size: sizes.table } })),
  ]
}
