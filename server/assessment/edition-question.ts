import type { SettledScore } from '../../shared/facts/assessment-settings.ts'
import type { EditionBody } from '../../shared/assessment/edition.ts'

/** What the worker of the past does for a freeze, a step at a time so that other questions come in between. */
export type EditionQuestion =
  /** Judges the day, so that the next steps find it judged. */
  | { readonly ask: 'editionJudged' }
  | { readonly ask: 'journalPrint' }
  | { readonly ask: 'edition'; readonly made: Pick<EditionBody, 'period' | 'edition' | 'reason' | 'software'> }
  /** How an edition differs from another, or (null) from what would be settled now of the same day. */
  | { readonly ask: 'editionDifferences'; readonly of: EditionName; readonly with: EditionName | null }
  /** One unit's line of the assessment. */
  | { readonly ask: 'assessedUnit'; readonly unit: string }

export interface EditionName {
  readonly period: string
  readonly edition: number
}

/** An edition ready to be written. */
export interface MadeEdition {
  readonly sha256: string
  /** Canonical JSON of the body. */
  readonly body: string
  readonly scores: readonly SettledScore[]
}

export const editionAsks: readonly EditionQuestion['ask'][] = ['editionJudged', 'journalPrint', 'edition', 'editionDifferences', 'assessedUnit']

export function isEditionQuestion(question: { readonly ask: string }): question is EditionQuestion {
  return editionAsks.some(each => each === question.ask)
}
