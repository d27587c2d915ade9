import { readDay, type Day } from '../time/day.ts'
import { periodEnd, periodUnit } from '../time/period.ts'
import { wholeUnit } from './fact.ts'
import type { ReadField, Reading } from './reading.ts'

/** Control characters, lone surrogates, line and paragraph separators, direction overrides, and the mark of a lost character. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFD]/u
const UNFIT_BUT_BREAKS = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFD]/u
const WEB = /^https?:\/\/(\[[0-9a-f:.]+\]|[^\s/?#@:\\[\]]+)(:\d{1,5})?([/?#][^\s\\]*)?$/i
const SITES_SINCE = '2000-01-01'
const PAPERS_SINCE = '1949-10-01'

/** The Chinese name of a JSON value's type, for sentences. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return '空'
  if (Array.isArray(value)) return '数组'
  switch (typeof value) {
    case 'string': return '文字'
    case 'number': return '数字'
    case 'boolean': return '是/否值'
    default: return '对象'
  }
}

/** A piece of somebody's input as it may stand in a sentence: cut to 40 characters, unfit ones replaced. */
export function quoted(text: string): string {
  const start = [...text.slice(0, 100)]
  const shown = start.slice(0, 40).map((each) => (UNFIT.test(each) ? '□' : each)).join('')
  return `“${shown}${start.length > 40 ? '…' : ''}”`
}

function readText(value: unknown, at: Reading, rule: { readonly max: number; readonly unfit: RegExp }): string | undefined {
  if (typeof value !== 'string') return at.refuse('wrong-type', `应为文字，收到的是${typeName(value)}，请改正后重报。`)
  // A rare character counts once though it takes two UTF-16 units; nothing hopelessly long is walked through.
  if (value.length > rule.max) {
    const length = value.length > 2 * rule.max ? value.length : [...value].length
    if (length > rule.max) return at.refuse('too-long', `超过 ${rule.max} 字（现有 ${length} 字），请缩短后重报。`)
  }
  if (rule.unfit.test(value)) {
    const lost = value.includes('\uFFFD')
    return at.refuse('bad-character', lost ? '含有乱码，请以 UTF-8 编码重报。' : '含有控制字符或残缺字符，请删去后重报。')
  }
  const text = value.normalize('NFC').trim()
  return text === '' ? at.refuse('missing-field', '是空的，请补上后重报。') : text
}

/** One line of text of at most `max` characters, NFC and trimmed. */
export function text(max: number): ReadField {
  return (value, at) => readText(value, at, { max, unfit: UNFIT })
}

/** Several lines of text: what a person writes in a box. */
export function prose(max: number): ReadField {
  return (value, at) => {
    const unixBreaks = typeof value === 'string' && value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value
    return readText(unixBreaks, at, { max, unfit: UNFIT_BUT_BREAKS })
  }
}

/** An http or https address of at most 2000 characters, without name and password in it. */
export const url: ReadField = (value, at) => {
  const address = readText(value, at, { max: 2000, unfit: UNFIT })
  if (address === undefined) return undefined
  return WEB.test(address) ? address : at.refuse('bad-url', '应为以 http:// 或 https:// 开头的完整网址，请核对后重报。')
}

export const flag: ReadField = (value, at) =>
  typeof value === 'boolean' ? value : at.refuse('wrong-type', `应为 true 或 false，收到的是${typeName(value)}。`)

/** `true` and nothing else. */
export const mark: ReadField = (value, at) =>
  value === true ? value : at.refuse('wrong-type', '只能写 true；不需要时请删去这一项。')

export const httpStatus: ReadField = (value, at) => {
  if (typeof value !== 'number') return at.refuse('wrong-type', `应为数字，收到的是${typeName(value)}。`)
  const known = value === 0 || (Number.isInteger(value) && value >= 100 && value <= 599)
  return known ? value : at.refuse('bad-value', '应为 100–599 的 HTTP 状态码，连接失败写 0。')
}

/** A whole number of papers. */
export const count: ReadField = (value, at) => {
  if (typeof value !== 'number') return at.refuse('wrong-type', `应为数字，收到的是${typeName(value)}，请改正后重报。`)
  return Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : at.refuse('bad-value', '应为 0 到 100000 的整数，请核对后重报。')
}

const DIGEST = /^[0-9a-f]{64}$/

/** A file handed in before, by its SHA-256. */
export const attachment: ReadField = (value, at) =>
  typeof value === 'string' && DIGEST.test(value) ? value : at.refuse('bad-value', '应为已上传附件的编号，请重新上传后再提交。')

export function oneOf(...known: readonly string[]): ReadField {
  return (value, at) => {
    if (typeof value === 'string' && known.includes(value)) return value
    const got = typeof value === 'string' ? quoted(value) : typeName(value)
    return at.refuse(typeof value === 'string' ? 'bad-value' : 'wrong-type', `只能是 ${known.join('、')} 之一，收到的是${got}。`)
  }
}

