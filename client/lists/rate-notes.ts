import type { DistrictRow } from '../../shared/measures/board-rows.ts'
import type { Ratio } from '../../shared/measures/ratio.ts'
import { words } from '../words.ts'

/** The counts under the district's three rates: what each is made of, and what it leaves out. */
export function rateNotes({ onTime, eventual, coverage, tally, carriedOver }: DistrictRow) {
  const counted = (ratio: Ratio, text: (part: number, whole: number) => string, none: string) =>
    ratio.whole === 0 ? none : text(ratio.part, ratio.whole)
  return {
    onTime: [
      counted(onTime, words.wall.onTimeCount, words.wall.nothingJudged),
      ...(carriedOver > 0 ? [words.wall.carriedOver(carriedOver)] : []),
    ],
    eventual: [
      counted(eventual, words.wall.eventualCount, words.wall.nothingJudged),
      words.wall.unverified(tally.unverified),
    ],
    coverage: [counted(coverage, words.wall.coverageCount, words.wall.nothingApplicable)],
  }
}
