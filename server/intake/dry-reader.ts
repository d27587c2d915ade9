import { readFact } from '../../shared/facts/read-fact.ts'
import { must } from '../../shared/must.ts'
import { dayOf } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { FactGroup } from './fact-group.ts'
import { FactJob } from './fact-job.ts'
import { isUnits } from './fact-intake.ts'
import { keyReuse } from './key-reuse.ts'
import { KnownWorld } from './known-world.ts'
import type { DryRead, FactSource, JournalPort, LivePort } from './ports.ts'
import { contextFor, findRecorded } from './source-context.ts'
import { Unreadable } from './unreadable.ts'

interface DryReaderOptions {
  readonly store: Pick<JournalPort, 'findByKey' | 'findAttachment' | 'lastSeq'>
  readonly live: LivePort
  readonly clock: Clock
}

/**
 * Reads facts as intake would and writes nothing: the same refusals, duplicates told, a correction that would wait marked.
 * It reads them against what is recorded now, so an obligation that only an earlier fact of the same request would open
 * is not there yet.
 */
export class DryReader {
  readonly #options: DryReaderOptions
  #known: KnownWorld | undefined

  constructor(options: DryReaderOptions) {
    this.#options = options
  }

  read(raws: readonly unknown[], origin: Omit<FactSource, 'request'>): DryRead {
    const { store, live, clock } = this.#options
    const recordedAt = clock.now()
    const today = dayOf(recordedAt) > live.day ? dayOf(recordedAt) : live.day
    if (this.#known?.world !== live.world()) this.#known = new KnownWorld(live.world())
    const group = new FactGroup()
    const source: FactSource = { ...origin, request: { who: '', from: '' } }
    const context = contextFor(source, { today, known: this.#known, group, store, live })
    let result: DryRead | undefined
    const job = new FactJob(raws, source, { resolve: (read) => { result = { ...read, facts } }, reject: () => undefined })
    const facts: DryRead['facts'][number][] = []
    for (; job.next < raws.length; job.next++) {
      const raw = raws[job.next]
      const read = raw instanceof Unreadable ? [raw.refusal] : readFact(raw, context)
      if (Array.isArray(read)) {
        job.refuse(read)
        continue
      }
      const earlier = findRecorded({ group, store }, job.source.feed, read.key)
      const reuse = earlier && keyReuse(earlier.fact, read)
      if (reuse === 'duplicate') job.duplicates++
      else if (reuse) job.refuse(reuse)
      else {
        const waits = read.kind === 'corrected' && isUnits(job) && live.wouldImprove(read, job.source)
        const fact = waits ? { ...read, waits: true as const } : read
        group.add({ seq: store.lastSeq() + 1 + facts.length, recordedAt, source: job.source, fact }, job)
        facts.push(fact)
        job.accepted++
      }
    }
    job.finish(live.revision)
    return must(result, 'a finished job has answered')
  }
}