/** A real day, whatever it says: what a page or an address shows is evidence even when it cannot be true. */
export const shownDay: ReadField = (value, at) => {
  if (typeof value !== 'string') return at.refuse('wrong-type', `应为“2026-03-09”这样的日期，收到的是${typeName(value)}。`)
  return readDay(value) ?? at.refuse('impossible-day', `${quoted(value)}不是真实的日期，应写成“2026-03-09”的样子。`)
}

function dayFrom(first: Day, notBefore: string): ReadField {
  return (value, at) => {
    const day = shownDay(value, at) as Day | undefined
    if (day === undefined) return undefined
    if (day < first) return at.refuse('day-too-early', `${day} 早于 ${first}，${notBefore}，请核对年份。`)
    const { today } = at.context
    return day > today ? at.refuse('day-in-future', `${day} 晚于今天（${today}），尚未发生的事不能登记，请核对后重报。`) : day
  }
}

/** A day on which a site showed something: from 2000 to today. */
export const siteDay = dayFrom(SITES_SINCE, '公开登记不收 2000 年以前的日期')
/** A day on which a paper was made: from the founding of the state to today. */
export const paperDay = dayFrom(PAPERS_SINCE, '不是可登记的成文日期')

/** A month, as in "2026-10". */
export const month: ReadField = (value, at) => {
  const written = period(value, at) as string | undefined
  if (written === undefined) return undefined
  return periodUnit(written) === 'month' ? written : at.refuse('bad-period', `${quoted(written)}不是月份，应写成“2026-10”的样子。`)
}

/** "2026-03", "2026-Q1", "2026-H1", "2026", with a slot where the item has several ("2025/final"). */
export const period: ReadField = (value, at) => {
  const written = readText(value, at, { max: 200, unfit: UNFIT })
  if (written === undefined) return undefined
  const [span = '', slot, ...more] = written.split('/')
  if (!periodUnit(span) || more.length > 0 || slot === '') {
    return at.refuse('bad-period', `${quoted(written)}不是所属期，应写成“2026”“2026-H1”“2026-Q1”“2026-03”，有多个节点的再加节点，如“2025/final”。`)
  }
  const year = +span.slice(0, 4)
  if (year < 2000 || year > +at.context.today.slice(0, 4) + 10) {
    return at.refuse('bad-period', `${quoted(written)}的年份超出可登记的范围，请核对。`)
  }
  return written
}

/** The last day of a period that `period` has read. */
export function lastDayOf(written: string): Day {
  return periodEnd(written.split('/')[0] ?? written)
}

/** 1 to `most` values, each read by `each`; a value given twice is kept once. */
export function listOf(each: ReadField, most: number): ReadField {
  return (value, at) => {
    if (!Array.isArray(value)) return at.refuse('wrong-type', `应为数组，收到的是${typeName(value)}。`)
    if (value.length === 0) return at.refuse('missing-field', '是空的，请至少写一项，或删去这一栏。')
    if (value.length > most) return at.refuse('too-long', `超过 ${most} 项（现有 ${value.length} 项），请分几条报送。`)
    const { field, label } = at
    const read = value.map((one, index) => each(one, at.at(`${field}[${index}]`, label)))
    at.at(field, label)
    return read.includes(undefined) ? undefined : [...new Set(read)]
  }
}

/** A unit by id, name or alias. */
export const unit: ReadField = (value, at) => named(value, at, { find: (name) => at.context.findUnit(name), what: '单位', wayOut: '请填机构编号、全称或已登记的别名。' })

/** An item by id or by its path joined with `/`; what corrects a word of a whole unit names no row. */
export const item: ReadField = (value, at) =>
  value === wholeUnit ? value : named(value, at, { find: (name) => at.context.findItem(name), what: '事项', wayOut: '请填目录中的事项编号，或以“/”连接的完整路径。' })

function named(
  value: unknown,
  at: Reading,
  kind: { readonly find: (name: string) => string | readonly string[] | undefined; readonly what: '单位' | '事项'; readonly wayOut: string },
): string | undefined {
  const name = readText(value, at, { max: 1000, unfit: UNFIT })
  if (name === undefined) return undefined
  const found = kind.find(name)
  const code = kind.what === '单位' ? 'unit' : 'item'
  if (found === undefined) return at.refuse(`unknown-${code}`, `没有名为${quoted(name)}的${kind.what}，${kind.wayOut}`)
  if (typeof found === 'string') return found
  return at.refuse(`ambiguous-${code}`, `${quoted(name)}对应多个${kind.what}：${found.slice(0, 20).join('、')}，请改填其中一个编号。`)
}
