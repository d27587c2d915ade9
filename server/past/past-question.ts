import type { Entry } from '../../shared/facts/journal.ts'
import type { Question } from '../answers/question.ts'
import type { AsKnown } from './as-known.ts'

/** What the worker of the past answers: whatever a board answers, and what needs more than one day. */
export type PastQuestion =
  | Question
  | { readonly ask: 'trendPoint' }
  | { readonly ask: 'compare'; readonly from: AsKnown; readonly units?: readonly string[]; readonly knownThen: boolean }
  /** The journal with entries added that nobody recorded: what they would do to these units. */
  | { readonly ask: 'whatIf'; readonly units: readonly string[]; readonly entries: readonly Entry[] }

/** Answers that are large or kept elsewhere would only push others out of memory. */
export function isWorthKeeping(question: PastQuestion): boolean {
  return question.ask !== 'trendPoint' && question.ask !== 'table' && question.ask !== 'whatIf'
}
