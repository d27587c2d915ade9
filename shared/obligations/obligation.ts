import type { Day } from '../time/day.ts'

/**
 * 待公开 · 即将到期 · 逾期未公开 · 按时公开 · 逾期公开 · 已公开（时限未核实） · 本期无此类信息 · 不予公开/依申请公开 · 数据中断
 */
export type Status = 'pending' | 'dueSoon' | 'overdue' | 'onTime' | 'late' | 'unverified' | 'nothing' | 'exempt' | 'unknown'

export const statuses: readonly Status[] = ['pending', 'dueSoon', 'overdue', 'onTime', 'late', 'unverified', 'nothing', 'exempt', 'unknown']

/** How sure the day of formation is; only the first two can make a publication on time. */
export type Proof = 'source' | 'declared' | 'backfilled' | 'none'

export type Flag =
  | 'disputed' | 'suspect' | 'provisional' | 'assumed' | 'linkDead' | 'wrongChannel' | 'extended' | 'toCheck' | 'correctionPending'

export type Origin = 'formed' | 'periodic' | 'standing' | 'followUp' | 'republish'

/** One layer of a due day: what the catalogue prints, what the law says, a slot's own day, an internal limit. */
export interface DueLayer {
  readonly layer: 'printed' | 'law' | 'slot' | 'internal'
  readonly day: Day
  /** Chinese words of the rule: the printed phrase, the article. */
  readonly rule: string
  readonly from: Day | null
  /** Days counted, and which; null for a fixed date. */
  readonly n: number | null
  readonly unit: 'workday' | 'calendarDay' | 'date'
  readonly assumed: boolean
}

/** 应公开信息: one occurrence of a duty, judged as of a day. The row of lists and exports. */
export interface Obligation {
  readonly id: string
  readonly unit: string
  readonly item: string
  /** Category of the district matrix; bureau items without a twin stand in `bureau`. */
  readonly category: string
  readonly origin: Origin
  /** Shown only where what it names is public, or to the unit and the office. */
  readonly title: string | null
  readonly docNumber: string | null
  /** "2026-Q1", "2025/final" for slots, else null. */
  readonly period: string | null
  readonly status: Status
  readonly lateBy: 'publication' | 'declaration' | null
  readonly exemptKind: 'withheld' | 'onRequest' | null
  readonly flags: readonly Flag[]
  /** Day the clock started from; null when the formation day is unknown. */
  readonly eventDay: Day | null
  readonly dueDay: Day | null
  readonly originalDue: Day | null
  /** Which limit was missed, when late or overdue. */
  readonly breach: 'printed' | 'law' | 'slot' | null
  readonly publishedDay: Day | null
  readonly proof: Proof
  /** The due day hangs on the formation day (so proof matters). */
  readonly hangsOnFormation: boolean
  readonly url: string | null
  /** Assessment year it belongs to. */
  readonly year: number
  /** Sequence numbers of the facts bearing on it. */
  readonly facts: readonly number[]
  /** Other ids it has had (a page later adopted by a document). */
  readonly aliases: readonly string[]
}

/** How one duty stands: what coverage counts. */
export interface DutyStanding {
  readonly unit: string
  readonly item: string
  readonly category: string
  readonly state: 'proposed' | 'claimed' | 'objected' | 'notApplicable'
  readonly cadence: 'standing' | 'slots' | 'asFormed' | 'dynamic' | 'followUp'
  /** In the whole of the coverage rate. */
  readonly applicable: boolean
  readonly covered: boolean
  /** Obligation id or fact seq that covers it. */
  readonly coveredBy: string | null
  /** Last day something of it was published or looked over. */
  readonly lastDay: Day | null
}

/** One duty judged as of a day. */
export interface JudgedDuty {
  readonly standing: DutyStanding
  readonly obligations: readonly Obligation[]
}
