import { readFact } from '../../shared/facts/read-fact.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Fact } from '../../shared/facts/fact.ts'
import type { Day } from '../../shared/time/day.ts'
import type { AuditRow } from '../store/audit.ts'
import { StoreFull } from '../store/store-full.ts'
import { FactGroup } from './fact-group.ts'
import type { FactJob } from './fact-job.ts'
import type { JournalWriter } from './journal-writer.ts'
import { keyReuse } from './key-reuse.ts'
import { KnownWorld } from './known-world.ts'
import type { Audited, JournalPort, LivePort, RequestOrigin } from './ports.ts'
import { contextFor, findRecorded, type SourceContext } from './source-context.ts'
import { Unreadable } from './unreadable.ts'

export interface FactIntakeOptions {
  readonly store: JournalPort
  readonly live: LivePort
  readonly writer: JournalWriter
  readonly auditRow: (made: Audited) => AuditRow
}

/** From this many facts on a request is bulk: its keys are looked up only after the store has met one a second time. */
const BULK = 100

/** The transaction being put together. */
interface Piece {
  readonly today: Day
  readonly known: KnownWorld
  readonly group: FactGroup
}

/** Where in a request we are. */
interface Place {
  readonly job: FactJob
  readonly piece: Piece
  readonly context: SourceContext
}

/** Reads the facts of requests into one transaction, and writes it. */
export class FactIntake {
  readonly #options: FactIntakeOptions
  /** Requests whose audit row is written: a body that comes in parts is one request. */
  readonly #audited = new WeakSet<RequestOrigin>()
  /** Bulk requests that send again what is known already. */
  readonly #repeating = new WeakSet<RequestOrigin>()
  #known: KnownWorld | undefined
  #piece: Piece | undefined
  #anew: FactJob[] = []

  constructor(options: FactIntakeOptions) {
    this.#options = options
  }

  /** Reads every fact of a request; stops where the request has failed meanwhile. */
  read(job: FactJob): void {
    const { attempt } = job
    let place: Place | undefined
    try {
      while (job.next < job.raws.length) {
        if (place === undefined || place.piece !== this.#piece) place = this.#placeIn(job)
        const isTaken = this.#take(job.raws[job.next], place)
        if (job.failed || job.attempt !== attempt) return
        if (isTaken) job.next++
      }
    } catch (error) {
      // A fault of our own while reading: what this request put into the group goes, its neighbours are read again.
      const group = this.#piece?.group
      this.#piece = undefined
      job.fail(error)
      group?.jobs.delete(job)
      if (group) this.#beginAnew(group)
    }
  }

  /** Makes what was read durable and live. Answers the requests to be read again, alone: they failed only for their company. */
  commit(): FactJob[] {
    this.#write()
    return this.#anew.splice(0)
  }

  #placeIn(job: FactJob): Place {
    const piece = this.#piece ?? this.#open()
    const { store, live } = this.#options
    return { job, piece, context: contextFor(job.origin, { ...piece, store, live }) }
  }

  #open(): Piece {
    const today = this.#options.writer.begin()
    const world = this.#options.live.world()
    if (this.#known?.world !== world) this.#known = new KnownWorld(world)
    this.#piece = { today, known: this.#known, group: new FactGroup() }
    return this.#piece
  }

  /** False when the fact must be read again, after the group it depends on has been written. */
  #take(raw: unknown, { job, piece, context }: Place): boolean {
    if (raw instanceof Unreadable) {
      job.refuse([raw.refusal])
      return true
    }
    const read = readFact(raw, context)
    if (context.isBehind()) {
      this.#write()
      return false
    }
    const refused = Array.isArray(read) ? read : this.#compareKey(read, { job, piece })
    if (refused === 'duplicate') job.duplicates++
    else if (refused) job.refuse(refused)
    else if (!Array.isArray(read)) return this.#add(read, { job, piece })
    return true
  }

  /** A key is unique within its feed: the same content again is a retry, other content is refused. */
  #compareKey(fact: Fact, { job, piece }: Pick<Place, 'job' | 'piece'>): 'duplicate' | Refusal[] | undefined {
    const { group } = piece
    const waiting = group.findByKey(job.source.feed, fact.key)
    if (waiting) group.join(job)
    const earlier = waiting ?? (this.#isTrusting(job) ? undefined : findRecorded({ group, store: this.#options.store }, job.source.feed, fact.key))
    if (!earlier) return undefined
    return keyReuse(earlier.fact, fact)
  }

  /** The store refuses a key it has, so bulk that is new needs no look at each; what it refuses is read again with care. */
  #isTrusting(job: FactJob): boolean {
    return job.attempt === 0 && job.raws.length >= BULK && !this.#repeating.has(job.origin.request)
  }

  #add(fact: Fact, { job, piece }: Pick<Place, 'job' | 'piece'>): boolean {
    const { live, writer } = this.#options
    let judged = fact
    if (fact.kind === 'corrected' && isUnits(job)) {
      // Whether a correction improves a status is judged on everything said before it, this transaction included.
      if (piece.group.touches(fact)) {
        this.#write()
        return false
      }
      if (live.wouldImprove(fact, job.source)) judged = { ...fact, waits: true }
    }
    piece.group.add(writer.nextFact(job.source, judged), job)
    job.accepted++
    return true
  }

  #write(): void {
    const group = this.#piece?.group
    this.#piece = undefined
    if (!group || group.entries.length === 0) return
    const unaudited = [...group.jobs].filter(([job, part]) => part.count > 0 && !this.#audited.has(job.origin.request))
    try {
      this.#options.writer.write(group.entries, unaudited.map(([job, { count, firstSeq }]) =>
        this.#options.auditRow({ source: job.source, request: job.origin.request, entries: count, firstSeq })))
    } catch (error) {
      this.#abandon(error, group)
      return
    }
    for (const job of group.jobs.keys()) job.keep()
    for (const [job] of unaudited) this.#audited.add(job.origin.request)
  }

  /**
   * Nothing of the group was kept. Each request is read again alone and with care, so that one bad request does not fail
   * its neighbours; one that was alone with all care fails. On a full disk all would only fail again, one by one.
   */
  #abandon(error: unknown, group: FactGroup): void {
    const jobs = [...group.jobs.keys()]
    const isHopeless = error instanceof StoreFull || this.#options.writer.isBroken
    if (isHopeless || (jobs.length === 1 && jobs.every((job) => !this.#isTrusting(job)))) {
      for (const job of jobs) job.fail(error)
      return
    }
    for (const job of jobs) if (this.#isTrusting(job)) this.#repeating.add(job.origin.request)
    this.#beginAnew(group)
  }

  #beginAnew(group: FactGroup): void {
    for (const job of group.jobs.keys()) {
      job.beginAnew()
      this.#anew.push(job)
    }
  }
}

/** The unit speaks through its clerk and through its feeds; a supervisor, reviewer or watcher speaks for itself. */
export function isUnits(job: FactJob): boolean {
  const { role } = job.origin.scope
  return role === 'feed' || role === 'clerk'
}
