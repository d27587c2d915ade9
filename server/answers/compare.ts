import { changesOf, type ComparedDay } from '../../shared/measures/changes.ts'
import type { CompareAnswer } from '../../shared/wire/compare-answer.ts'
import type { View } from './view.ts'

const LISTED = 200

export interface Compared {
  readonly before: View
  readonly after: View
  readonly units?: readonly string[] | undefined
  readonly knownThen: boolean
}

/** Two judged days side by side. */
export function compareAnswer({ before, after, units, knownThen }: Compared): CompareAnswer {
  const { day, sample, knownAt } = after.world()
  return {
    revision: after.revision, sample, from: before.world().day, to: day, knownAt: knownThen ? null : knownAt, knownThen,
    ...changesOf(comparedDay(before), comparedDay(after), { limit: LISTED, ...(units && { units }) }),
  }
}

export function comparedDay(view: View): ComparedDay {
  return { board: view.board(), parts: view.parts(), world: view.world() }
}
