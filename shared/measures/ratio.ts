/** A rate as `part` of `whole`; with nothing to count there is no share ("—"), never 0 % and never 100 %. */
export interface Ratio {
  readonly part: number
  readonly whole: number
  readonly share: number | null
}

/** The only place that divides counts. Both counts are non-negative, `part` ≤ `whole`. */
export function ratio(part: number, whole: number): Ratio {
  return { part, whole, share: whole === 0 ? null : part / whole }
}

/** The mean of the shares that exist, null when none does (macro-average over duties or units). */
export function meanOf(shares: readonly (number | null)[]): number | null {
  let sum = 0
  let count = 0
  for (const share of shares) {
    if (share === null) continue
    sum += share
    count += 1
  }
  return count === 0 ? null : sum / count
}
