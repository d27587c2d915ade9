import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { DutyPart } from '../../shared/measures/figures.ts'
import type { AnswerStamp } from '../../shared/wire/answers.ts'
import type { World } from '../../shared/obligations/world.ts'

/** What answers are made from: the live board, or the past judged anew. Both look the same from here. */
export interface View {
  readonly revision: number
  world(): World
  parts(): ReadonlyMap<string, readonly DutyPart[]>
  board(): Board
  /** Facts of the journal by seq, in the order asked for. */
  facts(seqs: readonly number[]): readonly RecordedFact[]
  /** Every fact known, in order of recording. */
  everyFact(): readonly RecordedFact[]
  /** Every correction (更正) known, in order of recording. */
  corrections(): readonly RecordedFact[]
}

export function stampOf(view: View): AnswerStamp {
  const { day, knownAt, sample } = view.world()
  return { revision: view.revision, asOf: day, knownAt, sample }
}
