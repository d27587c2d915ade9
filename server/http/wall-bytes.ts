import { wallToday } from '../answers/wall.ts'
import type { AsKnown } from '../past/as-known.ts'
import { Trend } from '../past/trend.ts'
import type { TrendPoint } from '../../shared/measures/trend.ts'
import { must } from '../../shared/must.ts'
import type { WallAnswer, WallToday } from '../../shared/wire/wall-answer.ts'
import { AnswerBytes } from './answer-bytes.ts'
import type { HttpParts } from './parts.ts'

/** A made answer stands this long; one that still lacks points of its trend is made again soon. */
const STANDS = 60_000
const STANDS_INCOMPLETE = 5_000
/** How long an answer waits for the trend: month ends are judged in the worker of the past. */
const PATIENCE = 1_000

interface Made {
  readonly at: number
  readonly day: string
  readonly isWhole: boolean
  readonly bytes: AnswerBytes
}

/** The bytes of GET /api/wall: the live ones made at most once a minute, or with the day. */
export class WallBytes {
  readonly #parts: HttpParts
  readonly #trend: Trend<TrendPoint>
  #made: Made | undefined
  #making: Promise<Made> | undefined
  #count = 0

  constructor(parts: HttpParts) {
    this.#parts = parts
    this.#trend = new Trend(parts.past, error => parts.log.error({ err: error }, 'the trend could not be counted'))
  }

  async live(): Promise<AnswerBytes> {
    if (this.#made && this.#stands(this.#made)) return this.#made.bytes
    this.#making ??= this.#make().finally(() => {
      this.#making = undefined
    })
    return (await this.#making).bytes
  }

  async past(at: AsKnown): Promise<AnswerBytes> {
    const { past, live } = this.#parts
    const bytes = must(await past.ask(at, { ask: 'wall' }, live.revision), 'every day has a wall')
    return this.#bytesOf(await this.#answer(JSON.parse(bytes.toString()) as WallToday))
  }

  #stands(made: Made): boolean {
    const age = this.#now() - made.at
    return made.day === this.#parts.live.day && age >= 0 && age < (made.isWhole ? STANDS : STANDS_INCOMPLETE)
  }

  async #make(): Promise<Made> {
    const { live } = this.#parts
    const { day } = live
    const answer = await this.#answer(wallToday(live))
    const made = { at: this.#now(), day, isWhole: answer.trendMissing === 0, bytes: this.#bytesOf(answer) }
    this.#made = made
    return made
  }

  async #answer({ today, monthEnds, ...rest }: WallToday): Promise<WallAnswer> {
    const asked = { days: monthEnds, knownAt: rest.knownAt, revision: this.#parts.live.revision, question: { ask: 'trendPoint' } } as const
    const { points, missing } = await this.#trend.points(asked, PATIENCE)
    const last = monthEnds.at(-1)
    const previous = points.find(point => point.day === last) ?? null
    return { ...rest, trend: [...points, today], trendMissing: missing, previous }
  }

  #bytesOf(answer: WallAnswer): AnswerBytes {
    this.#count += 1
    return new AnswerBytes(Buffer.from(JSON.stringify(answer)), `"wall-${this.#count}-${this.#parts.epoch}"`)
  }

  #now(): number {
    return Date.parse(this.#parts.clock.now())
  }
}
