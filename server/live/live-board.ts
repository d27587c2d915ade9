import { dayOf, laterDay, type Day, type Instant } from '../../shared/time/day.ts'
import { isFactEntry, type Entry } from '../../shared/facts/journal.ts'
import type { CorrectedFact, RecordedFact, Source } from '../../shared/facts/fact.ts'
import type { RecordedSetting, Setting } from '../../shared/facts/setting.ts'
import { boardCache } from '../../shared/measures/board-cache.ts'
import { boardFrom, type BoardContext } from '../../shared/measures/board.ts'
import type { Board, UnitBoard } from '../../shared/measures/board-rows.ts'
import { figuresOf, type DutyPart } from '../../shared/measures/figures.ts'
import { unitBoardFrom } from '../../shared/measures/unit-board.ts'
import type { CountedAt } from '../../shared/measures/year-set.ts'
import { foldedActs, isActEntry } from '../../shared/obligations/assessment-acts.ts'
import { withPassed } from '../../shared/obligations/by-unit.ts'
import { isFeed } from '../../shared/obligations/feed-health.ts'
import { byItemOrder, isNews } from '../../shared/obligations/judge.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import { worldOf } from '../../shared/obligations/world-of.ts'
import type { World } from '../../shared/obligations/world.ts'
import { improves } from './improves.ts'
import { JudgedDuties } from './judged-duties.ts'
import { recounted } from './counted-duties.ts'
import { findBySeq } from './find-by-seq.ts'
import { RecentFacts } from './recent-facts.ts'

/**
 * The board kept current as entries arrive: holds running state, does no IO. After every step it equals `boardOf` of the
 * same journal and day. What entries touch is judged when somebody looks, so that a burst of facts is judged once.
 */
export class LiveBoard {
  #day: Day
  #world: World
  #revision = 0
  #lastEventAt: Instant | null = null
  #lastSourceAt: Instant | null = null
  readonly #settings: RecordedSetting[] = []
  readonly #facts: RecordedFact[] = []
  readonly #corrections: RecordedFact[] = []
  /** 考核记录 and corrections of them, and their names. */
  readonly #acts: RecordedFact[] = []
  readonly #actNames = new Set<string>()
  #lastAt: Instant | null = null
  readonly #duties: JudgedDuties
  /** Parts by duty key, within each unit. */
  readonly #parts = new Map<string, Map<string, DutyPart>>()
  #units = new Map<string, readonly DutyPart[]>()
  readonly #recent = new RecentFacts()
  #cache = boardCache()
  #board: Board | null = null
  readonly #movedAt = new Map<string, number>()
  /** Keys of duties to be judged before anybody looks. */
  readonly #touched = new Set<string>()

  constructor(day: Day) {
    this.#day = day
    this.#world = worldOf([], { day, knownAt: null })
    this.#duties = new JudgedDuties(this.#world)
  }

  get revision(): number {
    return this.#revision
  }

  get day(): Day {
    return this.#day
  }

  get facts(): number {
    return this.#facts.length
  }

  world(): World {
    return this.#world
  }

  /** Start-up: everything is judged once, at the end. */
  replay(entries: Iterable<Entry>): void {
    for (const entry of entries) this.#take(entry)
    this.#restart()
  }

