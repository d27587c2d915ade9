import type { Entry } from '../../shared/facts/journal.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'
import { itemNamesOf } from '../../shared/measures/item-names.ts'
import type { ScoreEvent } from '../../shared/measures/score-events.ts'
import type { World } from '../../shared/obligations/world.ts'
import { isKnown } from '../../shared/obligations/judge.ts'
import { dayOf, type Day, type Instant } from '../../shared/time/day.ts'

/** Corrections and rulings about a unit, as a past knew them, in order of recording. */
export function verdictsIn(entries: Iterable<Entry>, unit: string, at: { readonly day: Day; readonly knownAt?: Instant }): readonly RecordedFact[] {
  const found: RecordedFact[] = []
  for (const entry of entries) {
    if (!isFactEntry(entry) || entry.fact.unit !== unit) continue
    const { kind } = entry.fact
    if ((kind === 'corrected' || kind === 'ruled') && isKnown(entry, at) && dayOf(entry.recordedAt) <= at.day) found.push(entry)
  }
  return found
}

/** The same as events of the score, those of D's year; what each did to the score cannot be told without judging anew. */
export function verdictEvents(verdicts: readonly RecordedFact[], world: Pick<World, 'year' | 'items'>): readonly ScoreEvent[] {
  const names = itemNamesOf(world.items)
  return verdicts.flatMap(({ fact, recordedAt }): ScoreEvent[] => {
    const day = dayOf(recordedAt)
    if ((fact.kind !== 'corrected' && fact.kind !== 'ruled') || Number(day.slice(0, 4)) !== world.year) return []
    const about = fact.kind === 'ruled' ? fact.about : null
    return [{
      kind: fact.kind, day, obligation: about && 'obligation' in about ? about.obligation : null, item: fact.item,
      itemName: names[fact.item] ?? fact.item, title: fact.reason, period: about && 'period' in about ? about.period : null, workdays: null, points: null,
    }]
  })
}
