export interface WindowOf {
  readonly scrollTop: number
  readonly height: number
  readonly rowHeight: number
  readonly total: number
}

/** Rows [first, last) that stand in the DOM, and the pixels of those left out above and below. */
export interface RowWindow {
  readonly first: number
  readonly last: number
  readonly above: number
  readonly below: number
}

/** Rows kept beyond either edge, so that a quick scroll shows no gap. */
const SPARE = 12

/** Which rows of a long list are drawn: those in view and some more; their number does not grow with the list. */
export function rowWindow({ scrollTop, height, rowHeight, total }: WindowOf): RowWindow {
  const top = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE)
  const first = Math.min(top - (top % 2), Math.max(0, total - 1))
  const last = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + SPARE)
  return { first, last: Math.max(first, last), above: first * rowHeight, below: Math.max(0, total - Math.max(first, last)) * rowHeight }
}
