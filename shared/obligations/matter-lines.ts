import type { RecordedFact, RequestedFact, RuledFact } from '../facts/fact.ts'
import type { EffectiveFact } from '../facts/effective-facts.ts'
import type { MatterLine } from './matter.ts'

/** A fact of a matter as a line of its exchange. */
export function lineOf({ seq, recordedAt, source, fact }: EffectiveFact | RecordedFact, withdrawn = false): MatterLine {
  const said: Partial<Omit<RuledFact, 'kind'> & Omit<RequestedFact, 'kind'>> = 'reason' in fact && fact.kind !== 'withdrawn' ? fact : {}
  return {
    seq, at: recordedAt, kind: fact.kind, feed: source.feed, key: fact.key, account: source.account ?? null, reason: said.reason ?? '', attachments: said.attachments ?? [],
    verdict: said.verdict ?? null, countsDay: said.countsDay ?? null, exemptKind: said.exemptKind ?? null, until: said.until ?? null, withdrawn,
  }
}

export function factName(feed: string, key: string): string {
  return `${feed}\u0000${key}`
}
