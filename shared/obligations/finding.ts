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
  /** Last day of rectification now in force, a working day; after a failed recheck the new one. */
  readonly until: Day
  readonly steps: readonly FindingStep[]
  readonly state: FindingState
  /**
   * true: cleared, with an answer within every limit that was in force. false: a limit went by without one, for good.
   * null while neither can be said, and for one revoked.
   */
  readonly inTime: boolean | null
  /** Seq of the earlier finding of the year it repeats (重复问题), after that one was cleared. */
  readonly repeats: number | null
}

/** It is the unit's turn: to set it right, or to set it right again. */
export function isOwed({ state }: Pick<Finding, 'state'>): boolean {
  return state === 'open' || state === 'failed'
}

/** The unit holds it wrong (有异议), and nobody has answered that yet. */
export function isDisputed({ state, steps }: Pick<Finding, 'state' | 'steps'>): boolean {
  if (state !== 'answered') return false
  const last = steps.findLastIndex((step) => step.kind === 'rechecked')
  return steps.some((step, index) => index > last && step.kind === 'rectified' && step.disagrees)
}
