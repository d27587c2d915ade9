import type { PaperName } from '../../../shared/assessment/paper-kinds.ts'
import type { Instant } from '../../../shared/time/day.ts'

/** One paper as the worker of the past is asked for it. */
export interface PaperAsked {
  readonly paper: Exclude<PaperName, 'restatement' | 'evidence'>
  /** null = every unit; a paper of one unit takes the first. */
  readonly units: readonly string[] | null
  readonly appeal?: number
  readonly made: MadeBy
}

/** Who made it: when and by which version of the program. */
export interface MadeBy {
  readonly at: Instant
  readonly software: string
}
