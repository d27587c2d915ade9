import type { UnitDifference } from '../../shared/assessment/edition-differences.ts'
import type { DifferencesFound, LaterFact } from '../../shared/wire/edition-answers.ts'
import { itemNameOf } from '../answers/obligations.ts'
import type { View } from '../answers/view.ts'

/** Differences with the names of what moved, and who recorded the facts that moved it. */
export function toldDifferences(units: readonly UnitDifference[], view: View): DifferencesFound {
  const world = view.world()
  const seqs = new Set(units.flatMap(({ pieces }) => pieces.flatMap(({ facts }) => facts)))
  const titles = new Map([...view.parts().values()].flatMap(duties => duties.flatMap(({ obligations }) => obligations.map(({ id, title, period }) => [id, title ?? period] as const))))
  return {
    revision: view.revision,
    units: units.map(({ pieces, ...unit }) => ({
      ...unit, pieces: pieces.map(piece => ({ ...piece, itemName: itemNameOf(world, piece.item), title: titles.get(piece.id) ?? null })),
    })),
    facts: view.facts([...seqs]).map(({ seq, recordedAt, source, fact }): LaterFact =>
      ({ seq, kind: fact.kind, day: fact.day, at: recordedAt, by: source.account ?? source.feed })),
  }
}
