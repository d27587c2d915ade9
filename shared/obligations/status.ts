import { addDays, type Day } from '../time/day.ts'
import type { ExemptKind, Verdict } from '../facts/fact.ts'
import type { Proof, Status } from './obligation.ts'

/** The days that bound one obligation; all null when its formation day is unknown. */
export interface Limits {
  readonly dueDay: Day | null
  /** First day it is 即将到期. */
  readonly dueSoonFrom: Day | null
}

/** What bears on one obligation, folded. Days are effective days. */
export interface Evidence {
  /** The first publication in an accepted channel, if any: it decides for ever. */
  readonly published: Day | null
  /** 不予公开 / 依申请公开, with its filing day. */
  readonly exempt: { readonly day: Day; readonly kind: ExemptKind } | null
  /** 情况说明 not contradicted by any document of the period, with its filing day. */
  readonly nothing: Day | null
  readonly ruled: { readonly verdict: Verdict; readonly countsDay: Day | null; readonly exemptKind: ExemptKind | null } | null
  readonly proof: Proof
  /** The due day hangs on the formation day: only proof `source` or `declared` makes a publication on time. */
  readonly hangsOnFormation: boolean
  /** All expected sources were failing when it fell due, and none has looked since. */
  readonly blind: boolean
}

export interface Judgement {
  readonly status: Status
  readonly lateBy: 'publication' | 'declaration' | null
  readonly exemptKind: ExemptKind | null
  readonly publishedDay: Day | null
  /** First later day on which the answer changes by time alone; null when only an entry can change it. */
  readonly until: Day | null
}

type Answer = Pick<Judgement, 'status'> & Partial<Judgement>

/**
 * The status of an obligation at the end of `day`. Precedence: ruled > exempt > published > nothing > unknown > time.
 * A publication, declaration or exemption after the due day is late for ever; a ruling alone can change that.
 */
export function statusOf(limits: Limits, evidence: Evidence, day: Day): Judgement {
  const publishedDay = evidence.ruled?.verdict === 'dayIs' ? evidence.ruled.countsDay ?? evidence.published : evidence.published
  const answer = ruledStatus(evidence) ?? evidenceStatus(limits, evidence, publishedDay) ?? timeStatus(limits, evidence.blind, day)
  return { lateBy: null, exemptKind: null, until: null, publishedDay, ...answer }
}

function ruledStatus(evidence: Evidence): Answer | undefined {
  switch (evidence.ruled?.verdict) {
    case 'upheld': return { status: 'onTime' }
    case 'excused': return { status: 'exempt', exemptKind: evidence.ruled.exemptKind ?? evidence.exempt?.kind ?? 'withheld' }
    default: return undefined
  }
}

function evidenceStatus(limits: Limits, evidence: Evidence, published: Day | null): Answer | undefined {
  const { dueDay } = limits
  const overruled = evidence.ruled?.verdict === 'overruled'
  const exempt = overruled ? null : evidence.exempt
  const nothing = overruled ? null : evidence.nothing
  if (exempt && (dueDay === null || exempt.day <= dueDay)) return { status: 'exempt', exemptKind: exempt.kind }
  if (published !== null) return publishedStatus(limits, evidence, published)
  if (exempt) return { status: 'late', lateBy: 'declaration', exemptKind: exempt.kind }
  if (nothing === null) return undefined
  return dueDay === null || nothing <= dueDay ? { status: 'nothing' } : { status: 'late', lateBy: 'declaration' }
}

function publishedStatus({ dueDay }: Limits, evidence: Evidence, published: Day): Answer {
  if (dueDay === null) return { status: 'unverified' }
  if (published > dueDay) return { status: 'late', lateBy: 'publication' }
  const isRuled = evidence.ruled?.verdict === 'dayIs'
  const proved = isRuled || !evidence.hangsOnFormation || evidence.proof === 'source' || evidence.proof === 'declared'
  return { status: proved ? 'onTime' : 'unverified' }
}

function timeStatus({ dueDay, dueSoonFrom }: Limits, blind: boolean, day: Day): Answer {
  if (dueDay === null) return { status: 'pending' }
  if (day > dueDay) return { status: blind ? 'unknown' : 'overdue' }
  const until = addDays(dueDay, 1)
  if (dueSoonFrom !== null && day < dueSoonFrom) return { status: 'pending', until: dueSoonFrom }
  return { status: 'dueSoon', until }
}

/** Settled: something was published or declared, whether in time or late. */
export function isSettled(status: Status): boolean {
  return status === 'onTime' || status === 'late' || status === 'unverified' || status === 'nothing' || status === 'exempt'
}
