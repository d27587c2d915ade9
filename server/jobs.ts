import { randomUUID } from 'node:crypto'
import type { Instant } from '../shared/time/day.ts'
import type { JobAnswer, JobState } from '../shared/wire/paper-answers.ts'
import type { Clock } from './clock.ts'

/** What long work ends with. */
export interface JobFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly sha256: string
}

/** Told by the work as it goes on; throws once the job was cancelled. */
export type Report = (progress: { readonly done: number; readonly total: number; readonly step: string }) => void

export interface JobOrder {
  /** Account id of who asked: nobody else sees the job. */
  readonly owner: string
  readonly title: string
  readonly work: (report: Report) => Promise<JobFile>
}

export interface JobLimits {
  /** Worked on at the same time. */
  readonly atOnce: number
  /** Unfinished ones of one person. */
  readonly perOwner: number
  /** Bytes of files kept in memory; the oldest go first. */
  readonly keptBytes: number
  /** Milliseconds a finished job is kept. */
  readonly keptFor: number
}

const usual: JobLimits = { atOnce: 2, perOwner: 60, keptBytes: 256 * 1024 * 1024, keptFor: 60 * 60_000 }

interface Job {
  readonly id: string
  readonly order: JobOrder
  readonly at: Instant
  state: JobState
  done: number
  total: number
  step: string
  file: JobFile | null
  problem: string | null
}

class Cancelled extends Error {}

/** Long work with progress, one after the other in the order asked: kept in memory only, and only for who asked. */
export class Jobs {
  readonly #clock: Clock
  readonly #limits: JobLimits
  readonly #report: (error: unknown) => void
  readonly #jobs = new Map<string, Job>()
  #working = 0

  constructor({ clock, report, limits = usual }: { readonly clock: Clock; readonly report: (error: unknown) => void; readonly limits?: JobLimits }) {
    this.#clock = clock
    this.#report = report
    this.#limits = limits
  }

  /** Undefined when the owner has too many unfinished ones already. */
  start(order: JobOrder): JobAnswer | undefined {
    this.#forgetOld()
    const open = [...this.#jobs.values()].filter(each => each.order.owner === order.owner && isOpen(each))
    if (open.length >= this.#limits.perOwner) return undefined
    const job: Job = { id: randomUUID(), order, at: this.#clock.now(), state: 'waiting', done: 0, total: 1, step: '', file: null, problem: null }
    this.#jobs.set(job.id, job)
    this.#next()
    return answerOf(job)
  }

  /** The owner's, newest first. */
  list(owner: string): readonly JobAnswer[] {
    this.#forgetOld()
    return [...this.#jobs.values()].filter(each => each.order.owner === owner).map(answerOf).reverse()
  }

  find(id: string, owner: string): JobAnswer | undefined {
    const job = this.#of(id, owner)
    return job && answerOf(job)
  }

  /** The file of a finished job. */
  file(id: string, owner: string): JobFile | undefined {
    return this.#of(id, owner)?.file ?? undefined
  }

  /** Stops an unfinished job and forgets a finished one; undefined when there is none of the owner's. */
  cancel(id: string, owner: string): JobAnswer | undefined {
    const job = this.#of(id, owner)
    if (job === undefined) return undefined
    if (isOpen(job)) job.state = 'cancelled'
    else this.#jobs.delete(id)
    return answerOf(job)
  }

  #of(id: string, owner: string): Job | undefined {
    const job = this.#jobs.get(id)
    return job?.order.owner === owner ? job : undefined
  }

  #next(): void {
    if (this.#working >= this.#limits.atOnce) return
    const job = [...this.#jobs.values()].find(each => each.state === 'waiting')
    if (job === undefined) return
    this.#working += 1
    job.state = 'working'
    void this.#run(job)
  }

  async #run(job: Job): Promise<void> {
    try {
      const file = await job.order.work(progress => {
        if (job.state === 'cancelled') throw new Cancelled()
        Object.assign(job, progress)
      })
      if (job.state === 'working') Object.assign(job, { state: 'done', file, done: job.total, step: '' })
    } catch (error) {
      if (!(error instanceof Cancelled) && job.state === 'working') this.#fail(job, error)
    } finally {
      this.#working -= 1
      this.#forgetOld()
      this.#next()
    }
  }

  /** A sentence for the person where the work has one; anything else is ours, and logged. */
  #fail(job: Job, error: unknown): void {
    job.state = 'failed'
    const isSpoken = error instanceof JobRefused
    job.problem = isSpoken ? error.message : '生成时出了故障，请稍后重试；仍不成功请联系管理员。'
    if (!isSpoken) this.#report(error)
  }

  #forgetOld(): void {
    const now = Date.parse(this.#clock.now())
    let bytes = 0
    for (const job of [...this.#jobs.values()].reverse()) {
      bytes += job.file?.bytes.length ?? 0
      if (!isOpen(job) && (now - Date.parse(job.at) > this.#limits.keptFor || (bytes > this.#limits.keptBytes && job.file !== null))) this.#jobs.delete(job.id)
    }
  }
}

/** Work that cannot be done, with the sentence that says why. */
export class JobRefused extends Error {}

function isOpen({ state }: Job): boolean {
  return state === 'waiting' || state === 'working'
}

function answerOf({ id, order, state, done, total, step, at, file, problem }: Job): JobAnswer {
  return { id, title: order.title, state, done, total, step, at, problem, file: file && { name: file.name, size: file.bytes.length, sha256: file.sha256 } }
}
