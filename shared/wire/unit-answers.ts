import type { FactKind, Source } from '../facts/fact.ts'
import type { SettingKind } from '../facts/setting.ts'
import type { MovedFigures } from '../measures/changes.ts'
import type { GapKind } from '../measures/gap-candidates.ts'
import type { Projection } from '../measures/projection.ts'
import type { ScoreEvent } from '../measures/score-events.ts'
import type { PieceChange } from '../measures/unit-changes.ts'
import type { UnitTrendPoint } from '../measures/unit-trend.ts'
import type { Day, Instant } from '../time/day.ts'
import type { AnswerStamp, ObligationRow } from './answers.ts'

/** One line of 待办; `row` is null for a duty of which nothing is public or looked over. */
export interface TodoRow {
  readonly kind: GapKind
  readonly item: string
  readonly itemName: string
  readonly category: string
  readonly workdaysLeft: number | null
  readonly gain: number | null
  readonly row: ObligationRow | null
}

export interface TodoAnswer extends AnswerStamp {
  readonly unit: string
  readonly rows: readonly TodoRow[]
  readonly total: number
}

/** GET /api/units/:id/trend */
export interface UnitTrendAnswer extends AnswerStamp {
  readonly unit: string
  /** Month ends, oldest first, and the day asked about. */
  readonly points: readonly UnitTrendPoint[]
  /** Month ends still being judged: ask again in a few seconds. */
  readonly missing: number
  /** The latest first. */
  readonly events: readonly ScoreEvent[]
}

/** POST /api/units/:id/what-if */
export interface ProjectionAnswer extends AnswerStamp {
  readonly projection: Projection
}

/** An entry since the last look that could move the unit: a fact about it, or a rule. Titles of withheld papers are left out. */
export interface EntrySince {
  readonly seq: number
  readonly at: Instant
  readonly feed: Source['feed']
  /** Name of the person, where one entered it. */
  readonly by: string | null
  readonly kind: FactKind | SettingKind
  readonly what: 'fact' | 'setting'
  readonly item: string | null
  readonly itemName: string | null
  readonly title: string | null
  readonly day: Day
  /** Pieces it bears on that moved. */
  readonly pieces: readonly string[]
}

/** GET /api/units/:id/changes. `since` is null at a first visit: nothing to compare with yet. */
export interface UnitChangesAnswer extends AnswerStamp {
  readonly unit: string
  readonly since: Instant | null
  readonly before: MovedFigures | null
  readonly after: MovedFigures | null
  /** The gravest first, at most 100. */
  readonly changes: readonly PieceChange[]
  readonly changesTotal: number
  /** Newest first, at most 100. */
  readonly entries: readonly EntrySince[]
  readonly entriesTotal: number
}
