/** The one of a number in a list that rises by it; undefined when there is none. */
export function findBySeq<T extends { readonly seq: number }>(rising: readonly T[], seq: number): T | undefined {
  let low = 0
  let high = rising.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = rising[middle]
    if (found === undefined || found.seq === seq) return found
    if (found.seq < seq) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
