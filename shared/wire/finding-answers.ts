import type { Finding, FindingStep } from '../obligations/finding.ts'
import type { Day } from '../time/day.ts'
import type { AnswerStamp, ObligationRow } from './answers.ts'
import type { AttachmentAnswer } from './matter-answers.ts'

/** A step with the names of its files. */
export type FindingStepRow = FindingStep extends infer S ? S extends FindingStep ? Omit<S, 'attachments'> & { readonly attachments: readonly AttachmentAnswer[] } : never : never

export interface FindingRow extends Omit<Finding, 'seq' | 'attachments' | 'steps'> {
  /** Sequence number of what recorded it. */
  readonly id: number
  readonly unitName: string
  readonly itemName: string
  /** What it is about, where that is one that is there; seen by its own unit and the office only. */
  readonly obligation: ObligationRow | null
  /** Working days left to set it right, 0 on the last one; below 0 once past. null while nothing is owed by the unit. */
  readonly workdaysLeft: number | null
  /** Owed, and past its limit: on the rest days after it with no working day to count yet. */
  readonly isOverdue: boolean
  /** The unit holds it wrong and nobody has answered that yet. */
  readonly isDisputed: boolean
  readonly attachments: readonly AttachmentAnswer[]
  readonly steps: readonly FindingStepRow[]
}

export interface FindingPage extends AnswerStamp {
  readonly rows: readonly FindingRow[]
  readonly total: number
  /** Under the same units and year, by what they wait for: the unit, the office; `late` of those the unit owes. */
  readonly waiting: { readonly todo: number; readonly answered: number; readonly late: number }
  /** Last day a finding recorded on that day is to be set right by, unless it says otherwise. */
  readonly newUntil: Day
}

export interface FindingAnswer extends AnswerStamp {
  readonly finding: FindingRow
  /** The earlier one it repeats. */
  readonly repeated: FindingRow | null
}
