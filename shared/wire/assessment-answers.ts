import type { Scheme } from '../catalogue/scheme.ts'
import type { Day, Instant } from '../time/day.ts'
import type { AnswerStamp } from './answers.ts'
import type { AttachmentAnswer } from './matter-answers.ts'

/** One mark (评分) as the reviewers see it: whose word, when, why and with which 佐证. */
export interface MarkRow {
  readonly seq: number
  readonly unit: string
  /** Code of a leaf, of a bonus or negative entry, or `veto`. */
  readonly entry: string
  /** Leaf and bonus: points; negative: how many times; veto: 1. */
  readonly points: number
  readonly vetoKind: string | null
  readonly takenBack: boolean
  readonly reason: string
  readonly by: string
  readonly at: Instant
  readonly attachments: readonly AttachmentAnswer[]
}

/** Every mark of an assessment year as known, in order of recording, and the scheme they are given under. */
export interface MarksAnswer extends AnswerStamp {
  readonly year: number
  /** First and last day the year can be asked for. */
  readonly from: Day
  readonly to: Day
  /** Assessment years that have begun, oldest first. */
  readonly years: readonly number[]
  readonly scheme: Scheme
  readonly marks: readonly MarkRow[]
}
