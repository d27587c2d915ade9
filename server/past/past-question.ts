import type { Entry } from '../../shared/facts/journal.ts'
import { editionAsks, type EditionQuestion } from '../assessment/edition-question.ts'
import { paperAsks, type PaperQuestion } from '../assessment/paper-question.ts'
import type { SamplingAsked } from '../assessment/sampling.ts'
import type { Question } from '../answers/question.ts'
import type { SchemeEffectAsked } from '../answers/scheme-effect.ts'
import type { AsKnown } from './as-known.ts'

/** What the worker of the past answers: whatever a board answers, and what needs more than one day. */
export type PastQuestion =
  | Question
  | EditionQuestion
  | PaperQuestion
  | { readonly ask: 'trendPoint' }
  /** A unit's point of its own trend. */
  | { readonly ask: 'unitPoint'; readonly unit: string }
  /** A unit as known then, to be compared with later. */
  | { readonly ask: 'unitThen'; readonly unit: string }
  /** Entries after a seq that could move a unit, the newest last, no more than so many; and how many there are. */
  | { readonly ask: 'entriesSince'; readonly unit: string; readonly seq: number; readonly limit: number }
  /** Corrections and rulings about a unit. */
  | { readonly ask: 'verdicts'; readonly unit: string }
  /** A sampling frame, or a draw from it: always reckoned anew, since it is asked to prove what was drawn. */
  | { readonly ask: 'sampling'; readonly asked: SamplingAsked }
  | { readonly ask: 'compare'; readonly from: AsKnown; readonly units?: readonly string[]; readonly knownThen: boolean }
  /** The journal with entries added that nobody recorded: what they would do to these units. */
  | { readonly ask: 'whatIf'; readonly units: readonly string[]; readonly entries: readonly Entry[] }
  /** Every unit's score under two schemes. */
  | { readonly ask: 'schemeEffect'; readonly asked: SchemeEffectAsked }

const passing: readonly PastQuestion['ask'][] = [...editionAsks.filter(ask => ask !== 'assessedUnit'), ...paperAsks, 'trendPoint', 'unitPoint', 'table', 'whatIf', 'sampling', 'schemeEffect']

/** Answers that are large or kept elsewhere would only push others out of memory. */
export function isWorthKeeping(question: PastQuestion): boolean {
  return !passing.includes(question.ask)
}
