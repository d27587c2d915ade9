import type { Day, Instant } from '../time/day.ts'
import type { CellRow, UnitRow } from '../measures/board-rows.ts'
import type { Forecast } from '../measures/forecast.ts'
import type { GapPlan } from '../measures/gap-plan.ts'
import type { Ratio } from '../measures/ratio.ts'
import type { ScoreWorking } from '../measures/score-working.ts'
import type { DeadlineProof } from '../obligations/deadline-proof.ts'
import type { DutyClaim } from '../obligations/duty-claim.ts'
import type { DueLayer, DutyStanding, Obligation } from '../obligations/obligation.ts'
import type { HistoryRow } from '../facts/fact-history.ts'
import type { RecordedFact } from '../facts/fact.ts'
import type { ScoreEffect } from '../measures/score-effect.ts'

/** What GET answers beside the board: which revision, day and knowledge it was made under. */
export interface AnswerStamp {
  readonly revision: number
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly sample: boolean
}

export interface UnitsAnswer extends AnswerStamp {
  readonly units: readonly UnitRow[]
}

/** A unit's category with the category's name beside the counts. */
export interface UnitCategoryRow extends CellRow {
  readonly name: string
  readonly shortName: string
  readonly onTime: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
}

/** How many 公开责任 a unit has, and of which kind; those marked 不适用 are left out. */
export interface DutyCounts {
  readonly all: number
  /** Of a bureau's own catalogue (部门目录): monitored, not scored. */
  readonly bureau: number
  /** Still 待认领. */
  readonly proposed: number
}

export interface UnitAnswer extends AnswerStamp {
  readonly unit: UnitRow
  readonly working: ScoreWorking
  /** Mean score of the peer group, null when nobody in it has one. */
  readonly peerMean: number | null
  readonly peerCount: number
  readonly byCategory: readonly UnitCategoryRow[]
  readonly duties: DutyCounts
  /** On time against the original due days (报备 left out). */
  readonly onTimeOriginal: Ratio
  readonly carriedOver: number
  /** Names of the scheme's groups by code. */
  readonly groups: Readonly<Record<string, string>>
}

/** A row of lists: the obligation without its facts, with the names people read. */
export type ObligationRow = Omit<Obligation, 'facts' | 'aliases'> & {
  readonly unitName: string
  readonly itemName: string
}

export interface ObligationPage extends AnswerStamp {
  readonly rows: readonly ObligationRow[]
  readonly total: number
  /** Cursor of the following rows; absent on the last page. */
  readonly next?: string
}

export interface DutyRow extends DutyStanding, DutyClaim {
  readonly unitName: string
  readonly itemName: string
}

export interface DutyPage extends AnswerStamp {
  readonly rows: readonly DutyRow[]
  readonly total: number
}

/** One obligation with what is behind it: the facts bearing on it, every limit it is under, and its deadline proof. */
export interface ObligationAnswer extends AnswerStamp {
  readonly obligation: ObligationRow
  readonly aliases: readonly string[]
  /** In the order they were recorded. */
  readonly facts: readonly RecordedFact[]
  readonly layers: readonly DueLayer[]
  /** null where the formation day is unknown or no limit can be computed. */
  readonly deadlineProof: DeadlineProof | null
  /** Publishing it today; null where that cannot move the score. */
  readonly scoreEffect: ScoreEffect | null
  /** The facts and their corrections, in order of recording. */
  readonly history: readonly HistoryRow[]
}

export interface ForecastAnswer extends AnswerStamp {
  readonly unit: string
  readonly forecast: Forecast
}

export interface GapPlanAnswer extends AnswerStamp {
  readonly plan: GapPlan
}

/** Who is signed in, for the screens. */
export interface WhoAmI {
  readonly kind: 'person' | 'wall'
  readonly account: string
  readonly displayName: string
  readonly role: 'admin' | 'supervisor' | 'reviewer' | 'head' | 'clerk' | 'wall'
  readonly unit: string | null
  readonly sample: boolean
}

/**
 * What a page begins with: who is signed in, and while nobody is what the sign-in page may offer, in sample mode its
 * accounts, outside it nothing.
 */
export interface SignInOffer {
  readonly session: WhoAmI | null
  readonly district: string
  readonly sample: boolean
  readonly accounts: readonly { readonly account: string; readonly displayName: string; readonly role: WhoAmI['role']; readonly unit: string | null }[]
  /** The one password of all sample accounts; null outside sample mode. */
  readonly password: string | null
}
