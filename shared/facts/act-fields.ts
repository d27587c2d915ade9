import type { ActKind } from './act.ts'
import { addressee, needed, optional, type FactField } from './fact-field.ts'
import { findingCodes } from './finding-codes.ts'
import { readAbout } from './read-about.ts'
import { attachment, listOf, mark, oneOf, period, prose, shownDay, text, typeName, url } from './read-fields.ts'
import type { ReadField } from './reading.ts'

const year: ReadField = (value, at) => {
  if (typeof value !== 'number') return at.refuse('wrong-type', `应为数字，如 2026，收到的是${typeName(value)}。`)
  const last = +at.context.today.slice(0, 4) + 1
  return Number.isInteger(value) && value >= 2000 && value <= last ? value : at.refuse('bad-value', `应为 2000 到 ${last} 之间的年份，请核对。`)
}

/** Points have at most two decimals. */
const points: ReadField = (value, at) => {
  if (typeof value !== 'number') return at.refuse('wrong-type', `应为数字，收到的是${typeName(value)}。`)
  const isFit = value >= 0 && value <= 100 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
  return isFit ? value : at.refuse('bad-value', '应为 0 到 100 之间、最多两位小数的分值，请核对。')
}

const seq: ReadField = (value, at) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : at.refuse('wrong-type', '应为看到的上一条记录的序号，没有时写 0。')

const scored: ReadField = (value, at) => {
  const read = period(value, at) as string | undefined
  if (read === undefined || /^\d{4}(-\d{2})?$/.test(read)) return read
  return at.refuse('bad-period', '应为月份（如“2026-10”）或年度（如“2025”）。')
}

const ofYear = needed('year', '考核年度', year)
const about = needed('about', '所指', readAbout)
const aboutIfAny = optional('about', '所指', readAbout)
const reason = needed('reason', '理由', prose(2000))
const note = optional('reason', '说明', prose(2000))
const attachments = optional('attachments', '附件', listOf(attachment, 10))
const after = optional('after', '上一条', seq)
const sample = text(100)
const elements = listOf(text(200), 100)
const of = needed('of', '所指问题', addressee)

/** Fields of 考核记录, by kind, as `factFields` holds those of other facts. */
export const actFields: Readonly<Record<ActKind, readonly FactField[]>> = {
  marked: [
    ofYear, needed('entry', '指标', text(40)), needed('points', '分值', points), optional('vetoKind', '否决情形', text(100)),
    optional('takeBack', '撤回', mark), reason, attachments, after,
  ],
  inspected: [
    ofYear, about, needed('sample', '抽样', sample), optional('present', '齐全要素', elements), optional('missing', '缺失要素', elements),
    optional('material', '重要缺失', elements), note, after,
  ],
  spotted: [
    ofYear, needed('sample', '抽样', sample), needed('from', '取自', oneOf('site', 'register')), needed('title', '标题', text(300)),
    optional('url', '网址', url), optional('docNumber', '文号', text(200)), aboutIfAny, note,
  ],
  found: [
    ofYear, needed('code', '问题类别', oneOf(...findingCodes)), aboutIfAny, needed('place', '位置', text(300)), reason,
    needed('until', '整改期限', shownDay), attachments, optional('sample', '抽样', sample),
  ],
  rectified: [of, reason, optional('url', '网址', url), attachments, optional('disagrees', '有异议', mark)],
  rechecked: [of, needed('outcome', '复查结论', oneOf('cleared', 'failed', 'revoked')), reason, optional('until', '新的期限', shownDay), attachments],
  agreed: [needed('period', '所属期', scored), optional('objects', '有异议', mark), note],
}
