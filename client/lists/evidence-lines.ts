import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { Day } from '../../shared/time/day.ts'

/** The four dates of one record that bears on when something was made and when it became public. */
export interface EvidenceLine {
  readonly seq: number
  readonly kind: 'formed' | 'published' | 'observed'
  readonly feed: string
  readonly url: string | null
  readonly formed: Day | null
  readonly page: Day | null
  readonly address: Day | null
  readonly seen: Day | null
}

/** 佐证材料: what was registered, what the pages say of themselves, and when somebody first saw them. */
export function evidenceLines(facts: readonly RecordedFact[]): EvidenceLine[] {
  return facts.flatMap(({ seq, source, fact }): EvidenceLine[] => {
    switch (fact.kind) {
      case 'formed': return [{ seq, kind: 'formed', feed: source.feed, url: fact.url ?? null, formed: fact.day, page: null, address: null, seen: null }]
      case 'published': return [{
        seq, kind: 'published', feed: source.feed, url: fact.url, formed: fact.formedDay ?? null, page: fact.day, address: fact.urlDay ?? null, seen: fact.firstSeenDay ?? null,
      }]
      case 'observed': return [{ seq, kind: 'observed', feed: source.feed, url: fact.url, formed: null, page: fact.pageDay ?? null, address: fact.urlDay ?? null, seen: fact.day }]
      default: return []
    }
  })
}
