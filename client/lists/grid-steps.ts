/** A place in a grid: row −2 is the head of groups, −1 that of columns; column −1 is the head of the row. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows a page holds. */
  readonly page: number
  /** Rows that cannot be stood on. */
  readonly skips: (row: number) => boolean
}

/** Where a key leads from a place; undefined for keys that lead nowhere. Home and End walk the row, with Ctrl the whole grid. */
export function gridStep(from: GridPlace, { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean }, size: GridSize): GridPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  switch (key) {
    case 'ArrowRight': return { ...from, column: Math.min(last.column, from.column + 1) }
    case 'ArrowLeft': return { ...from, column: Math.max(-1, from.column - 1) }
    case 'ArrowDown': return { ...from, row: standing(from.row + 1, 1, size) ?? from.row }
    case 'ArrowUp': return { ...from, row: standing(from.row - 1, -1, size) ?? from.row }
    case 'PageDown': return { ...from, row: standing(Math.min(last.row, from.row + size.page), 1, size) ?? standing(last.row, -1, size) ?? from.row }
    case 'PageUp': return { ...from, row: standing(Math.max(0, from.row - size.page), -1, size) ?? standing(0, 1, size) ?? from.row }
    case 'Home': return { row: ctrlKey ? standing(0, 1, size) ?? from.row : from.row, column: ctrlKey ? from.column : -1 }
    case 'End': return { row: ctrlKey ? standing(last.row, -1, size) ?? from.row : from.row, column: ctrlKey ? from.column : last.column }
    default: return undefined
  }
}

/** The first row from here on, in the direction, that can be stood on; heads can. */
function standing(row: number, by: 1 | -1, { rows, skips }: GridSize): number | undefined {
  for (let at = row; at >= -2 && at < rows; at += by) if (at < 0 || !skips(at)) return at
  return undefined
}
