/** A share as a percentage with two decimals, "—" where there is none. */
export function percentWords(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(2)}%`
}

/** A number with at most two decimals and no trailing zeros: 92, 87.5. */
export function numberWords(value: number): string {
  return String(roundTo(value, 2))
}

/** Rounds half up to so many decimals; the hair added undoes binary fractions such as 1.005. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale + 1e-7) / scale
}
