import { isFactEntry } from '../../../shared/facts/journal.ts'
import type { RecordedFact } from '../../../shared/facts/fact.ts'
import type { Matter } from '../../../shared/obligations/matter.ts'
import { matterBookOf, type MatterBook } from '../../matters/matter-book.ts'
import type { View } from '../../answers/view.ts'

const spoken: ReadonlySet<string> = new Set(['disputed', 'ruled', 'requested', 'extended', 'declined', 'corrected'])

/** 申诉 ruled on, as a view knows them, oldest first, about pieces of the view's year or raised in it. */
export function ruledAppeals(view: View): { readonly appeals: readonly Matter[]; readonly book: MatterBook } {
  const facts = view.everyFact().filter(isFactEntry)
  const byName = new Map(facts.map(each => [nameOf(each), each]))
  const book = matterBookOf({ live: view, journal: { findByKey: (feed, key) => byName.get(`${feed}\u0000${key}`) } }, facts.filter(({ fact }) => spoken.has(fact.kind)))
  const { year } = view.world()
  const appeals = book.matters.filter(each => each.kind === 'appeal' && each.outcome?.result === 'ruled' && (yearOf(each, book) ?? Number(each.day.slice(0, 4))) === year)
  return { appeals: appeals.toReversed(), book }
}

function nameOf({ source, fact }: RecordedFact): string {
  return `${source.feed}\u0000${fact.key}`
}

function yearOf({ obligation }: Matter, { obligations }: MatterBook): number | undefined {
  return obligation === null ? undefined : obligations.get(obligation)?.year
}
