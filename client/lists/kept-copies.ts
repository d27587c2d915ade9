import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { Instant } from '../../shared/time/day.ts'

/** One look at a page that was kept: when it was fetched and what its content's fingerprint was. */
export interface KeptCopy {
  readonly seq: number
  readonly url: string
  readonly fetchedAt: Instant
  readonly httpStatus: number
  readonly hash: string | null
}

/** 留存: looks of the watcher at the piece's pages, the newest first. */
export function keptCopies(facts: readonly RecordedFact[]): readonly KeptCopy[] {
  return facts.flatMap(({ seq, recordedAt, fact }) =>
    (fact.kind === 'observed' ? [{ seq, url: fact.url, fetchedAt: recordedAt, httpStatus: fact.httpStatus, hash: fact.hash ?? null }] : [])).reverse()
}
