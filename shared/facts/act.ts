import type { Day } from '../time/day.ts'
import type { FindingCode } from './finding-codes.ts'
import type { About, Fact, FactBase, FactKind } from './fact.ts'

/** 考核记录: what reviewers, the office and units put on record of an assessment year. Known from the instant it is recorded. */
export type ActKind = 'marked' | 'inspected' | 'spotted' | 'found' | 'rectified' | 'rechecked' | 'agreed'

/** 评分: points of a leaf that only a person can judge, a bonus, a deduction or a veto, with 佐证. The last one of an entry holds. */
export interface MarkedFact extends FactBase {
  readonly kind: 'marked'
  /** Assessment year. */
  readonly year: number
  /** Code of a leaf, of a bonus or negative entry of the scheme, or `veto`. */
  readonly entry: string
  /** Leaf and bonus: points; negative: how many times; veto: 1. */
  readonly points: number
  /** Which of the scheme's veto entries. */
  readonly vetoKind?: string
  /** The entry is as if nobody had marked it. */
  readonly takeBack?: true
  readonly reason: string
  readonly attachments?: readonly string[]
  /** Seq of the last mark of this entry the writer had seen, 0 = none. */
  readonly after?: number
}

/** 抽查核查: the row's elements ticked off on one piece. `material` are those of `missing` that matter. */
export interface InspectedFact extends FactBase {
  readonly kind: 'inspected'
  readonly year: number
  readonly about: About
  /** Id of the sample it was drawn in. */
  readonly sample: string
  readonly present?: readonly string[]
  readonly missing?: readonly string[]
  readonly material?: readonly string[]
  readonly reason?: string
  readonly after?: number
}

/** 盲抽: a piece the reviewer took from the site or the 发文登记, not from our store. */
export interface SpottedFact extends FactBase {
  readonly kind: 'spotted'
  readonly year: number
  readonly sample: string
  readonly from: 'site' | 'register'
  readonly title: string
  readonly url?: string
  readonly docNumber?: string
  /** The obligation it was matched with; absent = our store knows nothing of it. */
  readonly about?: About
  readonly reason?: string
}

/** 问题. `until`: last day of its rectification. */
export interface FoundFact extends FactBase {
  readonly kind: 'found'
  readonly year: number
  readonly code: FindingCode
  readonly about?: About
  /** Where: the column, the page, the paper. */
  readonly place: string
  readonly reason: string
  readonly until: Day
  readonly attachments?: readonly string[]
  readonly sample?: string
}

/** A fact named by its feed and key. */
export interface FactName {
  readonly feed: string
  readonly key: string
}

/** 整改反馈 by the unit; `disagrees`: the unit holds the finding wrong. */
export interface RectifiedFact extends FactBase {
  readonly kind: 'rectified'
  readonly of: FactName
  readonly reason: string
  readonly url?: string
  readonly attachments?: readonly string[]
  readonly disagrees?: true
}

/** 销号 · 未通过 · 撤销 */
export type RecheckOutcome = 'cleared' | 'failed' | 'revoked'

/** 复查. A finding is revoked only by somebody other than its finder. */
export interface RecheckedFact extends FactBase {
  readonly kind: 'rechecked'
  readonly of: FactName
  readonly outcome: RecheckOutcome
  readonly reason: string
  /** A new limit, where it failed. */
  readonly until?: Day
  readonly attachments?: readonly string[]
}

/** 得分反馈: the unit's word on the score told it, agreeing or objecting. */
export interface AgreedFact extends FactBase {
  readonly kind: 'agreed'
  /** "2026-10" for a month, "2025" for an assessment year. */
  readonly period: string
  readonly objects?: true
  readonly reason?: string
}

export type Act = MarkedFact | InspectedFact | SpottedFact | FoundFact | RectifiedFact | RecheckedFact | AgreedFact

const kinds: Readonly<Record<ActKind, true>> = { marked: true, inspected: true, spotted: true, found: true, rectified: true, rechecked: true, agreed: true }

export const actKinds = Object.keys(kinds) as readonly ActKind[]

/** The office's own work (抽查核查, 盲抽): a unit hears of it through findings and its score, never while a sample is looked over. */
export function isOfficeWork({ kind }: Pick<Fact, 'kind'>): boolean {
  return kind === 'inspected' || kind === 'spotted'
}

/** Said to a unit by the office, not by its own people. */
export function isSaidByOffice({ kind }: Pick<Fact, 'kind'>): boolean {
  return isActKind(kind) && kind !== 'rectified' && kind !== 'agreed'
}

export function isAct(fact: Fact): fact is Act {
  return fact.kind in kinds
}

export function isActKind(kind: FactKind): kind is ActKind {
  return kind in kinds
}
