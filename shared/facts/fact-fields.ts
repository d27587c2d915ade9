import { addressee, needed, optional, type FactField } from './fact-field.ts'
import { attachment, count, flag, httpStatus, item, listOf, mark, month, oneOf, paperDay, period, prose, shownDay, siteDay, text, typeName, unit, url } from './read-fields.ts'
import { readAbout, readPeriodAbout } from './read-about.ts'
import { actFields } from './act-fields.ts'
import { isActKind } from './act.ts'
import { wholeUnit, type FactKind } from './fact.ts'
import type { ReadField } from './reading.ts'

const about = needed('about', '所指', readAbout)
const aboutIfAny = optional('about', '所指', readAbout)
const reason = needed('reason', '理由', prose(2000))
const title = needed('title', '标题', text(300))
const page = needed('url', '网址', url)
const docNumber = optional('docNumber', '文号', text(200))
const policy = optional('policy', '政策文件', flag)
const attachments = optional('attachments', '附件', listOf(attachment, 10))
const exemptKinds = oneOf('withheld', 'onRequest')

const channel: ReadField = (value, at) => {
  const printed = text(200)(value, at)
  // 政务服务中心 is the older name of the same hall, and the catalogues print both.
  return printed === '政务服务中心' ? '政务服务大厅' : printed
}

const replacement: ReadField = (value, at) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : at.refuse('wrong-type', `应为对象，如 {"title":"…"}，收到的是${typeName(value)}。`)

const own: Readonly<Record<FactKind, readonly FactField[]>> = {
  formed: [
    needed('ref', '索引号', text(200)), title, optional('url', '网址', url), docNumber, policy,
    optional('drafter', '起草单位', unit), optional('lead', '牵头单位', unit), optional('with', '联合单位', listOf(unit, 200)),
  ],
  published: [
    title, page, needed('channel', '公开渠道', channel), optional('ref', '索引号', text(200)), optional('period', '所属期', period), docNumber,
    optional('formedDay', '成文日期', paperDay), optional('urlDay', '网址所示日期', shownDay), optional('firstSeenDay', '首次看到日期', siteDay),
    policy, optional('interprets', '所解读的政策', text(200)), optional('refs', '一页多件', listOf(text(200), 1000)), optional('baseline', '首次普查', flag),
  ],
  withdrawn: [about, needed('reason', '撤下原因', oneOf('repealed', 'revoked', 'privacy', 'expired', 'other'))],
  nothing: [needed('about', '所指', readPeriodAbout), page],
  checked: [aboutIfAny, page],
  exempt: [about, needed('exemptKind', '不予公开类别', exemptKinds), reason],
  extended: [about, needed('until', '延期至', shownDay), reason],
  requested: [about, needed('until', '申请延期至', shownDay), reason, attachments],
  declined: [about, reason],
  approved: [aboutIfAny, optional('units', '适用单位', listOf(unit, 1000))],
  observed: [
    page, needed('httpStatus', '状态码', httpStatus), optional('pageDay', '页面日期', shownDay), optional('urlDay', '网址所示日期', shownDay),
    optional('hash', '内容摘要', text(200)),
  ],
  disputed: [about, reason, attachments],
  ruled: [
    about, needed('verdict', '裁定', oneOf('upheld', 'excused', 'dayIs', 'rejected', 'overruled')), optional('countsDay', '认定日期', siteDay),
    optional('exemptKind', '不予公开类别', exemptKinds), reason, attachments,
  ],
  closed: [
    needed('period', '月份', month), needed('made', '制发件数', count), needed('proactive', '主动公开件数', count),
    needed('onRequest', '依申请公开件数', count), needed('withheld', '不予公开件数', count),
  ],
  explained: [needed('docNumbers', '文号', listOf(text(200), 200)), reason],
  ...actFields,
  corrected: [
    needed('of', '被更正的记录', addressee), optional('set', '更正内容', replacement), optional('void', '作废', mark), optional('confirm', '确认', mark), reason,
  ],
}

/** A declaration is filed on the local day of `recordedAt`, whatever it says: dated back it could pass for filed in time. */
const filed: ReadonlySet<FactKind> = new Set(['nothing', 'exempt', 'extended', 'disputed', 'requested', 'declined', 'closed', 'explained'])

export function isFiled(kind: FactKind): boolean {
  return filed.has(kind) || isActKind(kind)
}

/** The day may be left out and stands for the day of recording: declarations, and what obeys `recordedAt` alone. */
export function isStamped(kind: FactKind): boolean {
  return isFiled(kind) || kind === 'ruled' || kind === 'corrected'
}

const ofWholeUnit: ReadonlySet<FactKind> = new Set(['closed', 'explained', 'marked', 'rectified', 'rechecked', 'agreed'])

/** What is said of a unit as a whole, and what names another fact, stands under no row. */
export function isOfWholeUnit(kind: FactKind): boolean {
  return ofWholeUnit.has(kind)
}

function itemField(kind: FactKind): FactField {
  return isOfWholeUnit(kind) ? optional('item', '事项', oneOf(wholeUnit)) : needed('item', '事项', item)
}

/** Papers may be older than any site: their first day is another. */
function dayField(kind: FactKind): FactField {
  const read = kind === 'formed' || kind === 'approved' ? paperDay : siteDay
  return isStamped(kind) ? optional('day', '日期', read) : needed('day', '日期', read)
}

const kinds = Object.keys(own) as FactKind[]

/** All fields of a kind, in the order the journal keeps them. */
export const factFields: ReadonlyMap<FactKind, readonly FactField[]> = new Map(kinds.map((kind) => [
  kind, [needed('key', '编号', text(200)), needed('unit', '单位', unit), itemField(kind), dayField(kind), ...own[kind]],
]))

export function isFactKind(kind: unknown): kind is FactKind {
  return typeof kind === 'string' && factFields.has(kind as FactKind)
}
