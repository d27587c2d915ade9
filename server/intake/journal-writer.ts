import { dayOf, type Day, type Instant } from '../../shared/time/day.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Fact, RecordedFact, Source } from '../../shared/facts/fact.ts'
import type { RecordedSetting, Setting } from '../../shared/facts/setting.ts'
import type { Clock } from '../clock.ts'
import type { AuditRow } from '../store/audit.ts'
import type { KeptEdition } from '../store/edition.ts'
import type { JournalPort, LivePort } from './ports.ts'

export interface WriterOptions {
  readonly store: JournalPort
  readonly live: LivePort
  readonly clock: Clock
  /** Called with every committed piece, after the live board has it. */
  readonly announce: (entries: readonly Entry[]) => void
}

const clockFeed: Source = { feed: 'clock' }

/** Gives entries their number and instant and writes them: durable first, then live, then announced. */
export class JournalWriter {
  readonly #options: WriterOptions
  #now: Instant
  #seq = 0
  #broken: unknown

  constructor(options: WriterOptions) {
    this.#options = options
    this.#now = options.store.lastRecordedAt() ?? ''
  }

  /** The live board failed on what is durable: only a replay brings the two together again. */
  get isBroken(): boolean {
    return this.#broken !== undefined
  }

  /**
   * Begins a piece of the journal at an instant that never runs backwards, though the clock may, and answers its day.
   * A day the clock has not announced yet is rolled to first, so that nothing of a new day is judged on the old one.
   */
  begin(): Day {
    this.#tick()
    this.rollTo(dayOf(this.#now))
    return this.#options.live.day
  }

  /** Writes that a new local day began; a day already reached writes nothing. */
  rollTo(day: Day): void {
    this.#tick()
    if (day > this.#options.live.day) this.write([this.nextSetting(clockFeed, { kind: 'dayRolled', effective: day })], [])
  }

  nextFact(source: Source, fact: Fact): RecordedFact {
    return { seq: ++this.#seq, recordedAt: this.#now, source, fact }
  }

  nextSetting(source: Source, setting: Setting): RecordedSetting {
    return { seq: ++this.#seq, recordedAt: this.#now, source, setting }
  }

  /** Throws with nothing applied when the store cannot write. A live board that fails afterwards closes the door for good. */
  write(entries: readonly Entry[], audit: readonly AuditRow[], editions: readonly KeptEdition[] = []): void {
    const { store, live, announce } = this.#options
    store.append(entries, audit, editions)
    try {
      live.append(entries)
    } catch (error) {
      this.#broken = error
      throw error
    }
    announce(entries)
  }

  #tick(): void {
    if (this.#broken !== undefined) throw new Error('看板与流水不一致，已停止入账，请重新启动服务。', { cause: this.#broken })
    const now = this.#options.clock.now()
    if (now > this.#now) this.#now = now
    this.#seq = this.#options.store.lastSeq()
  }
}