  /** Entries that have just become durable, in order of seq. */
  append(entries: readonly Entry[]): void {
    let isChanged = false
    const acts = this.#acts.length
    for (const entry of entries) {
      const rolled = !isFactEntry(entry) && entry.setting.kind === 'dayRolled'
      if (rolled && !isChanged) this.#judgeTouched()
      this.#take(entry)
      if (isFactEntry(entry)) for (const key of isChanged ? [] : this.#duties.enter(entry)) this.#touched.add(key)
      else if (!rolled) isChanged ||= !this.#hearOfFeed(entry.setting) && !this.#hearOfAssessment(entry.setting)
      else if (!isChanged) isChanged = this.#rollTo(entry.setting.effective) === 'settings'
      else this.#day = laterDay(this.#day, entry.setting.effective)
    }
    if (isChanged) this.#restart()
    else if (this.#acts.length !== acts || this.#world.acts.knownOn !== this.#knownOn()) this.#hearOfActs()
  }

  board(): Board {
    this.#judgeTouched()
    return this.#board ??= boardFrom(this.#units, this.context())
  }

  unitBoard(unit: string): UnitBoard | undefined {
    this.board()
    return unitBoardFrom(this.#units, { ...this.context(), recentOfUnit: this.#recent.ofUnit(unit) }, unit)
  }

  context(): BoardContext {
    return { world: this.#world, recent: this.#recent.all(), revision: this.#revision, lastEventAt: this.#lastEventAt, lastSourceAt: this.#lastSourceAt, cache: this.#cache }
  }

  /** Duties by unit id, in the order of the catalogues. */
  parts(): ReadonlyMap<string, readonly DutyPart[]> {
    this.#judgeTouched()
    return this.#units
  }

  *obligations(): IterableIterator<Obligation> {
    for (const parts of this.parts().values()) for (const part of parts) yield* part.obligations
  }

  /** Facts by seq, in the order asked for; unknown ones are left out. */
  factsOf(seqs: readonly number[]): readonly RecordedFact[] {
    return seqs.flatMap((seq) => findBySeq(this.#facts, seq) ?? [])
  }

  everyFact(): readonly RecordedFact[] {
    return this.#facts
  }

  corrections(): readonly RecordedFact[] {
    return this.#corrections
  }

  /** By id, or by a name it had as an unregistered page. */
  obligation(id: string): Obligation | undefined {
    const unit = id.slice(0, id.indexOf('|'))
    const successor = this.#world.units.get(unit)?.successor
    for (const each of successor ? [unit, successor] : [unit]) {
      for (const part of this.parts().get(each) ?? []) {
        const found = part.obligations.find((one) => one.id === id || one.aliases.includes(id))
        if (found) return found
      }
    }
    return undefined
  }

  /** Units whose duties may read differently than at a revision. */
  changedUnits(since: number): readonly string[] {
    this.#judgeTouched()
    return [...this.#movedAt].filter(([, revision]) => revision > since).map(([unit]) => unit)
  }

  /** Whether a correction would improve a settled status: one by the unit itself then waits for a supervisor. */
  wouldImprove(fact: CorrectedFact, source: Source): boolean {
    return improves({ fact, source, world: this.#world, duties: this.#duties, at: { seq: this.#revision + 1, recordedAt: this.#lastEventAt ?? '' } })
  }

  #take(entry: Entry): void {
    this.#revision = entry.seq
    this.#board = null
    this.#lastAt = entry.recordedAt
    if (isFactEntry(entry)) {
      this.#facts.push(entry)
      if (isActEntry(entry, this.#actNames)) {
        this.#acts.push(entry)
        this.#movedAt.set(entry.fact.unit, entry.seq)
      }
      if (entry.fact.kind === 'corrected') this.#corrections.push(entry)
      this.#lastEventAt = entry.recordedAt
      if (isFeed(entry.source.feed)) this.#lastSourceAt = entry.recordedAt
      if (isNews(entry)) this.#recent.add(entry)
    } else this.#settings.push(entry)
  }

  #worldNow(): World {
    return { ...worldOf(this.#settings, { day: this.#day, knownAt: null }), acts: foldedActs(this.#acts, this.#knownOn()) }
  }

  /** Time goes on with every entry: limits of findings run by it. */
  #knownOn(): Day {
    return this.#lastAt === null ? this.#day : laterDay(this.#day, dayOf(this.#lastAt))
  }

  /** 考核记录 move scores and nothing that is judged. */
  #hearOfActs(): void {
    const acts = foldedActs(this.#acts, this.#knownOn())
    this.#world = { ...this.#world, acts }
    this.#board = null
  }

  #at(): CountedAt {
    return { day: this.#world.day, year: this.#world.year }
  }

  #judgeTouched(): void {
    if (this.#touched.size === 0) return
    const touched = new Set(this.#touched)
    this.#touched.clear()
    this.#settle(this.#duties.judge(touched), this.#at())
  }

  /** Judges everything under the settings now in force. */
  #restart(): void {
    for (const { setting } of this.#settings) if (setting.kind === 'dayRolled') this.#day = laterDay(this.#day, setting.effective)
    this.#world = this.#worldNow()
    this.#touched.clear()
    this.#parts.clear()
    this.#units = new Map([...this.#world.units.keys()].map((unit) => [unit, []]))
    this.#cache = boardCache()
    this.#settle(this.#duties.restart(this.#world, this.#facts), this.#at())
  }

  /** A setting about a feed's scope or health needs no restart; false for every other setting, and for one of a later day. */
  #hearOfFeed({ kind, effective }: Setting): boolean {
    if ((kind !== 'feedScope' && kind !== 'feedOutage' && kind !== 'feedRecovery') || effective > this.#day) return false
    this.#judgeTouched()
    const old = this.#at()
    this.#world = this.#worldNow()
    this.#settle(this.#duties.hearOfFeeds(this.#world), old)
    return true
  }

  /** Samples, told and settled scores need no judging: they stand on the world and on every unit's line. */
  #hearOfAssessment({ kind, effective }: Setting): boolean {
    if ((kind !== 'sampleDrawn' && kind !== 'scoreProposed' && kind !== 'scoreSettled') || effective > this.#day) return false
    this.#judgeTouched()
    this.#world = this.#worldNow()
    for (const unit of this.#world.units.keys()) this.#movedAt.set(unit, this.#revision)
    return true
  }

  /** Moves to a later day; says when settings take effect in between, which call for a restart. */
  #rollTo(day: Day): 'settings' | 'agenda' {
    if (day <= this.#day) return 'agenda'
    const before = this.#day
    this.#day = day
    if (this.#settings.some(({ setting }) => setting.kind !== 'dayRolled' && setting.effective > before && setting.effective <= day)) return 'settings'
    const old = this.#at()
    this.#world = this.#worldNow()
    const moved = this.#duties.rollTo(this.#world)
    this.#settle(moved, old)
    if (old.year !== this.#world.year) this.#recountAll()
    return 'agenda'
  }

  #settle(moved: ReadonlySet<string>, old: CountedAt): void {
    if (moved.size === 0) return
    const now = this.#at()
    const units = new Set<string>()
    for (const key of moved) {
      const unit = key.slice(0, key.indexOf('|'))
      const parts = this.#parts.get(unit) ?? new Map<string, DutyPart>()
      this.#parts.set(unit, parts)
      const judged = withPassed(key, { result: this.#duties.resultOf(key), passed: this.#duties.passedTo(key) }, this.#world)
      if (judged) parts.set(key, recounted(parts.get(key), { standing: judged.standing, obligations: judged.obligations }, { old, now }))
      else parts.delete(key)
      units.add(unit)
    }
    const order = byItemOrder(this.#world)
    for (const unit of units) {
      const parts = this.#parts.get(unit)!
      this.#units.set(unit, [...parts.keys()].sort(order).map((key) => parts.get(key)!))
      this.#movedAt.set(unit, this.#revision)
    }
    this.#board = null
  }

  /** A new assessment year: every figure is counted afresh. */
  #recountAll(): void {
    const now = this.#at()
    for (const parts of this.#parts.values()) {
      for (const [key, part] of parts) parts.set(key, { ...part, figures: figuresOf(part.obligations, now) })
    }
    const order = byItemOrder(this.#world)
    for (const [unit, parts] of this.#parts) this.#units.set(unit, [...parts.keys()].sort(order).map((key) => parts.get(key)!))
  }
}

/** The day a journal stands at: its last day roll, else the day its last entry was recorded. */
export function dayOfJournal(last: Entry | undefined, fallback: Day): Day {
  return last === undefined ? fallback : laterDay(fallback, dayOf(last.recordedAt))
}
