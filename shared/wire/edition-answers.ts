import type { Agreement } from '../assessment/edition-parts.ts'
import type { PieceDifference, UnitDifference } from '../assessment/edition-differences.ts'
import type { AssessedUnit } from '../assessment/result.ts'
import type { ScorePeriod } from '../assessment/score-periods.ts'
import type { ScoreProposal, ScoreSettlement } from '../facts/assessment-settings.ts'
import type { FactKind } from '../facts/fact.ts'
import type { Day, Instant } from '../time/day.ts'
import type { AnswerStamp } from './answers.ts'

/** 进行中 · 待开启反馈 · 反馈中 · 反馈期满待核定 · 已核定 */
export type PeriodState = 'running' | 'ended' | 'open' | 'waiting' | 'settled'

type Recorded = { readonly seq: number; readonly by: string; readonly at: Instant }

export interface EditionRow extends Omit<ScoreSettlement, 'scores' | 'period'>, Recorded {
  /** Units with a score. */
  readonly units: number
}

export interface PeriodRow extends ScorePeriod {
  readonly state: PeriodState
  readonly proposal: (Omit<ScoreProposal, 'period'> & Recorded) | null
  readonly agreements: readonly Agreement[]
  /** The last one holds. */
  readonly editions: readonly EditionRow[]
}

/** 核定与封存 of an assessment year. */
export interface EditionsAnswer extends AnswerStamp {
  readonly year: number
  readonly years: readonly number[]
  readonly periods: readonly PeriodRow[]
  /** Units that have a score, who are asked for their word. */
  readonly asked: readonly { readonly unit: string; readonly shortName: string }[]
  /** The last day of a window opened today. */
  readonly windowEnd: Day
}

export interface ToldPiece extends PieceDifference {
  readonly itemName: string
  readonly title: string | null
}

/** A fact recorded after a freeze that moved what was frozen. */
export interface LaterFact {
  readonly seq: number
  readonly kind: FactKind
  readonly day: Day
  readonly at: Instant
  readonly by: string
}

export interface DifferencesFound {
  readonly revision: number
  readonly units: readonly (Omit<UnitDifference, 'pieces'> & { readonly pieces: readonly ToldPiece[] })[]
  readonly facts: readonly LaterFact[]
}

export type FreezeStep = 'judging' | 'printing' | 'composing' | 'writing'
export const freezeSteps: readonly FreezeStep[] = ['judging', 'printing', 'composing', 'writing']

/** A freeze under way, or how it ended. */
export interface FreezeAnswer {
  readonly id: string
  readonly period: string
  readonly edition: number
  readonly step: FreezeStep
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
  /** Why it failed, as a sentence. */
  readonly message: string
}

/** What a unit sees of one period: the score told it, its own word, what was settled. */
export interface UnitPeriodRow extends ScorePeriod {
  readonly state: PeriodState
  readonly until: Day | null
  readonly agreement: Agreement | null
  readonly editions: readonly {
    readonly edition: number; readonly score: number | null; readonly rank: number | null; readonly band: string | null
    readonly at: Instant; readonly by: string; readonly reason: string; readonly sha256: string
  }[]
}

export interface UnitPeriodsAnswer extends AnswerStamp {
  readonly unit: string
  /** Newest first; periods nothing was told of are left out. */
  readonly periods: readonly UnitPeriodRow[]
  /** The working of the score last told, while it is not settled. */
  readonly proposed: { readonly period: string; readonly day: Day; readonly knownAt: Instant; readonly line: AssessedUnit } | null
}
