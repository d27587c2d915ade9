import type { Day, Instant } from '../time/day.ts'
import type { SchemeChange } from '../catalogue/scheme-changes.ts'
import type { SchemeContext } from '../catalogue/scheme-context.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import type { SchemeMove } from '../assessment/scheme-effect.ts'
import type { VersionStanding } from '../obligations/scheme-versions.ts'
import type { AnswerStamp } from './answers.ts'

/** One version of the scheme (评分细则) as the list shows it. */
export interface SchemeVersionRow {
  readonly n: number
  readonly name: string
  readonly version: string
  readonly effective: Day
  readonly recordedAt: Instant
  /** Login; null where the program recorded it. */
  readonly by: string | null
  readonly standing: VersionStanding
  /** The version it was recorded over, and what it says otherwise. */
  readonly over: number | null
  readonly changes: readonly SchemeChange[]
}

/** GET /api/schemes: newest first. A unit's people are told of the version in force alone. */
export interface SchemesAnswer {
  readonly revision: number
  readonly day: Day
  readonly inForce: number | null
  /** Number of the last version recorded: what an edit begins from. */
  readonly last: number
  readonly versions: readonly SchemeVersionRow[]
  /** For the office only. */
  readonly known: SchemeContext | null
}

/** GET /api/schemes/:n */
export interface SchemeAnswer {
  readonly version: SchemeVersionRow
  readonly scheme: Scheme
}

/** POST /api/schemes */
export interface SchemeAsked {
  readonly scheme: Scheme
  readonly effective: Day
  /** The last version its author had seen. */
  readonly from: number
}

/** POST /api/schemes/preview: a scheme being written, or a version already recorded. */
export interface SchemePreviewAsked {
  readonly scheme?: Scheme
  readonly effective?: Day
  readonly version?: number
  /** Judged as of today, or as of the last day of the last whole assessment year. */
  readonly at: 'today' | 'yearEnd'
}

/** Who moves by how much: nothing is written. */
export interface SchemePreview extends AnswerStamp {
  readonly effective: Day
  /** It would not govern that day yet: judged as if it did. */
  readonly assumed: boolean
  /** The version it is held against, and what differs in words. */
  readonly over: number | null
  readonly changes: readonly SchemeChange[]
  readonly cautions: readonly string[]
  readonly units: readonly SchemeMove[]
}

export interface SchemeTaken {
  readonly n: number
  readonly revision: number
}
