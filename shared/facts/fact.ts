import type { Day, Instant } from '../time/day.ts'
import type { Act } from './act.ts'

/** What a fact is about: exactly one of these is given. `period` may carry a slot ("2025/final"). */
export type About =
  | { readonly ref: string }
  | { readonly period: string }
  | { readonly url: string }
  | { readonly obligation: string }

export type ExemptKind = 'withheld' | 'onRequest'
export type WithdrawReason = 'repealed' | 'revoked' | 'privacy' | 'expired' | 'other'
export type Verdict = 'upheld' | 'excused' | 'dayIs' | 'rejected' | 'overruled'

/** The item of what a unit says of itself as a whole (月度关账, 文号说明): it bears on no duty. */
export const wholeUnit = '*'

/** Where and for whom: every fact carries these. */
export interface FactBase {
  /** Unique within its feed; the source's own key makes a retry harmless. */
  readonly key: string
  /** Unit id. */
  readonly unit: string
  /** Unit id the source named, where a merger or split passed the fact on to `unit`. Set by intake only. */
  readonly namedUnit?: string
  /** Item id; `wholeUnit` for what concerns no single row. */
  readonly item: string
  /** Local day in Asia/Shanghai the fact claims. */
  readonly day: Day
}

/** Information was made or changed: starts its clock. */
export interface FormedFact extends FactBase {
  readonly kind: 'formed'
  /** The source's own id: 索引号, 文号, CMS id. */
  readonly ref: string
  readonly title: string
  readonly url?: string
  readonly docNumber?: string
  /** A policy document: its publication opens a 解读 duty. */
  readonly policy?: boolean
  /** Unit id of the drafter, who owes the interpretation (谁起草、谁解读). */
  readonly drafter?: string
  /** Unit id of the lead of a joint document (条例 第10条) and ids of the others. */
  readonly lead?: string
  readonly with?: readonly string[]
}

/** It is public. `day` is the day claimed or shown, and it decides. */
export interface PublishedFact extends FactBase {
  readonly kind: 'published'
  readonly title: string
  readonly url: string
  /** Channel as printed in the catalogues: 政府网站, 政务微信 … */
  readonly channel: string
  readonly ref?: string
  /** "2026-Q1", "2025/final" for a slot. */
  readonly period?: string
  readonly docNumber?: string
  /** 成文日期 shown on the page. */
  readonly formedDay?: Day
  /** Day told by the document's URL or CMS id. */
  readonly urlDay?: Day
  /** Day a watcher saw it first. */
  readonly firstSeenDay?: Day
  readonly policy?: boolean
  /** ref or 文号 of the policy this page interprets. */
  readonly interprets?: string
  /** One page, many documents (公示表). */
  readonly refs?: readonly string[]
  /** First crawl: fills standing items and coverage, opens nothing. */
  readonly baseline?: boolean
}

export interface WithdrawnFact extends FactBase {
  readonly kind: 'withdrawn'
  readonly about: About
  readonly reason: WithdrawReason
}

/** 情况说明: nothing of this kind in this ended period. */
export interface NothingFact extends FactBase {
  readonly kind: 'nothing'
  readonly about: { readonly period: string }
  readonly url: string
}

/** 核对: a standing item was looked over. */
export interface CheckedFact extends FactBase {
  readonly kind: 'checked'
  readonly about?: About
  readonly url: string
}

/** 不予公开 (条例 14–16: number and reason only) or 依申请公开. */
export interface ExemptFact extends FactBase {
  readonly kind: 'exempt'
  readonly about: About
  readonly exemptKind: ExemptKind
  readonly reason: string
}

/** 报备: a later due day within the law, granted not after the original one. */
export interface ExtendedFact extends FactBase {
  readonly kind: 'extended'
  readonly about: About
  readonly until: Day
  readonly reason: string
}

/** 延期申请: a unit asks for a later due day within the law; a supervisor grants it (`extended`) or declines it. */
export interface RequestedFact extends FactBase {
  readonly kind: 'requested'
  readonly about: About
  readonly until: Day
  readonly reason: string
  readonly attachments?: readonly string[]
}

/** A supervisor's no to a request; the due day stays. */
export interface DeclinedFact extends FactBase {
  readonly kind: 'declined'
  readonly about: About
  readonly reason: string
}

/** 月度关账: how many papers the unit made in an ended month, by 公开属性. `made` is the sum of the three. */
export interface ClosedFact extends FactBase {
  readonly kind: 'closed'
  /** "2026-10" */
  readonly period: string
  readonly made: number
  readonly proactive: number
  readonly onRequest: number
  readonly withheld: number
}

/** 文号说明: the unit's answer to a gap in its document numbers. */
export interface ExplainedFact extends FactBase {
  readonly kind: 'explained'
  readonly docNumbers: readonly string[]
  readonly reason: string
}

/** An event others' clocks hang on (财政批复, 交办), for one or many units. */
export interface ApprovedFact extends FactBase {
  readonly kind: 'approved'
  readonly about?: About
  readonly units?: readonly string[]
}

/** The watcher looked. */
export interface ObservedFact extends FactBase {
  readonly kind: 'observed'
  readonly url: string
  readonly httpStatus: number
  readonly pageDay?: Day
  readonly urlDay?: Day
  readonly hash?: string
}

/** 申诉 by the unit. */
export interface DisputedFact extends FactBase {
  readonly kind: 'disputed'
  readonly about: About
  readonly reason: string
  /** Ids of files handed in with it: SHA-256 in hex. */
  readonly attachments?: readonly string[]
}

/** A reviewer's ruling on an appeal or a question. */
export interface RuledFact extends FactBase {
  readonly kind: 'ruled'
  readonly about: About
  readonly verdict: Verdict
  readonly countsDay?: Day
  readonly exemptKind?: ExemptKind
  readonly reason: string
  readonly attachments?: readonly string[]
}

/** An earlier fact was wrong. One of `set`, `void`, `confirm`. */
export interface CorrectedFact extends FactBase {
  readonly kind: 'corrected'
  readonly of: { readonly feed: string; readonly key: string }
  readonly set?: Readonly<Record<string, unknown>>
  readonly void?: true
  /** A supervisor releases the correction that waited. */
  readonly confirm?: true
  readonly reason: string
  /** Judged once, by intake when recorded: it would improve a settled status and waits for a supervisor (更正待核). */
  readonly waits?: true
}

export type Fact =
  | FormedFact | PublishedFact | WithdrawnFact | NothingFact | CheckedFact | ExemptFact | ExtendedFact
  | RequestedFact | DeclinedFact | ApprovedFact | ObservedFact | DisputedFact | RuledFact | ClosedFact | ExplainedFact | CorrectedFact | Act

export type FactKind = Fact['kind']

/** Where an entry came from: the feed (token, desk, the clock, administration) and, for people, the account. */
export interface Source {
  readonly feed: string
  /** The feed is a system of record (OA, 信用双公示, 财政批复): its formation days are proof `source`. */
  readonly ofRecord?: boolean
  readonly account?: string
}

/** A fact as the journal keeps it. */
export interface RecordedFact {
  readonly seq: number
  readonly recordedAt: Instant
  readonly source: Source
  readonly fact: Fact
}
