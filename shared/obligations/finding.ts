import type { About } from '../facts/fact.ts'
import type { FactName, RecheckOutcome } from '../facts/act.ts'
import type { FindingCode } from '../facts/finding-codes.ts'
import type { Day, Instant } from '../time/day.ts'

/** Who said it, when, and in which entry. */
export interface Spoken {
  readonly seq: number
  readonly by: string
  readonly at: Instant
}

/** One step after the finding: the unit's answer, or the office's recheck. */
export type FindingStep = Spoken & FactName & { readonly day: Day; readonly reason: string; readonly attachments: readonly string[] } & (
  | { readonly kind: 'rectified'; readonly url: string | null; readonly disagrees: boolean }
  | { readonly kind: 'rechecked'; readonly outcome: RecheckOutcome; readonly until: Day | null }
)

/** 待整改 · 待复查 · 已销号 · 复查未通过（待整改） · 已撤销 */
export type FindingState = 'open' | 'answered' | 'cleared' | 'failed' | 'revoked'

/** 问题, with what became of it. */
export interface Finding extends Spoken, FactName {
  readonly unit: string
  readonly item: string
  readonly year: number
  readonly code: FindingCode
  readonly about: About | null
  readonly place: string
  readonly reason: string
  readonly attachments: readonly string[]
  readonly sample: string | null
  /** Day it was found. */
  readonly day: Day
  /** Last day of rectification now in force; after a failed recheck the new one. */
  readonly until: Day
  readonly steps: readonly FindingStep[]
  readonly state: FindingState
  /** Cleared, by an answer given within the limit then in force; null while that cannot be said. */
  readonly inTime: boolean | null
  /** Seq of the earlier finding of the year it repeats (重复问题), after that one was cleared. */
  readonly repeats: number | null
}
