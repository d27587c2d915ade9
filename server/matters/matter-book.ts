import { isFactEntry } from '../../shared/facts/journal.ts'
import type { About, RecordedFact } from '../../shared/facts/fact.ts'
import type { Matter } from '../../shared/obligations/matter.ts'
import { mattersOf } from '../../shared/obligations/matters.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { View } from '../answers/view.ts'
import type { JournalStore } from '../store/journal.ts'

export interface BookParts {
  readonly live: View
  readonly journal: Pick<JournalStore, 'matterFacts' | 'findByKey'>
}

export interface MatterBook {
  /** Newest first. */
  readonly matters: readonly Matter[]
  /** By id, or by a name it had as an unregistered page. */
  readonly obligations: ReadonlyMap<string, Obligation>
}

/** The matters of the journal, folded once for each revision; facts read before are not read again. */
export function openMatterBook({ live, journal }: BookParts): () => MatterBook {
  const entries: RecordedFact[] = []
  let read = 0
  let kept: { readonly revision: number; readonly book: MatterBook } | undefined

  return () => {
    const { revision } = live
    if (kept?.revision === revision) return kept.book
    for (const entry of journal.matterFacts(read + 1)) entries.push(entry)
    read = revision
    const book = matterBookOf({ live, journal }, entries)
    kept = { revision, book }
    return book
  }
}

/** Matters out of their facts, as a view sees them. */
export function matterBookOf({ live, journal }: { readonly live: View; readonly journal: Pick<JournalStore, 'findByKey'> }, entries: readonly RecordedFact[]): MatterBook {
  const find = (feed: string, key: string) => {
    const entry = journal.findByKey(feed, key)
    return entry && isFactEntry(entry) ? entry : undefined
  }
  const wanted = seqsWanted(entries, find)
  const obligations = new Map<string, Obligation>()
  const bearing = new Map<number, Obligation>()
  for (const parts of live.parts().values()) {
    for (const part of parts) {
      for (const each of part.obligations) {
        obligations.set(each.id, each)
        for (const alias of each.aliases) obligations.set(alias, each)
        for (const seq of each.facts) if (wanted.has(seq) && !bearing.has(seq)) bearing.set(seq, each)
      }
    }
  }
  const obligationOf = (seq: number, about: About | undefined) =>
    bearing.get(seq) ?? (about && 'obligation' in about ? obligations.get(about.obligation) : undefined)
  const pieces = new Map(live.board().units.map(({ id, tally }) => [id, Object.values(tally).reduce((sum, n) => sum + n, 0)]))
  return { matters: mattersOf({ entries, find, obligationOf, piecesOf: unit => pieces.get(unit) ?? 0, world: live.world() }), obligations }
}

/** Facts of matters, and facts corrected while they wait. */
function seqsWanted(entries: readonly RecordedFact[], find: (feed: string, key: string) => RecordedFact | undefined): ReadonlySet<number> {
  const wanted = new Set<number>()
  for (const { seq, fact } of entries) {
    if (fact.kind !== 'corrected') wanted.add(seq)
    else if (fact.waits) {
      let of = find(fact.of.feed, fact.of.key)
      for (let step = 0; of?.fact.kind === 'corrected' && step < 100; step += 1) of = find(of.fact.of.feed, of.fact.of.key)
      if (of) wanted.add(of.seq)
    }
  }
  return wanted
}
