import type { TrendPoint } from '../../shared/measures/trend.ts'
import type { Day, Instant } from '../../shared/time/day.ts'
import type { Past } from './past.ts'

export interface TrendAsked {
  readonly days: readonly Day[]
  readonly knownAt: Instant | null
  readonly revision: number
}

const KEPT_POINTS = 500

/**
 * The trend's points, asked of the past one by one so that other questions come in between. Whoever asks waits a little
 * and gets what is there: a point counted before until it has been looked at again.
 */
export class Trend {
  readonly #known = new Map<string, TrendPoint>()
  readonly #running = new Map<string, Promise<void>>()
  readonly #past: Pick<Past, 'ask'>
  readonly #report: (error: unknown) => void

  constructor(past: Pick<Past, 'ask'>, report: (error: unknown) => void) {
    this.#past = past
    this.#report = report
  }

  /** Points in the order of `days`, those not yet counted left out; waits at most `patience` milliseconds. */
  async points(asked: TrendAsked, patience: number): Promise<readonly TrendPoint[]> {
    // One run at a time for the same days: what came in since is seen by the next.
    const key = `${asked.days.join()} ${asked.knownAt ?? ''}`
    const running = this.#running.get(key) ?? this.#run(asked).catch(this.#report).finally(() => this.#running.delete(key))
    this.#running.set(key, running)
    await orAfter(running, patience)
    return asked.days.flatMap(day => this.#known.get(nameOf(day, asked.knownAt)) ?? [])
  }

  async #run({ days, knownAt, revision }: TrendAsked): Promise<void> {
    // The latest first: last month's is compared with today's.
    for (const day of [...days].reverse()) {
      const bytes = await this.#past.ask({ day, knownAt }, { ask: 'trendPoint' }, revision)
      if (bytes !== null) this.#keep(nameOf(day, knownAt), JSON.parse(bytes.toString()) as TrendPoint)
    }
  }

  #keep(name: string, point: TrendPoint): void {
    this.#known.delete(name)
    this.#known.set(name, point)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT_POINTS) break
      this.#known.delete(oldest)
    }
  }
}

function nameOf(day: Day, knownAt: Instant | null): string {
  return `${day} ${knownAt ?? ''}`
}

async function orAfter(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
