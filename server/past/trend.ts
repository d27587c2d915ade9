import type { Day, Instant } from '../../shared/time/day.ts'
import type { Past } from './past.ts'
import type { PastQuestion } from './past-question.ts'

export interface TrendAsked {
  readonly days: readonly Day[]
  readonly knownAt: Instant | null
  readonly revision: number
}

type Asked = TrendAsked & { readonly question: PastQuestion }

/** A year of month ends for every unit and the district, and some more. */
const KEPT_POINTS = 2_000

/**
 * The trend's points, asked of the past one by one so that other questions come in between. Whoever asks waits a little
 * and gets what is there: a point counted before until it has been looked at again.
 */
export class Trend<Point> {
  readonly #known = new Map<string, Point | null>()
  readonly #running = new Map<string, Promise<void>>()
  readonly #past: Pick<Past, 'ask'>
  readonly #report: (error: unknown) => void

  constructor(past: Pick<Past, 'ask'>, report: (error: unknown) => void) {
    this.#past = past
    this.#report = report
  }

  /** Points in the order of `days`, those not yet counted left out and counted; waits at most `patience` milliseconds. */
  async points(asked: Asked, patience: number): Promise<{ readonly points: readonly Point[]; readonly missing: number }> {
    // One run at a time for the same days: what came in since is seen by the next.
    const key = `${asked.days.join()} ${nameOf('', asked)}`
    const running = this.#running.get(key) ?? this.#run(asked).catch(this.#report).finally(() => this.#running.delete(key))
    this.#running.set(key, running)
    await orAfter(running, patience)
    const known = asked.days.map(day => this.#known.get(nameOf(day, asked)))
    return { points: known.filter(point => point !== undefined && point !== null), missing: known.filter(point => point === undefined).length }
  }

  async #run(asked: Asked): Promise<void> {
    const { days, knownAt, revision, question } = asked
    // The latest first: last month's is compared with today's.
    for (const day of [...days].reverse()) {
      const bytes = await this.#past.ask({ day, knownAt }, question, revision)
      this.#keep(nameOf(day, asked), bytes === null ? null : JSON.parse(bytes.toString()) as Point)
    }
  }

  /** null: nothing to say of that day, and it need not be waited for. */
  #keep(name: string, point: Point | null): void {
    this.#known.delete(name)
    this.#known.set(name, point)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT_POINTS) break
      this.#known.delete(oldest)
    }
  }
}

function nameOf(day: Day | '', { knownAt, question }: Asked): string {
  return `${day} ${knownAt ?? ''} ${JSON.stringify(question)}`
}

async function orAfter(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
