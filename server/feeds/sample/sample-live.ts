import { dayOf, type Instant } from '../../../shared/time/day.ts'
import type { Fact, PublishedFact } from '../../../shared/facts/fact.ts'
import { sampleStart, type SampleSources } from './district.ts'
import { LiveNews } from './live-news.ts'
import { LiveQueue } from './live-queue.ts'

export interface SampleLiveOptions {
  readonly sources: SampleSources
  /** Posts facts to the server's own push API; rejects when they could not be taken. */
  readonly post: (facts: readonly Fact[]) => Promise<unknown>
  readonly clock: { now(): Instant }
  /** In [0, 1). */
  readonly random: () => number
  /** Runs once after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly report: (error: unknown) => void
}

/** Permits and early publications of one day, so that the live feed colours the rates but never makes them. */
const PERMITS_A_DAY = 12
const EARLY_A_DAY = 6
/** Posts of the same facts before they are left to the next top-up. */
const TRIES = 10

/**
 * The gentle live feed of the sample: every 20 to 60 seconds a fact, first those planned for this hour (so the district
 * goes on as if it had been told, overdue pieces and all), between them news, permits and pieces that come out early.
 */
export class SampleLive {
  readonly #options: SampleLiveOptions
  readonly #queue: LiveQueue
  readonly #news: LiveNews
  #callOff: () => void = () => undefined
  #isStopped = false
  /** Facts whose post failed: a retry is harmless, a lost publication would stay overdue. */
  #unsent: { readonly facts: readonly Fact[]; readonly tries: number } | null = null
  #permits = { day: '', count: 0 }

  constructor(options: SampleLiveOptions) {
    this.#options = options
    const sources = { start: sampleStart(options.sources.today), ...options.sources }
    this.#queue = new LiveQueue(sources)
    this.#news = new LiveNews(sources)
    this.#wait()
  }

  stop(): void {
    this.#isStopped = true
    this.#callOff()
  }

  /** The facts of this moment; what is due by plan comes first. */
  next(now: Instant): Fact[] {
    const due = this.#queue.due(now)
    if (due.length > 0) return due.map((each) => each.fact)
    const { random } = this.#options
    const draw = random()
    if (draw < 0.12) {
      const early = this.#queue.early(now, { most: EARLY_A_DAY, draw: random() })
      if (early) return [today(early.fact as PublishedFact, now)]
    }
    return draw > 0.9 && this.#mayPermit(now) ? this.#news.permit(now) : this.#news.post(now, random())
  }

  #mayPermit(now: Instant): boolean {
    const day = dayOf(now)
    if (this.#permits.day !== day) this.#permits = { day, count: 0 }
    this.#permits.count += 1
    return this.#permits.count <= PERMITS_A_DAY
  }

  #wait(): void {
    if (this.#isStopped) return
    const { after, random } = this.#options
    this.#callOff = after(20_000 + Math.floor(random() * 40_000), () => void this.#tick())
  }

  async #tick(): Promise<void> {
    const { clock, post, report } = this.#options
    try {
      const facts = this.#unsent?.facts ?? this.next(clock.now())
      this.#unsent = { facts, tries: (this.#unsent?.tries ?? 0) + 1 }
      await post(facts)
      this.#unsent = null
    } catch (error) {
      report(error)
      if ((this.#unsent?.tries ?? 0) >= TRIES) this.#unsent = null
    }
    this.#wait()
  }
}

function today(fact: PublishedFact, now: Instant): PublishedFact {
  const { urlDay: _urlDay, firstSeenDay: _firstSeenDay, ...rest } = fact
  return { ...rest, day: dayOf(now) }
}
