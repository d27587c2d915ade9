import { unitActs } from '../../shared/obligations/assessment-acts.ts'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import type { MarkRow } from '../../shared/wire/assessment-answers.ts'
import type { AnswerStamp } from '../../shared/wire/answers.ts'
import { stampOf, type View } from './view.ts'

/** A mark with its files still named by their content. */
export type BareMark = Omit<MarkRow, 'attachments'> & { readonly attachments: readonly string[] }

export interface MarksFound extends AnswerStamp {
  readonly scheme: Scheme
  readonly marks: readonly BareMark[]
}

/** Every mark (评分) of an assessment year, of one unit or of all, in order of recording; the last of an entry holds. */
export function marksAnswer(view: View, { year, unit }: { readonly year: number; readonly unit: string | null }): MarksFound {
  const world = view.world()
  const marks: BareMark[] = []
  for (const id of unit === null ? world.units.keys() : [unit]) {
    for (const { seq, by, at, fact } of unitActs(world.acts, id, year).marks) {
      marks.push({
        seq, unit: id, entry: fact.entry, points: fact.points, vetoKind: fact.vetoKind ?? null, takenBack: fact.takeBack === true,
        reason: fact.reason, by, at, attachments: fact.attachments ?? [],
      })
    }
  }
  return { ...stampOf(view), scheme: world.scheme, marks: marks.sort((a, b) => a.seq - b.seq) }
}
