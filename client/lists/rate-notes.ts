import type { DistrictRow } from '../../shared/measures/board-rows.ts'
import type { Ratio } from '../../shared/measures/ratio.ts'
import { wallWords } from '../wall-words.ts'
import { words } from '../words.ts'

/** What is known to be uncertain about the rates, beside the counts. */
export interface Uncertain {
  readonly suspect: number
  readonly unheardUnits: number
}

/** The counts under the district's three rates: what each is made of, what it leaves out, and what is uncertain. */
export function rateNotes({ onTime, eventual, coverage, tally, carriedOver }: DistrictRow, { suspect, unheardUnits }: Uncertain = { suspect: 0, unheardUnits: 0 }) {
  const counted = (ratio: Ratio, text: (part: number, whole: number) => string, none: string) =>
    ratio.whole === 0 ? none : text(ratio.part, ratio.whole)
  return {
    onTime: [
      counted(onTime, words.wall.onTimeCount, words.wall.nothingJudged),
      ...(carriedOver > 0 ? [words.wall.carriedOver(carriedOver)] : []),
      ...(suspect > 0 ? [wallWords.unheard.suspect(suspect)] : []),
    ],
    eventual: [
      counted(eventual, words.wall.eventualCount, words.wall.nothingJudged),
      words.wall.unverified(tally.unverified),
      ...(tally.unknown > 0 ? [wallWords.unheard.pieces(tally.unknown)] : []),
    ],
    coverage: [counted(coverage, words.wall.coverageCount, words.wall.nothingApplicable), ...(unheardUnits > 0 ? [wallWords.unheard.units(unheardUnits)] : [])],
  }
}
