import { printedNumber as N, readPrintedNumber } from './chinese-number.ts'
import type { DeadlineEvent, DeadlineRule, ReadDeadline } from './deadline-rule.ts'
import { compact } from './wraps.ts'

const display = new RegExp(`(?:公告|公示|展示)(?:期限|期|时间)(?:一般)?(?:为|不少于|不得少于)?(${N})个?(工作日|自然日|日|天)`)
const permanent = /(长期|常年|永久)(公示|公开|展示)/
const realtime = /实时|即时/
const monthEnd = new RegExp(`(${N})月(?:底|末)`)
const yearEnd = /年(底|末)/
const date = new RegExp(`(${N})月(${N})[日号](之前|以前)?`)
const yearly = new RegExp(`${monthEnd.source}|${date.source}|${yearEnd.source}`)
const term = new RegExp(`(${N})(个?)(工作日|自然日|日|天)`)
const cycle = new RegExp(`^每?(${N})个?(年|月)(?:内)?(?:至少)?(?:更新|公开)?(?:一次)?$`)
const everyPeriod = /^(?:每|按)(半年|季度?|年度?|月度?)(?:更新|公开|公布)?(?:一次)?$/
const manual = /按.*要求|动态|持续/
const vague = /及时|适时|尽快|定期/
const unfinished = /形成|变更|变化|之日起|(发布|公开|公布)后/
/** Riders of 条例 第26条 that name no term of their own. */
const rider = /另有规定|从其规定|除外/

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Reads a printed 公开时限, wrap spaces and number spelling aside, into one or more rules and the doubt its wording
 * raises. A phrase that names no term is `unstated` (条例 第26条: 20 working days, assumed); nothing is refused.
 */
export function readDeadline(printed: string): ReadDeadline {
  const text = compact(printed)
  if (text === '') return { rules: [{ kind: 'unstated' }], doubt: 'blank-deadline' }
  const clauses = text.split(/[；;。]/).filter((clause) => clause !== '' && !rider.test(clause)).map(readClause)
  if (clauses.length === 0) return { rules: [{ kind: 'unstated' }], doubt: 'unread-deadline' }
  const rules = clauses.flatMap((clause) => clause.rules)
  const doubt = isCompound(rules) ? 'compound-deadline' : clauses.find((clause) => clause.doubt !== undefined)?.doubt
  return doubt === undefined ? { rules } : { rules, doubt }
}

/** Two rules that each make a duty of their own (事后公开: 7 working days *and* every 31 January). */
export function isCompound(rules: readonly DeadlineRule[]): boolean {
  return rules.filter(({ kind }) => kind === 'within' || kind === 'byDate' || kind === 'cycle' || kind === 'realtime').length > 1
}

function readClause(text: string): ReadDeadline {
  const shown = display.exec(text)
  if (shown) {
    const rule: DeadlineRule = { kind: 'display', n: numberOf(shown[1]), unit: unitOf(shown[2]) }
    return { rules: /及时/.test(text) ? [rule, { kind: 'unstated' }] : [rule] }
  }
  if (permanent.test(text)) return { rules: [{ kind: 'display', period: 'permanent' }] }
  if (yearly.test(text)) {
    const monthDay = readMonthDay(text)
    return monthDay === undefined ? { rules: [{ kind: 'unstated' }], doubt: 'unread-deadline' } : { rules: [{ kind: 'byDate', monthDay }] }
  }
  const within = term.exec(text)
  if (within) return readTerm(text, within)
  if (realtime.test(text)) return { rules: [{ kind: 'realtime' }], doubt: 'assumed-limit' }
  const repeated = readCycle(text)
  if (repeated) return { rules: [repeated] }
  if (manual.test(text)) return { rules: [{ kind: 'manual' }] }
  const doubt = vague.test(text) ? 'vague-deadline' : unfinished.test(text) ? 'truncated-deadline' : 'unread-deadline'
  return { rules: [{ kind: 'unstated' }], doubt }
}

function readTerm(text: string, match: RegExpExecArray): ReadDeadline {
  const n = numberOf(match[1])
  const unit = unitOf(match[3])
  const after = eventOf(text.slice(0, match.index))
  const rule: DeadlineRule = { kind: 'within', n, unit, after }
  const rest = text.slice(match.index + match[0].length)
  // A copied "3" that a spreadsheet counted on: 4, 5, 6, 7, 8 down consecutive interpretation rows.
  if (/^政策文件发布后/.test(text) && unit === 'workday' && n > 3) return { rules: [rule], doubt: 'fill-down-deadline' }
  const unbounded = !/^(之|以)?内/.test(rest) && !/不超过|不迟于/.test(text)
  const noMeasure = match[3] === '工作日' && match[2] === ''
  const doubled = /内(公开)?内/.test(rest)
  return unbounded || noMeasure || doubled ? { rules: [rule], doubt: 'deadline-wording' } : { rules: [rule] }
}

/** What starts the clock. 印发 is the forming of a document; its 发布/公开 is what an interpretation follows. */
function eventOf(text: string): DeadlineEvent {
  if (/(政策|文件).*(发布|公开|公布)/.test(text)) return 'policyPublished'
  if (/批复|批准/.test(text)) return 'approved'
  return /变更|变化/.test(text) && !/形成|产生|制定|获取|作出/.test(text) ? 'changed' : 'formed'
}

/**
 * A yearly date as MM-DD, one that every year has: "前" includes the day, "之前" and "以前" exclude it; a month's end
 * stands for its last day. Undefined for a day that no year has.
 */
function readMonthDay(text: string): string | undefined {
  const end = monthEnd.exec(text)
  if (end) return monthDayOf(numberOf(end[1]), lengths[numberOf(end[1]) - 1])
  const day = date.exec(text)
  if (day) {
    const [month, dayOfMonth] = [numberOf(day[1]), numberOf(day[2])]
    return day[3] === undefined ? monthDayOf(month, dayOfMonth) : dayBefore(month, dayOfMonth)
  }
  return yearEnd.test(text) ? '12-31' : undefined
}

function dayBefore(month: number, day: number): string | undefined {
  if (day > 1) return monthDayOf(month, day - 1)
  const before = month === 1 ? 12 : month - 1
  return monthDayOf(before, lengths[before - 1])
}

function monthDayOf(month: number, day: number | undefined): string | undefined {
  if (month === 2 && day === 29) return '02-28'
  const length = lengths[month - 1]
  if (length === undefined || day === undefined || day < 1 || day > length) return undefined
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function readCycle(text: string): DeadlineRule | undefined {
  const counted = cycle.exec(text)
  if (counted) return { kind: 'cycle', n: numberOf(counted[1]), unit: counted[2] === '年' ? 'year' : 'month' }
  switch (everyPeriod.exec(text)?.[1]?.[0]) {
    case '半': return { kind: 'cycle', n: 6, unit: 'month' }
    case '季': return { kind: 'cycle', n: 3, unit: 'month' }
    case '月': return { kind: 'cycle', n: 1, unit: 'month' }
    case '年': return { kind: 'cycle', n: 1, unit: 'year' }
    default: return undefined
  }
}

function numberOf(text: string | undefined): number {
  return readPrintedNumber(text ?? '') ?? 0
}

function unitOf(text: string | undefined): 'workday' | 'calendarDay' {
  return text === '工作日' ? 'workday' : 'calendarDay'
}
