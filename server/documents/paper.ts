import type { Cell, CellKind } from '../answers/table.ts'

/** A column of a table inside a text; widths are shares of the page. */
export interface PaperColumn {
  readonly head: string
  readonly width: number
  readonly kind: CellKind
}

/** A cell of a form: a printed label, or what is filled in (empty = to be filled in by hand). */
export interface FormCell {
  readonly text: string
  readonly label?: true
  readonly span?: number
}

export interface FormRow {
  readonly cells: readonly FormCell[]
  /** Room for handwriting, in millimetres. */
  readonly tall?: number
}

/** One piece of an official paper (公文), in the order it stands on the page. */
export type PaperBlock =
  /** 版头: who issues it in red, its number (blank in a draft) and the red line. */
  | { readonly block: 'masthead'; readonly issuer: string; readonly number: string }
  | { readonly block: 'title'; readonly text: string }
  /** 主送机关 */
  | { readonly block: 'addressee'; readonly text: string }
  /** 一、 in 黑体, （一） in 楷体. */
  | { readonly block: 'heading' | 'subheading'; readonly text: string }
  | { readonly block: 'text'; readonly text: string }
  /** 附件说明, below the text. */
  | { readonly block: 'enclosures'; readonly names: readonly string[] }
  /** 署名 and 成文日期. */
  | { readonly block: 'signed'; readonly by: string; readonly day: string }
  /** Head of an attachment, on a page of its own. */
  | { readonly block: 'enclosure'; readonly label: string; readonly title: string }
  | { readonly block: 'grid'; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly block: 'form'; readonly widths: readonly number[]; readonly rows: readonly FormRow[] }
  /** Small print: how it was counted and who reads it over. */
  | { readonly block: 'remarks'; readonly lines: readonly string[] }
  /** 版记: 抄送, 印发机关 and 印发日期. */
  | { readonly block: 'colophon'; readonly copies: string; readonly issuer: string; readonly day: string }

export interface PaperSection {
  /** Wide tables lie on their side (A4 横排). */
  readonly wide: boolean
  readonly blocks: readonly PaperBlock[]
}

/** An official paper before it becomes a file, in the parts GB/T 9704 names. */
export interface Paper {
  readonly title: string
  readonly sections: readonly PaperSection[]
}
