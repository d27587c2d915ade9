import type { Checklist } from '../assessment/checklist.ts'
import type { PieceState } from '../assessment/piece-state.ts'
import type { Redraw } from '../assessment/redraw.ts'
import type { SampleRules } from '../assessment/sample-draw.ts'
import type { DrawnBecause, DrawnSample } from '../facts/assessment-settings.ts'
import type { Finding } from '../obligations/finding.ts'
import type { Day, Instant } from '../time/day.ts'
import type { AnswerStamp, ObligationRow } from './answers.ts'
import type { AttachmentAnswer } from './matter-answers.ts'

/** 总体 as frozen by a day and an instant: it never changes, and its fingerprint says so. */
export interface FrozenFrame {
  readonly day: Day
  readonly knownAt: Instant
  readonly frame: DrawnSample['frame']
  /** In the order of the frame; `sample`: pieces the unit gives at least. */
  readonly units: readonly { readonly unit: string; readonly unitName: string; readonly pieces: number; readonly sample: number }[]
}

export interface UnitProgress {
  readonly unit: string
  readonly unitName: string
  readonly drawn: number
  /** Looked over: elements ticked, or found wrong. */
  readonly inspected: number
  readonly blind: number
  /** Found in this sample and not revoked. */
  readonly findings: number
  /** F1 要素齐全 as it stands now; null while nothing of the unit was inspected. */
  readonly elements: ElementsLeaf | null
}

export interface ElementsLeaf {
  readonly code: string
  readonly name: string
  /** 0 to 1: mean over the pieces inspected. */
  readonly share: number
  readonly pieces: number
  readonly got: number
  readonly possible: number
}

export type SampleHead = Omit<DrawnSample, 'pieces'> & { readonly pieces: number; readonly seq: number; readonly by: string; readonly at: Instant }

export interface SampleSummary extends SampleHead {
  readonly progress: readonly UnitProgress[]
}

export interface SamplesAnswer extends AnswerStamp {
  readonly year: number
  readonly samples: readonly SampleSummary[]
  /** What a new sample would be drawn by. */
  readonly offer: { readonly first: Day; readonly last: Day; readonly rules: SampleRules; readonly units: readonly { readonly id: string; readonly name: string }[] }
  readonly blindPerUnit: number
}

/** What is on record of a piece's inspection. */
export interface InspectionNote {
  readonly seq: number
  readonly by: string
  readonly at: Instant
  readonly sample: string
  readonly present: readonly string[]
  readonly missing: readonly string[]
  readonly material: readonly string[]
  readonly reason: string | null
}

export interface SamplePieceRow {
  /** Its number on the printed list, from 1. */
  readonly n: number
  readonly unit: string
  readonly unitName: string
  readonly obligation: string
  readonly stratum: string
  readonly because: DrawnBecause
  /** As it stands now; null where a later correction took it away. */
  readonly row: ObligationRow | null
  /** The opinion that holds. */
  readonly inspection: InspectionNote | null
  /** Found on it in this sample and not revoked. */
  readonly findings: number
}

/** 盲抽. */
export interface SpottedRow {
  readonly seq: number
  readonly by: string
  readonly at: Instant
  readonly unit: string
  readonly from: 'site' | 'register'
  readonly title: string
  readonly url: string | null
  readonly docNumber: string | null
  readonly reason: string | null
  /** The piece it was matched with when it was entered; null = our store knew nothing of it. */
  readonly matched: ObligationRow | null
  /** A finding names its page or paper. */
  readonly isFound: boolean
}

export interface SampleAnswer extends AnswerStamp {
  readonly year: number
  readonly drawn: SampleSummary
  readonly pieces: readonly SamplePieceRow[]
  readonly spotted: readonly SpottedRow[]
  readonly blindPerUnit: number
}

export type FindingRow = Omit<Finding, 'attachments' | 'steps'> & {
  readonly itemName: string
  readonly attachments: readonly AttachmentAnswer[]
}

export interface SamplePieceAnswer extends AnswerStamp {
  readonly year: number
  readonly drawn: SampleHead
  readonly piece: SamplePieceRow
  /** The unit's pieces of this sample, in the order of the list. */
  readonly beside: readonly { readonly n: number; readonly name: string; readonly state: PieceState }[]
  readonly checklist: Checklist
  /** Every opinion on record, the newest first; the first holds. */
  readonly opinions: readonly InspectionNote[]
  /** Of the unit and year: of this piece, of its row, then the others. */
  readonly findings: readonly FindingRow[]
  readonly progress: UnitProgress
  readonly rectify: { readonly until: Day; readonly workdays: number }
}

/** Where a blind piece is found in our store. */
export interface SpottedMatches extends AnswerStamp {
  readonly matches: readonly { readonly by: 'url' | 'docNumber'; readonly row: ObligationRow }[]
}

export interface RedrawAnswer extends Redraw {
  readonly sample: string
}

export interface SampleDrawn {
  readonly id: string
  readonly revision: number
}
