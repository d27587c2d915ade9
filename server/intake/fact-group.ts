import { dutyKey } from '../../shared/obligations/duty.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Fact, RecordedFact } from '../../shared/facts/fact.ts'
import type { FactJob } from './fact-job.ts'

/** Facts read but not yet durable: one transaction, of one or several requests. */
export class FactGroup {
  readonly entries: Entry[] = []
  /** Requests whose answer hangs on the group, and how many of its entries are theirs. */
  readonly jobs = new Map<FactJob, { count: number; readonly firstSeq: number }>()
  readonly #byKey = new Map<string, RecordedFact>()
  readonly #duties = new Set<string>()

  add(entry: RecordedFact, job: FactJob): void {
    this.entries.push(entry)
    this.#byKey.set(nameOf(entry.source.feed, entry.fact.key), entry)
    this.#duties.add(dutyKey(entry.fact.unit, entry.fact.item))
    const part = this.jobs.get(job)
    if (part?.count) part.count++
    else this.jobs.set(job, { count: 1, firstSeq: entry.seq })
  }

  /** The request was answered by something of the group: a retry is no duplicate unless the first one becomes durable. */
  join(job: FactJob): void {
    if (!this.jobs.has(job)) this.jobs.set(job, { count: 0, firstSeq: 0 })
  }

  findByKey(feed: string, key: string): RecordedFact | undefined {
    return this.#byKey.size === 0 ? undefined : this.#byKey.get(nameOf(feed, key))
  }

  /** Something of the fact's duty waits here, so the live board does not know all that was said before it. */
  touches(fact: Pick<Fact, 'unit' | 'item'>): boolean {
    return this.#duties.has(dutyKey(fact.unit, fact.item))
  }
}

function nameOf(feed: string, key: string): string {
  return `${feed}\u0000${key}`
}
