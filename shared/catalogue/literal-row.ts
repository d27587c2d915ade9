/** One row of a catalogue document as printed, before anything is made of it. */
export interface LiteralRow {
  /** First source line of the row, 1-based. */
  readonly line: number
  /** Printed page (block of rows) it stands on, 1-based: merged cells do not reach over a page break. */
  readonly page: number
  /** Headings of the columns that name the row, outermost first. */
  readonly levels: readonly string[]
  /** Every cell by its column heading, blank ones included. */
  readonly cells: Readonly<Record<string, string>>
}
