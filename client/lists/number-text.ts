/** What a number field shows: a share in per cent, anything else as it is; blank for none. */
export function numberText(value: number | null | undefined, isShare: boolean): string {
  if (value === null || value === undefined) return ''
  return String(isShare ? Math.round(value * 1_000_000) / 10_000 : value)
}

/** What was typed, as a number: full-width figures and a trailing % are understood; null where it is none. */
export function typedNumber(text: string, isShare: boolean): number | null {
  const plain = text.normalize('NFKC').replace(/%$/, '').trim()
  if (plain === '' || !/^-?\d*\.?\d*$/.test(plain) || !/\d/.test(plain)) return null
  const value = Number(plain)
  return isShare ? Math.round(value * 10_000) / 1_000_000 : value
}
