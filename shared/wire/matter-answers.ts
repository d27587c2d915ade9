import type { Matter, MatterKind, MatterLine } from '../obligations/matter.ts'
import type { MovedFigures, ObligationMove } from '../measures/changes.ts'
import type { Status } from '../obligations/obligation.ts'
import type { Refusal } from '../refusal.ts'
import type { AnswerStamp, ObligationRow } from './answers.ts'
import type { WhatIfAnswer } from './what-if-answer.ts'

/** A file just handed in; `id` is what a fact names it by. */
export interface AttachmentAnswer {
  readonly id: string
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
}

/** A line with the names of its files; a file that is not there any more has none. */
export interface MatterLineRow extends Omit<MatterLine, 'attachments'> {
  readonly attachments: readonly AttachmentAnswer[]
}

export interface MatterRow extends Omit<Matter, 'obligation' | 'opened' | 'outcome' | 'exchange'> {
  readonly unitName: string
  readonly itemName: string
  readonly obligation: ObligationRow | null
  readonly opened: MatterLineRow
  readonly outcome: { readonly result: NonNullable<Matter['outcome']>['result']; readonly line: MatterLineRow } | null
  readonly exchange: readonly MatterLineRow[]
}

export interface MatterPage extends AnswerStamp {
  readonly rows: readonly MatterRow[]
  readonly total: number
  /** Open ones under the same units, by kind: what waits for an answer. */
  readonly waiting: Readonly<Record<MatterKind, number>>
}

/** What an answer did: the unit and the obligation as known just before it and just after it, as of the day it came. */
export interface MatterEffect {
  readonly before: MovedFigures | null
  readonly after: MovedFigures | null
  readonly from: Status | null
  readonly to: Status | null
}

export interface MatterAnswer extends AnswerStamp {
  readonly matter: MatterRow
  readonly effect: MatterEffect | null
}

/** What raw facts would do if they were recorded now, or why they would not be taken. Nothing is written. */
export interface WhatIfFactsAnswer {
  readonly refusals: readonly Refusal[]
  /** null where a fact would not be taken. */
  readonly effect: WhatIfAnswer | null
}

export type { ObligationMove }
