import type { Ratio } from '../measures/ratio.ts'
import type { ScoreWorking } from '../measures/score-working.ts'
import type { Tally } from '../measures/tally.ts'
import type { UnitKind } from '../catalogue/item.ts'
import type { Day, Instant } from '../time/day.ts'

/** An entry a person made: bonus, deduction or veto, with its 佐证. */
export interface GivenEntry {
  readonly code: string
  readonly name: string
  /** Points added (bonus) or taken (negative: times × points each); 0 for a veto. */
  readonly points: number
  readonly reason: string
  readonly attachments: readonly string[]
  readonly by: string
  readonly at: Instant
  readonly seq: number
}

/** 加分: what was entered, and what of it counts under the scheme's gate and cap. */
export interface BonusWorking {
  readonly entries: readonly GivenEntry[]
  readonly entered: number
  readonly given: number
  /** Why less counts than was entered; empty when all does. */
  readonly note: string
}

/** One unit's line of the assessment, with its whole working. */
export interface AssessedUnit {
  readonly unit: string
  readonly name: string
  readonly shortName: string
  readonly kind: UnitKind
  readonly peerGroup: string
  /** 测算分 of the leaves, 0–100. */
  readonly working: ScoreWorking
  readonly bonus: BonusWorking
  readonly negative: { readonly entries: readonly GivenEntry[]; readonly lost: number }
  readonly veto: GivenEntry | null
  /** working + bonus − negative, not below 0, capped by a veto; null without a score. */
  readonly final: number | null
  readonly band: string | null
  /** Inside the peer group by `final`, then on-time share; null: listed, not ranked. */
  readonly rank: number | null
  readonly judgedDuties: number
  readonly tally: Tally
  readonly onTime: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
  readonly verifiable: Ratio
  readonly overdue: number
  readonly longestOverdue: number
}

/** An appeal nobody has ruled on: its obligation keeps its original status, and the result says so. */
export interface OpenAppeal {
  readonly unit: string
  readonly item: string
  readonly obligation: string
}

/** What the numbers rest on. */
export interface RestsOn {
  readonly scheme: { readonly id: string; readonly name: string; readonly version: string }
  readonly catalogues: readonly { readonly id: string; readonly name: string; readonly version: string; readonly effective: Day }[]
  /** A year without a notice: its days are provisional. */
  readonly calendars: readonly { readonly year: number; readonly notice: string | null }[]
}

/** 年度考核: every unit as of a day, as known at an instant, with its whole working. */
export interface AssessmentResult {
  readonly year: number
  readonly day: Day
  readonly knownAt: Instant | null
  readonly revision: number
  readonly district: string
  readonly sample: boolean
  readonly restsOn: RestsOn
  /** By peer group, then rank, then name; those without rank last. */
  readonly units: readonly AssessedUnit[]
  readonly openAppeals: readonly OpenAppeal[]
}
