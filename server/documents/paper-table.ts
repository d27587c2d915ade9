import type { ColumnHead, TableHead, WholeTable } from '../answers/table.ts'

export interface PaperColumnHead extends ColumnHead {
  /** Columns side by side of the same group stand under its name. */
  readonly group?: string
}

/** A table that is handed in as a paper: with its title, the line below it and room for who reads it over. */
export interface PaperTable extends WholeTable {
  readonly head: Omit<TableHead, 'columns'> & { readonly columns: readonly PaperColumnHead[] }
  /** 考核年度, 截至日, 按何时掌握 … in one line below the title. */
  readonly subtitle: string
  /** Printed on its side. */
  readonly wide: boolean
  /** Columns that stay in sight and on every page. */
  readonly fixed: number
}
