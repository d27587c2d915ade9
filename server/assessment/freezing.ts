import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { findScorePeriod, yearOfPeriod } from '../../shared/assessment/score-periods.ts'
import { periodWords, refusedSettling, type Settling } from '../../shared/assessment/settling-rules.ts'
import type { Source } from '../../shared/facts/fact.ts'
import { must } from '../../shared/must.ts'
import type { World } from '../../shared/obligations/world.ts'
import { refusal, type Refusal } from '../../shared/refusal.ts'
import type { Instant } from '../../shared/time/day.ts'
import type { FreezeAnswer, FreezeStep } from '../../shared/wire/edition-answers.ts'
import type { Clock } from '../clock.ts'
import type { Intake, RequestOrigin } from '../intake/ports.ts'
import type { AsKnown } from '../past/as-known.ts'
import type { Past } from '../past/past.ts'
import type { PastQuestion } from '../past/past-question.ts'
import type { JournalStore } from '../store/journal.ts'
import { StoreFull } from '../store/store-full.ts'
import type { MadeEdition } from './edition-question.ts'

export interface FreezingParts {
  readonly past: Pick<Past, 'ask'>
  readonly intake: Pick<Intake, 'decide'>
  readonly live: { readonly revision: number; world(): World }
  readonly journal: Pick<JournalStore, 'lastRecordedAt'>
  readonly clock: Clock
  readonly software: string
  readonly report: (error: unknown) => void
}

export interface FreezeAsked extends Settling {
  readonly source: Source
  readonly request: RequestOrigin
}

type Freeze = { -readonly [K in keyof FreezeAnswer]: FreezeAnswer[K] }

const clockBehind = refusal('clock-behind', 'period', '服务器时间早于流水中最近一条记录的时间，请核对服务器时钟后再核定。')

/** Ended ones are remembered this many. */
const KEPT = 50

/** Somebody settled the period, or it cannot be settled any more. */
class NotSettled extends Error {
  readonly refusal: Refusal
  constructor(why: Refusal) {
    super(why.message)
    this.refusal = why
  }
}

/**
 * Freezes under way (封存): judged, fingerprinted and put together in the worker of the past, then written at once. Until
 * then each can be given up and nothing of it stays.
 */
export class Freezing {
  readonly #parts: FreezingParts
  readonly #freezes = new Map<string, Freeze>()

  constructor(parts: FreezingParts) {
    this.#parts = parts
  }

  find(id: string): FreezeAnswer | undefined {
    return this.#freezes.get(id)
  }

  /** The one under way for a period of this year, if any. */
  underWay(periods: readonly string[]): FreezeAnswer | undefined {
    return [...this.#freezes.values()].find(each => each.state === 'running' && periods.includes(each.period))
  }

  /** Begins at once, or says why not. */
  begin(asked: FreezeAsked): FreezeAnswer | Refusal {
    const refused = refusedSettling(asked, this.#parts.live.world())
    if (refused) return refused
    if (this.underWay([asked.period])) return refusal('under-way', 'period', `${periodWords(asked.period)}正在核定封存，请等它完成。`)
    const freeze: Freeze = { id: randomUUID(), period: asked.period, edition: asked.restates + 1, step: 'judging', state: 'running', message: '' }
    this.#freezes.set(freeze.id, freeze)
    for (const oldest of this.#freezes.keys()) {
      if (this.#freezes.size <= KEPT) break
      this.#freezes.delete(oldest)
    }
    this.#run(freeze, asked).catch((error: unknown) => this.#fail(freeze, error))
    return freeze
  }

  /** False when it is being written already, or has ended. */
  cancel(id: string): boolean {
    const freeze = this.#freezes.get(id)
    if (freeze?.state !== 'running' || freeze.step === 'writing') return false
    freeze.state = 'cancelled'
    return true
  }

  async #run(freeze: Freeze, asked: FreezeAsked): Promise<void> {
    const { software, live } = this.#parts
    const knownAt = await this.#instant()
    const world = live.world()
    const { last: day } = must(findScorePeriod(asked.period, yearOfPeriod(asked.period, world.scheme), world.scheme), `${asked.period} is a period`)
    const made = { period: asked.period, edition: freeze.edition, reason: asked.reason, software }
    const steps: readonly (readonly [FreezeStep, PastQuestion])[] = [['judging', { ask: 'editionJudged' }], ['printing', { ask: 'journalPrint' }], ['composing', { ask: 'edition', made }]]
    let answered: Buffer | undefined
    for (const [step, question] of steps) {
      freeze.step = step
      answered = must(await this.#parts.past.ask({ day, knownAt }, question, live.revision), 'a day that was can be judged')
      if (freeze.state !== 'running') return
    }
    freeze.step = 'writing'
    await this.#write(asked, { day, knownAt }, { ...made, ...JSON.parse(must(answered, 'the last step answers').toString()) as MadeEdition })
    freeze.state = 'done'
  }

  /** Under the same rules again: what was settled or restated meanwhile stands. */
  async #write(asked: FreezeAsked, { day, knownAt }: AsKnown, made: MadeEdition & { readonly period: string; readonly edition: number; readonly reason: string; readonly software: string }): Promise<void> {
    const { body, scores, ...named } = made
    await this.#parts.intake.decide(world => {
      const refused = refusedSettling(asked, world)
      if (refused) throw new NotSettled(refused)
      // Set back meanwhile, the clock would let things be recorded at or before K.
      if (knownAt === null || this.#parts.clock.now() <= knownAt) throw new NotSettled(clockBehind)
      const settlement = { ...named, day, knownAt, scores }
      const { period, edition, sha256 } = named
      return { settings: [{ kind: 'scoreSettled', effective: day, settlement }], answer: undefined, editions: [{ period, edition, sha256, body }] }
    }, asked)
  }

  /** Just before now, and after everything recorded: nothing will ever be recorded at or before it again. */
  async #instant(): Promise<Instant> {
    const { clock, journal } = this.#parts
    for (let tries = 0; tries < 100; tries += 1) {
      const before = new Date(Date.parse(clock.now()) - 1).toISOString()
      if (before >= (journal.lastRecordedAt() ?? '')) return before
      await setTimeout(2)
    }
    throw new NotSettled(clockBehind)
  }

  #fail(freeze: Freeze, error: unknown): void {
    if (freeze.state === 'cancelled') return
    freeze.state = 'failed'
    if (error instanceof NotSettled || error instanceof StoreFull) freeze.message = error.message
    else {
      freeze.message = '核定封存时出错，没有写入；错误已记入日志，请稍后重试。'
      this.#parts.report(error)
    }
  }
}
