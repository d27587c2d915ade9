import type { Refusal } from '../../shared/refusal.ts'
import type { Source } from '../../shared/facts/fact.ts'
import type { FactSource, IntakeResult } from './ports.ts'

const LISTED = 1000

interface Progress {
  /** Index of the fact to be read next. */
  readonly next: number
  readonly accepted: number
  readonly duplicates: number
  readonly refused: number
  /** Length of the list of refusals. */
  readonly listed: number
}

export interface Answer {
  readonly resolve: (result: IntakeResult) => void
  readonly reject: (error: unknown) => void
}

/** One `take`: its raw facts, what became of them, and the promise that waits. */
export class FactJob {
  readonly raws: readonly unknown[]
  readonly origin: FactSource
  /** The source as the journal keeps it: no scope, no request. */
  readonly source: Source
  next = 0
  accepted = 0
  duplicates = 0
  /** Above 0 it is read alone, after it failed together with others. */
  attempt = 0
  failed = false
  #refused = 0
  readonly #refusals: Refusal[] = []
  #kept: Progress = { next: 0, accepted: 0, duplicates: 0, refused: 0, listed: 0 }
  readonly #answer: Answer

  constructor(raws: readonly unknown[], origin: FactSource, answer: Answer) {
    this.raws = raws
    this.origin = origin
    const { feed, ofRecord, account } = origin
    this.source = { feed, ...(ofRecord === undefined ? {} : { ofRecord }), ...(account === undefined ? {} : { account }) }
    this.#answer = answer
  }

  /** One fact may earn several refusals; it counts once. */
  refuse(refusals: readonly Refusal[]): void {
    this.#refused++
    for (const each of refusals) if (this.#refusals.length < LISTED) this.#refusals.push({ ...each, index: this.next })
  }

  /** What it has so far is durable. */
  keep(): void {
    this.#kept = { next: this.next, accepted: this.accepted, duplicates: this.duplicates, refused: this.#refused, listed: this.#refusals.length }
  }

  /** Goes back to what is durable. */
  beginAnew(): void {
    this.next = this.#kept.next
    this.accepted = this.#kept.accepted
    this.duplicates = this.#kept.duplicates
    this.#refused = this.#kept.refused
    this.#refusals.length = this.#kept.listed
    this.attempt++
  }

  fail(error: unknown): void {
    this.failed = true
    this.#answer.reject(error)
  }

  finish(revision: number): void {
    const { accepted, duplicates } = this
    this.#answer.resolve({ accepted, duplicates, refused: this.#refused, refusals: this.#refusals, revision })
  }
}
