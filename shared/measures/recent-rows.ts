import type { Unit } from '../catalogue/item.ts'
import type { RecordedFact } from '../facts/fact.ts'
import type { RecentRow } from './board-rows.ts'
import type { DutyPart } from './figures.ts'
import { shortList } from './unit-account.ts'

interface Judged {
  readonly parts: ReadonlyMap<string, readonly DutyPart[]>
  readonly units: ReadonlyMap<string, Unit>
}

/**
 * What just happened, newest first, as many as a short list holds. Only a publication shows its title, and not where the
 * paper is withheld (不予公开).
 */
export function recentRowsOf(recent: readonly RecordedFact[], judged: Judged): readonly RecentRow[] {
  return recent.slice(0, shortList).map((recorded) => {
    const { fact, seq, recordedAt } = recorded
    const title = fact.kind === 'published' && !isWithheld(recorded, judged) ? fact.title : null
    return { seq, at: recordedAt, unit: fact.unit, item: fact.item, kind: fact.kind, title, day: fact.day }
  })
}

function isWithheld(recorded: RecordedFact, judged: Judged): boolean {
  return holdersOf(recorded, judged.units).some((unit) => (judged.parts.get(unit) ?? []).some((part) =>
    part.obligations.some((o) => o.exemptKind === 'withheld' && o.facts.includes(recorded.seq))))
}

/** What was open when a unit merged is judged under its successor. */
function holdersOf({ fact }: RecordedFact, units: ReadonlyMap<string, Unit>): readonly string[] {
  const successor = units.get(fact.unit)?.successorByItem?.[fact.item] ?? units.get(fact.unit)?.successor
  return successor === undefined ? [fact.unit] : [fact.unit, successor]
}
