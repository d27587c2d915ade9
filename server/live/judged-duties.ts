import type { RecordedFact } from '../../shared/facts/fact.ts'
import { passedOn } from '../../shared/obligations/by-unit.ts'
import { DocumentMemory } from '../../shared/obligations/document-memory.ts'
import type { PolicyDocument } from '../../shared/obligations/document-obligations.ts'
import type { Published } from '../../shared/obligations/documents.ts'
import type { Duty } from '../../shared/obligations/duty.ts'
import { dutyFactsOf } from '../../shared/obligations/duty-facts.ts'
import { interpretationsOf, policyKeys } from '../../shared/obligations/follow-ups.ts'
import { guestKeysOf, guestsOf, withSuccessorsWord } from '../../shared/obligations/guests.ts'
import { judgeDuty, type DutyResult } from '../../shared/obligations/judge-duty.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import { policyOwner } from '../../shared/obligations/policy-owner.ts'
import { dutyOf, routesOf } from '../../shared/obligations/routes.ts'
import type { World } from '../../shared/obligations/world.ts'
import { Agenda } from './agenda.ts'
import { CrossIndex, groupedBy } from './cross-index.ts'

/**
 * Every duty's judgement, kept current: what an entry touches is judged again, and what that touches in turn (joint
 * documents, mergers, interpretations of policies).
 */
export class JudgedDuties {
  readonly #entries = new Map<string, RecordedFact[]>()
  readonly #results = new Map<string, DutyResult>()
  readonly #memories = new Map<string, DocumentMemory>()
  readonly #agenda = new Agenda()
  /** Duties whose publications join another's documents: host key by guest key. */
  readonly #hosts = new CrossIndex<string>()
  readonly #policies = new CrossIndex<PolicyDocument>()
  readonly #interpretations = new CrossIndex<Published>()
  /** Owners of policies, by the keys interpretations name them under. */
  readonly #interpreted = new CrossIndex<string>()
  readonly #passed = new CrossIndex<Obligation>()

  constructor(private world: World) {}

  /** Puts a fact where it belongs; the keys it touches must be judged next. */
  enter(fact: RecordedFact): string[] {
    const keys = routesOf(fact.fact, this.world)
    for (const key of keys) {
      const list = this.#entries.get(key)
      if (list) list.push(fact)
      else this.#entries.set(key, [fact])
    }
    return keys
  }

  /** Starts again under another world: every fact is routed and judged anew. */
  restart(world: World, facts: readonly RecordedFact[]): Set<string> {
    this.world = world
    for (const index of [this.#entries, this.#results, this.#memories, this.#agenda, this.#hosts, this.#policies, this.#interpretations, this.#interpreted, this.#passed]) index.clear()
    for (const fact of facts) this.enter(fact)
    return this.judge(new Set([...world.duties.keys(), ...this.#entries.keys()]))
  }

  /** The same settings on a later day: only duties with a boundary passed are judged again. */
  rollTo(world: World): Set<string> {
    this.world = world
    return this.judge(this.#agenda.takeUpTo(world.day))
  }

  /**
   * A feed came, failed or recovered: what is past due and unsettled may be 数据中断 now, or no longer; nothing else rests
   * on the health of feeds.
   */
  hearOfFeeds(world: World): Set<string> {
    this.world = world
    const keys = new Set<string>()
    for (const [key, { obligations, passing }] of this.#results) {
      if (![...obligations, ...passing].some(({ status }) => status === 'overdue' || status === 'unknown')) continue
      keys.add(key)
      this.#memories.delete(key)
    }
    return this.judge(keys)
  }

  /** Judges these duties and all they touch; returns the keys whose duty may read differently now. */
  judge(touched: ReadonlySet<string>): Set<string> {
    const moved = new Set<string>()
    const groups = new Set<string>()
    const own = new Set<string>()
    for (const key of touched) {
      for (const each of [key, ...this.#hosts.find(key)]) {
        const duty = dutyOf(each, this.world)
        if (duty) (duty.cadence.kind === 'followUp' ? groups : own).add(each)
      }
    }
    for (const key of own) this.#judgeOwn(key, moved, groups)
    for (const key of [...groups]) {
      const held = interpretationsOf(dutyFactsOf(this.entriesOf(key)))
      for (const name of this.#interpretations.replace(key, held)) for (const owner of this.#interpreted.find(name)) groups.add(owner)
    }
    for (const key of groups) this.#judgeGroup(key, moved)
    return moved
  }

  #judgeOwn(key: string, moved: Set<string>, groups: Set<string>): void {
    const duty = dutyOf(key, this.world)
    if (!duty) return
    const entries = withSuccessorsWord(duty, (each) => this.entriesOf(each))
    const guests = guestKeysOf(duty, entries)
    this.#hosts.replace(key, new Map(guests.map((guest) => [guest, [key]])))
    const result = judgeDuty({
      world: this.world, duty, entries, guests: guestsOf(guests, (each) => this.entriesOf(each)), memory: this.#memoryOf(key),
    })
    this.#settle(duty, result, moved)
    const owners = groupedBy(result.policies, (policy) => policyOwner(policy, this.world))
    for (const owner of this.#policies.replace(key, owners)) groups.add(owner)
  }

  #memoryOf(key: string): DocumentMemory {
    const kept = this.#memories.get(key)
    if (kept) return kept
    const memory = new DocumentMemory()
    this.#memories.set(key, memory)
    return memory
  }

  #judgeGroup(key: string, moved: Set<string>): void {
    const duty = dutyOf(key, this.world)
    if (!duty) return
    const policies = this.#policies.find(key)
    this.#interpreted.replace(key, new Map(policies.flatMap(policyKeys).map((name) => [name, [key]])))
    const result = judgeDuty({
      world: this.world, duty, entries: this.entriesOf(key), guests: [], policies,
      interpretations: (name) => this.#interpretations.find(name),
    })
    this.#settle(duty, result, moved)
  }

  #settle(duty: Duty, result: DutyResult, moved: Set<string>): void {
    this.#results.set(duty.key, result)
    this.#agenda.enter(duty.key, result.until)
    moved.add(duty.key)
    const passed = passedOn(duty, result, this.world)
    for (const to of this.#passed.replace(duty.key, passed ? new Map([[passed.to, passed.obligations]]) : new Map())) moved.add(to)
  }

  entriesOf(key: string): readonly RecordedFact[] {
    return this.#entries.get(key) ?? []
  }

  resultOf(key: string): DutyResult | undefined {
    return this.#results.get(key)
  }

  passedTo(key: string): readonly Obligation[] {
    return this.#passed.find(key)
  }
}
