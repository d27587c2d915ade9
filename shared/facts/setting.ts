import type { Day, Instant } from '../time/day.ts'
import type { CalendarYear } from '../time/working-calendar.ts'
import type { Cadence, Catalogue, StatutoryRule, Unit } from '../catalogue/item.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import type { DrawnSample, ScoreProposal, ScoreSettlement } from './assessment-settings.ts'
import type { Source } from './fact.ts'

/** 待认领 · 已认领 · 有异议 · 不适用 */
export type DutyState = 'proposed' | 'claimed' | 'objected' | 'notApplicable'

/** A rule taking effect. `effective` is the first day it governs. */
export type Setting =
  | { readonly kind: 'catalogueVersion'; readonly effective: Day; readonly catalogue: Catalogue }
  /** Acceptance of the n-th doubt's repair of an item, for all obligations of the row from then on. */
  | { readonly kind: 'repair'; readonly effective: Day; readonly item: string; readonly doubt: number; readonly accepted: boolean }
  | { readonly kind: 'sameAs'; readonly effective: Day; readonly item: string; readonly with: string | null }
  /** Who owes a row: overrides `appliesTo` per unit, marks it joint, or overrides a unit's cadence. */
  | {
      readonly kind: 'applicability'
      readonly effective: Day
      readonly item: string
      readonly units?: readonly string[]
      readonly jointLead?: string | null
      readonly cadence?: { readonly unit: string; readonly cadence: Cadence }
      readonly reason: string
    }
  | { readonly kind: 'dutyState'; readonly effective: Day; readonly duties: readonly { readonly unit: string; readonly item: string }[] | 'all'; readonly state: DutyState; readonly reason: string }
  | { readonly kind: 'calendarYear'; readonly effective: Day; readonly year: CalendarYear }
  | { readonly kind: 'scheme'; readonly effective: Day; readonly scheme: Scheme }
  | { readonly kind: 'statutory'; readonly effective: Day; readonly rules: readonly StatutoryRule[] }
  /** Adds a unit or replaces it whole (rename keeps the id; merge sets validTo and successor). */
  | { readonly kind: 'unitChange'; readonly effective: Day; readonly unit: Unit }
  | { readonly kind: 'threshold'; readonly effective: Day; readonly thresholds: Partial<Thresholds> }
  /** A feed exists, with the units and items its token names ("*" = all); what a duty's expected sources are. */
  | { readonly kind: 'feedScope'; readonly effective: Day; readonly feed: string; readonly units: '*' | readonly string[]; readonly items: '*' | readonly string[] }
  | { readonly kind: 'feedOutage'; readonly effective: Day; readonly feed: string }
  | { readonly kind: 'feedRecovery'; readonly effective: Day; readonly feed: string }
  | { readonly kind: 'supervisedFrom'; readonly effective: Day; readonly day: Day; readonly district: string; readonly sample: boolean }
  | { readonly kind: 'sampleDrawn'; readonly effective: Day; readonly sample: DrawnSample }
  | { readonly kind: 'scoreProposed'; readonly effective: Day; readonly proposal: ScoreProposal }
  | { readonly kind: 'scoreSettled'; readonly effective: Day; readonly settlement: ScoreSettlement }
  /** The clock is a feed: a new local day began. */
  | { readonly kind: 'dayRolled'; readonly effective: Day }

export type SettingKind = Setting['kind']

/** Numbers practice may move; defaults in `defaultThresholds`. */
export interface Thresholds {
  /** Calendar days a URL's day may lie after the page's day before 日期存疑 is raised. */
  readonly suspectUrlDays: number
  /** Working days the first look may lie after the page's day. */
  readonly suspectSeenWorkdays: number
  /** 实时公开 read as this many working days. */
  readonly realtimeWorkdays: number
  /** Failed looks in a row, and calendar days they must span, before 链接失效. */
  readonly deadLooks: number
  readonly deadDays: number
  /** Working days a unit has to appeal (申诉) after it was told. */
  readonly appealWorkdays: number
  /** Working days the office has to answer an appeal, a request or a waiting correction. */
  readonly rulingWorkdays: number
  /** Requests of one unit on one day from which on they are called 批量. */
  readonly bulkRequests: number
  /** Share of a unit's pieces of the year above which its appeals are called 批量, and the fewest there must be. */
  readonly bulkDisputedShare: number
  readonly bulkDisputed: number
  /** Working days a unit has to answer a score it was told (初评反馈). */
  readonly feedbackWorkdays: number
  /** Working days a unit has to rectify a finding, unless the finding says otherwise. */
  readonly rectifyWorkdays: number
}

export const defaultThresholds: Thresholds = {
  suspectUrlDays: 3, suspectSeenWorkdays: 3, realtimeWorkdays: 3, deadLooks: 3, deadDays: 2,
  appealWorkdays: 5, rulingWorkdays: 5, bulkRequests: 5, bulkDisputedShare: 0.1, bulkDisputed: 3,
  feedbackWorkdays: 5, rectifyWorkdays: 5,
}

export interface RecordedSetting {
  readonly seq: number
  readonly recordedAt: Instant
  readonly source: Source
  readonly setting: Setting
}
