import type { Day } from '../shared/time/day.ts'
import type { Entry } from '../shared/facts/journal.ts'
import type { Source } from '../shared/facts/fact.ts'
import type { Setting } from '../shared/facts/setting.ts'
import type { World } from '../shared/obligations/world.ts'
import type { Clock } from './clock.ts'
import { DryReader } from './intake/dry-reader.ts'
import { FactIntake } from './intake/fact-intake.ts'
import { FactJob } from './intake/fact-job.ts'
import { JournalWriter } from './intake/journal-writer.ts'
import type { Audited, Decided, DecidedBy, DryRead, FactSource, Intake, IntakeResult, JournalPort, LivePort, RequestOrigin } from './intake/ports.ts'
import type { AuditRow } from './store/audit.ts'

export interface IntakeOptions {
  readonly store: JournalPort
  readonly live: LivePort
  readonly clock: Clock
  readonly auditRow: (made: Audited) => AuditRow
  /** A listener failed after the entries were durable: it is told here, the request is not. */
  readonly report: (error: unknown) => void
}

/** Raw facts read in one turn before others get the thread. */
const TURN = 5000

type Job = FactJob | { readonly write: () => void }

/** Opens the door to the journal. From then on nothing else may append to the store. */
export function openIntake(options: IntakeOptions): Intake {
  return new Door(options)
}

/**
 * Group commit: what is asked in one turn of the event loop is read against the live board and written in one
 * transaction. Order is kept, so everything is read in the world that the entries before it made.
 */
class Door implements Intake {
  readonly #options: IntakeOptions
  readonly #writer: JournalWriter
  readonly #facts: FactIntake
  readonly #dry: DryReader
  readonly #listeners: ((entries: readonly Entry[]) => void)[] = []
  #queue: Job[] = []
  #isScheduled = false

  constructor(options: IntakeOptions) {
    this.#options = options
    const { store, live, clock, auditRow } = options
    this.#writer = new JournalWriter({ store, live, clock, announce: (entries) => this.#announce(entries) })
    this.#facts = new FactIntake({ store, live, writer: this.#writer, auditRow })
    this.#dry = new DryReader({ store, live, clock })
  }

  take(raws: readonly unknown[], origin: FactSource): Promise<IntakeResult> {
    return new Promise((resolve, reject) => this.#enqueue(new FactJob(raws, origin, { resolve, reject })))
  }

  /** In its turn, so that what was sent before is known. */
  read(raws: readonly unknown[], source: Omit<FactSource, 'request'>): Promise<DryRead> {
    return this.#ask(() => this.#dry.read(raws, source))
  }

  async settle(settings: readonly Setting[], source: Source, request?: RequestOrigin): Promise<{ revision: number }> {
    return this.decide(() => ({ settings, answer: undefined }), { source, ...(request && { request }) })
  }

  decide<T>(decision: (world: World) => Decided<T>, { source, request }: DecidedBy): Promise<{ revision: number; answer: T }> {
    return this.#ask(() => {
      this.#writer.begin()
      const { settings, answer, editions } = decision(this.#options.live.world())
      const entries = settings.map((setting) => this.#writer.nextSetting(source, setting))
      const [first] = entries
      if (first) {
        const made = request && { source, request, entries: entries.length, firstSeq: first.seq }
        this.#writer.write(entries, made ? [this.#options.auditRow(made)] : [], editions)
      }
      return { revision: this.#options.live.revision, answer }
    })
  }

  roll(day: Day): Promise<void> {
    return this.#ask(() => this.#writer.rollTo(day))
  }

  onAppended(listener: (entries: readonly Entry[]) => void): void {
    this.#listeners.push(listener)
  }

  #ask<T>(write: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => this.#enqueue({
      write: () => {
        try {
          resolve(write())
        } catch (error) {
          reject(error as Error)
        }
      },
    }))
  }

  #enqueue(job: Job): void {
    this.#queue.push(job)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.#turn()
      if (this.#queue.length > 0) this.#schedule()
    })
  }

  #turn(): void {
    const read = new Set<FactJob>()
    const commit = () => {
      const anew = this.#facts.commit()
      for (const job of anew) read.delete(job)
      this.#queue.unshift(...anew)
    }
    for (let left = TURN; left > 0;) {
      const job = this.#queue.shift()
      if (!job) break
      if (job instanceof FactJob) {
        left -= Math.max(1, job.raws.length)
        if (job.attempt > 0) commit()
        this.#facts.read(job)
        read.add(job)
        if (job.attempt > 0) commit()
      } else {
        commit()
        job.write()
      }
    }
    commit()
    for (const job of read) if (!job.failed) job.finish(this.#options.live.revision)
  }

  #announce(entries: readonly Entry[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(entries)
      } catch (error) {
        this.#options.report(error)
      }
    }
  }
}
