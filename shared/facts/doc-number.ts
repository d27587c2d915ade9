/** A 文号: 机关代字, year and number: 云医保发〔2026〕6号. */
export interface DocNumber {
  readonly code: string
  readonly year: number
  readonly number: number
  /** Last number of a span (1203—1239号), else the number itself. */
  readonly last: number
}

const SHAPE = /^(.{1,40}?)[〔[(（【﹝［](\d{4})[〕\])）】﹞］](?:第)?0*(\d{1,9})(?:[—–\-~～至]+(?:第)?0*(\d{1,9}))?号?$/u
const HAN = /\p{Script=Han}/u

/**
 * Reads a 文号 in any usual spelling (〔〕 or other brackets, full-width figures, 第, zero padding, a span); undefined for
 * anything that has not code, year and number: an 索引号 is none.
 */
export function readDocNumber(text: string): DocNumber | undefined {
  const plain = text.replace(/\s+/g, '').replace(/[０-９]/g, (figure) => String(figure.charCodeAt(0) - 0xff10))
  const [, code = '', year = '', number = '', last] = SHAPE.exec(plain) ?? []
  if (!HAN.test(code) || +number === 0) return undefined
  const first = +number
  return { code, year: +year, number: first, last: Math.max(first, last === undefined ? first : +last) }
}

/** As 《党政机关公文格式》 GB/T 9704 writes it: 〔〕, no 第, no padding. */
export function docNumberText({ code, year, number, last }: DocNumber): string {
  return `${code}〔${year}〕${number}${last > number ? `—${last}` : ''}号`
}

/** The right spelling of a 文号 that is written otherwise; null where it is right, or none at all. */
export function docNumberRepair(text: string): string | null {
  const read = readDocNumber(text)
  if (read === undefined) return null
  const right = docNumberText(read)
  return right === text.trim() ? null : right
}
