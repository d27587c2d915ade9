import type { World } from '../../shared/obligations/world.ts'

export type Cell = string | number | null

/** `day`: YYYY-MM-DD. `share`: 0 to 1, or "—" where there is nothing to count. */
export type CellKind = 'text' | 'day' | 'count' | 'points' | 'share'

export interface ColumnHead {
  readonly head: string
  /** In characters of the sheet's font. */
  readonly width: number
  readonly kind: CellKind
}

export interface Column<Row> extends ColumnHead {
  readonly cell: (row: Row, world: World) => Cell
}

/** A table without its rows: what a file begins with. */
export interface TableHead {
  readonly title: string
  /** 口径、截至日、按何时掌握、版本 … as label and text. */
  readonly notes: readonly (readonly [label: string, text: string])[]
  readonly columns: readonly ColumnHead[]
}

/** A table to be downloaded; rows are made as they are taken, so that a long one can be taken in slices. */
export interface Table {
  readonly head: TableHead
  readonly rows: Iterable<readonly Cell[]>
}

/** As it is sent to the writer whole. */
export interface WholeTable {
  readonly head: TableHead
  readonly rows: readonly (readonly Cell[])[]
}
