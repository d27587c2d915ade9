const digits: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}

/** Matches a number as catalogues print it: digits of either width, or Chinese numerals below a thousand. */
export const printedNumber = '[0-9０-９]+|[〇零一二两三四五六七八九十百]+'

/** The value of a `printedNumber` ("20", "２０", "二十", "一百二十"); undefined for anything else. */
export function readPrintedNumber(text: string): number | undefined {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (/^\d+$/.test(plain)) return Number(plain)
  const match = /^(?:(.)百)?零?(?:(.)?(十))?(.)?$/u.exec(plain)
  if (!match || plain === '') return undefined
  const [, hundreds, tens, ten, ones] = match
  const valueOf = (digit: string | undefined, absent: number) => (digit === undefined ? absent : digits[digit])
  const parts = [valueOf(hundreds, 0), ten === undefined ? 0 : valueOf(tens, 1), valueOf(ones, 0)]
  const [h, t, o] = parts
  return h === undefined || t === undefined || o === undefined ? undefined : h * 100 + t * 10 + o
}
