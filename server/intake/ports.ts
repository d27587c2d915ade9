import type { Day } from '../../shared/time/day.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { CorrectedFact, Fact, RecordedFact, Source } from '../../shared/facts/fact.ts'
import type { Scope } from '../../shared/facts/who-may.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { PartsByUnit } from '../../shared/measures/board.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import type { KeptEdition } from '../store/edition.ts'
import type { JournalStore } from '../store/journal.ts'

/** One request as the audit log knows it. The same object stands for the same request, whose body may come in parts. */
export interface RequestOrigin {
  /** `account:<login>` or `feed:<name>`. */
  readonly who: string
  /** Network address or `local`. */
  readonly from: string
}

/** What the audit log is told of one request's entries; the transaction that writes them writes its row. */
export interface Audited {
  readonly source: Source
  readonly request: RequestOrigin
  readonly entries: number
  readonly firstSeq: number
}

/** What intake needs of the store's journal. */
export type JournalPort = Pick<JournalStore, 'append' | 'findByKey' | 'findAttachment' | 'lastSeq' | 'lastRecordedAt'>

/** What intake needs of the live board. */
export interface LivePort {
  readonly revision: number
  readonly day: Day
  world(): World
  append(entries: readonly Entry[]): void
  obligation(id: string): Obligation | undefined
  parts(): PartsByUnit
  corrections(): readonly RecordedFact[]
  /** Facts by seq, in the order asked for; unknown ones are left out. */
  factsOf(seqs: readonly number[]): readonly RecordedFact[]
  wouldImprove(correction: CorrectedFact, source: Source): boolean
}

export type FactSource = Source & { readonly scope: Scope; readonly request: RequestOrigin }

export interface IntakeResult {
  readonly accepted: number
  readonly duplicates: number
  readonly refused: number
  /** The first 1,000. */
  readonly refusals: Refusal[]
  readonly revision: number
}

/** What a decision says once it has seen the world: settings to be written, and what is answered. */
export interface Decided<T> {
  readonly settings: readonly Setting[]
  readonly answer: T
  /** Settled results these settings speak of, written in the same transaction. */
  readonly editions?: readonly KeptEdition[]
}

/** In whose name settings are written; a request is audited. */
export interface DecidedBy {
  readonly source: Source
  readonly request?: RequestOrigin
}

/** What became of facts that were only read; nothing of it stands in the journal. */
export interface DryRead extends IntakeResult {
  /** Those that would be taken, as the journal would keep them, in the order given. */
  readonly facts: readonly Fact[]
}

/** The only door to the journal: everything that becomes an entry passes here, one after the other. */
export interface Intake {
  /**
   * Raw facts of one request from one source: every good one is taken, every bad one named by index. Resolves once they
   * are durable; rejects (`StoreFull`) with none of them taken, except those a correction further down had to see judged.
   */
  take(raws: readonly unknown[], source: FactSource): Promise<IntakeResult>
  /** The same reading and the same refusals as `take`, and nothing written (dry run). */
  read(raws: readonly unknown[], source: Omit<FactSource, 'request'>): Promise<DryRead>
  settle(settings: readonly Setting[], source: Source, request?: RequestOrigin): Promise<{ revision: number }>
  /** Settings that depend on how things stand: read in the world that everything before made, and written before anything else. */
  decide<T>(decision: (world: World) => Decided<T>, by: DecidedBy): Promise<{ readonly revision: number; readonly answer: T }>
  /** The clock as a feed: a new local day began. A day already reached changes nothing. */
  roll(day: Day): Promise<void>
  onAppended(listener: (entries: readonly Entry[]) => void): void
}
