const CONTROL = /(?!\n)[\p{Cc}\u2028\u2029\ufffe\uffff]/gu
const FORMULA = /^[\s\u00a0\u3000\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫]/

/** Text for a cell: control characters become spaces (XML has none, and TAB or CR would open another cell). */
export function cellText(text: string): string {
  return text.replace(CONTROL, ' ').replace(/\p{Surrogate}/gu, '\ufffd')
}

/**
 * The same for a file whose cells have no types: what a spreadsheet would read as a formula, half or full width, gets an
 * apostrophe before it, so that it stays text (OWASP ASVS 1.2.10).
 */
export function plainCellText(text: string): string {
  const clean = cellText(text)
  return FORMULA.test(text) || FORMULA.test(clean) ? `'${clean}` : clean
}
