import type { PackRecords } from './pack/pack-records.ts'
import type { MadeBy, PaperAsked } from './papers/paper-asked.ts'

/** What is asked of the past to put papers together. */
export type PaperQuestion =
  | { readonly ask: 'paper'; readonly asked: PaperAsked }
  | { readonly ask: 'restatement'; readonly period: string; readonly edition: number; readonly made: MadeBy }
  | { readonly ask: 'packRecords'; readonly unit: string; readonly of: PackRecords; readonly forUnit: boolean; readonly made: MadeBy }
  | { readonly ask: 'packNeeds'; readonly unit: string }
  /** Ruled appeals of the year, of these units or of all. */
  | { readonly ask: 'ruledAppeals'; readonly units: readonly string[] | null }

export const paperAsks = ['paper', 'restatement', 'packRecords', 'packNeeds', 'ruledAppeals'] as const satisfies readonly PaperQuestion['ask'][]

export function isPaperQuestion(question: { readonly ask: string }): question is PaperQuestion {
  return paperAsks.some(each => each === question.ask)
}

/** An appeal a paper can be made of. */
export interface RuledAppeal {
  readonly id: number
  readonly unit: string
  readonly unitName: string
  readonly itemName: string
  readonly day: string
}
