import type { LeafWorking } from '../../shared/measures/score-working.ts'
import type { MarkRow } from '../../shared/wire/assessment-answers.ts'
import { assessmentWords } from '../assessment-words.ts'
import { pointsText } from '../figure-text.ts'

/** Marks of one entry of one unit, the newest first. */
export function marksOf(marks: readonly MarkRow[], unit: string, entry: string): readonly MarkRow[] {
  return marks.filter((mark) => mark.unit === unit && mark.entry === entry).reverse()
}

/** Seq of the last mark of an entry; 0 where nobody has marked it: what `after` of the next mark says. */
export function lastSeq(marks: readonly MarkRow[], unit: string, entry: string): number {
  return marksOf(marks, unit, entry)[0]?.seq ?? 0
}

/** The marks of the second answer that the first did not have. */
export function newMarks(before: readonly MarkRow[], after: readonly MarkRow[]): readonly MarkRow[] {
  const known = new Set(before.map(({ seq }) => seq))
  return after.filter(({ seq }) => !known.has(seq))
}

/** "0.5分", "2次", "否决：伪造日期", "撤回". */
export function markText({ entry, points, takenBack, vetoKind }: Pick<MarkRow, 'entry' | 'points' | 'takenBack' | 'vetoKind'>, kind: 'points' | 'times' = 'points'): string {
  if (takenBack) return assessmentWords.mark.takenBack
  if (entry === 'veto') return assessmentWords.mark.vetoed(vetoKind ?? '')
  return kind === 'times' ? assessmentWords.mark.times(points) : assessmentWords.mark.points(pointsText(points))
}

export interface InputLine {
  readonly name: string
  readonly value: string
}

const shares: ReadonlySet<string> = new Set(['share'])

/** What went into a leaf's formula, in words; nothing for what was not there. */
export function inputLines({ inputs }: Pick<LeafWorking, 'inputs'>): InputLine[] {
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (value === null) return []
    const shown = assessmentWords.inputs[name]
    return shown === undefined ? [] : [{ name: shown, value: shares.has(name) ? `${pointsText(value * 100)}%` : pointsText(value) }]
  })
}
