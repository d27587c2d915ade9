import { yearOf, type Day } from '../time/day.ts'
import type { DayKind, WorkingCalendar } from '../time/working-calendar.ts'
import type { DueLayer } from './obligation.ts'

/** What opened the count, for the sentence's verb. */
export type ProofEvent = 'formed' | 'changed' | 'approved' | 'policyPublished' | 'opened' | 'periodEnded' | 'withdrawn'

export interface ProofOf {
  /** The event's day, not counted; null for a fixed date. */
  readonly from: Day | null
  /** The due day, later than the layer's where a 报备 moved it. */
  readonly to: Day
  /** As of; days after `to` up to it are shown as overdue. */
  readonly upTo?: Day
  /** The day it was published, too late: the strip ends there instead. */
  readonly published?: Day
  readonly calendar: WorkingCalendar
  readonly layer: DueLayer
  readonly event?: ProofEvent
}

/** What a proof found, as far as its sentence tells it. */
export interface Told {
  readonly unrolled: Day | null
  readonly provisional: boolean
  readonly days: readonly ToldDay[]
}

export interface ToldDay {
  readonly day: Day
  readonly kind: DayKind['kind']
  readonly name: string | null
}

const VERBS: Record<ProofEvent, string> = {
  formed: '形成', changed: '变更', approved: '批复', policyPublished: '政策文件公开', opened: '建账', periodEnded: '期末', withdrawn: '撤下',
}

/** Writes days as 2月3日, with the year where the sentence has not named it yet. */
type DayWords = (day: Day) => string

/**
 * The arithmetic of a proof in words: 「2月3日形成，次日起算，第20个工作日为3月9日；春节放假9天、双休日5天不计，2月14日、
 * 28日调休上班计入。」 followed by what a 报备 moved, what is provisional and how long it has been overdue or how much too late it came.
 */
export function proofSentence(proof: Told, asked: ProofOf): string {
  const first = asked.layer.unit === 'date' ? asked.layer.day : asked.layer.from ?? asked.layer.day
  const words = dayWords(first, laterOf(asked.to, asked.published ?? asked.upTo))
  return [
    countSentence(proof, asked, words), ...extendedSentence(asked, words), ...provisionalSentence(proof, asked),
    ...overdueSentence(asked, words),
  ].join('')
}

function countSentence({ days, unrolled }: Told, asked: ProofOf, words: DayWords): string {
  const { from, layer, calendar } = asked
  if (layer.unit === 'date' || from === null) return fixedSentence(asked, words)
  const start = `${words(from)}${VERBS[asked.event ?? (layer.layer === 'slot' ? 'periodEnded' : 'formed')]}，次日起算，`
  if (layer.unit === 'calendarDay') {
    if (unrolled === null) return `${start}第${layer.n}日为${words(layer.day)}。`
    return `${start}第${layer.n}日为${words(unrolled)}，逢${restWords(calendar.kindOf(unrolled))}，顺延至${words(layer.day)}。`
  }
  const due = `第${layer.n}个工作日为${words(layer.day)}`
  const inLimit = days.filter((each) => each.day > from && each.day <= layer.day)
  const clauses = [skippedClause(inLimit), makeupClause(inLimit, words)].filter((clause) => clause !== '')
  return `${start}${due}${clauses.length > 0 ? `；${clauses.join('，')}` : ''}。`
}

function fixedSentence({ layer, calendar }: ProofOf, words: DayWords): string {
  const head = layer.from === null ? '固定日期' : '公开周期最后一日'
  if (calendar.isWorkday(layer.day)) return `期限为${head}${words(layer.day)}。`
  const rest = restWords(calendar.kindOf(layer.day))
  return `期限为${head}${words(layer.day)}，逢${rest}不顺延，此前最后一个工作日为${words(calendar.lastWorkday(layer.day))}。`
}

function restWords(kind: DayKind): string {
  return kind.kind === 'holiday' ? `${kind.name}放假` : '双休日'
}

/** 「春节放假9天、双休日5天不计」; holidays in order, weekends last. */
function skippedClause(days: readonly ToldDay[]): string {
  const counts = new Map<string, number>()
  for (const each of days) if (each.kind === 'holiday') counts.set(`${each.name}放假`, (counts.get(`${each.name}放假`) ?? 0) + 1)
  const weekends = days.filter((each) => each.kind === 'weekend').length
  if (weekends > 0) counts.set('双休日', weekends)
  return counts.size === 0 ? '' : `${[...counts].map(([name, n]) => `${name}${n}天`).join('、')}不计`
}

/** 「2月14日、28日调休上班计入」: the month is said once. */
function makeupClause(days: readonly ToldDay[], words: DayWords): string {
  const makeups = days.filter((each) => each.kind === 'makeup').map((each) => each.day)
  if (makeups.length === 0) return ''
  const list = makeups.map((day, i) => (makeups[i - 1]?.slice(0, 7) === day.slice(0, 7) ? `${+day.slice(8)}日` : words(day)))
  return `${list.join('、')}调休上班计入`
}

function extendedSentence({ to, layer }: ProofOf, words: DayWords): string[] {
  return to > layer.day ? [`经报备延至${words(to)}。`] : []
}

function provisionalSentence({ provisional }: Told, { layer, calendar }: ProofOf): string[] {
  if (!provisional) return []
  const years: string[] = []
  for (let year = yearOf(layer.from ?? layer.day); year <= yearOf(layer.day); year += 1) {
    if (!calendar.isAnnounced(year)) years.push(`${year}年`)
  }
  return [`${years.join('、')}放假安排尚未公布，只按法定节假日推算，到期日暂定。`]
}

function overdueSentence({ to, upTo, published, calendar }: ProofOf, words: DayWords): string[] {
  if (published !== undefined && published > to) {
    const late = calendar.workdaysBetween(to, published)
    return [late === 0 ? `${words(published)}公开，已过期限，其间没有工作日。` : `${words(published)}公开，晚${late}个工作日。`]
  }
  if (upTo === undefined || upTo <= to) return []
  const n = calendar.workdaysBetween(to, upTo)
  return [n === 0 ? `截至${words(upTo)}已过期限，其间没有工作日。` : `截至${words(upTo)}已逾期${n}个工作日。`]
}

function laterOf(a: Day, b: Day | undefined): Day {
  return b !== undefined && b > a ? b : a
}

/** Years are left out while the whole sentence stays in one; otherwise each is said where it changes. */
function dayWords(first: Day, last: Day): DayWords {
  let said = yearOf(first) === yearOf(last) ? yearOf(first) : null
  return (day) => {
    const year = yearOf(day) === said ? '' : `${yearOf(day)}年`
    said = yearOf(day)
    return `${year}${+day.slice(5, 7)}月${+day.slice(8)}日`
  }
}
