import { addDays, dayOf, daysBetween, type Day, type Instant } from '../../../shared/time/day.ts'
import type { Fact } from '../../../shared/facts/fact.ts'
import type { SampleSources } from './district.ts'
import { plannedFacts } from './sample-journal.ts'
import type { SampleFact } from './sample-entry.ts'

/** Kinds a push token may send; what people say at a desk waits for the next top-up. */
const pushed: ReadonlySet<Fact['kind']> = new Set(['formed', 'published', 'withdrawn', 'nothing', 'approved'])

/** Days planned ahead at a time: a plan costs a second, so it is not made anew each morning. */
const AHEAD_DAYS = 20
/** Days ahead from which a piece may come out early. */
const EARLY_DAYS = 5

/** The planned facts still to be posted, in the order of their instants. */
export class LiveQueue {
  readonly #sources: SampleSources
  #waiting: SampleFact[] = []
  #registered = new Set<string>()
  #plannedTo: Day | null = null
  #earlyOn: { readonly day: Day; count: number } | null = null

  constructor(sources: SampleSources) {
    this.#sources = sources
  }

  /** The next facts whose planned instant has come: one, or five when more than a score have piled up. */
  due(now: Instant): SampleFact[] {
    this.#planFor(dayOf(now))
    let ripe = 0
    while (ripe < this.#waiting.length && this.#waiting[ripe]!.recordedAt <= now) ripe += 1
    const facts = this.#waiting.splice(0, Math.min(ripe, ripe > 20 ? 5 : 1))
    for (const { fact } of facts) if (fact.kind === 'formed') this.#registered.add(nameOf(fact.unit, fact.item, fact.ref))
    return facts
  }

  /**
   * A registered piece planned for the next days that comes out today instead, at most `most` a day. Policies are left
   * alone, since their interpretations are planned after them.
   */
  early(now: Instant, { most, draw }: { readonly most: number; readonly draw: number }): SampleFact | undefined {
    const today = dayOf(now)
    if (this.#earlyOn?.day !== today) this.#earlyOn = { day: today, count: 0 }
    if (this.#earlyOn.count >= most) return undefined
    const end = addDays(today, EARLY_DAYS)
    const ready = this.#waiting.filter((each) => dayOf(each.recordedAt) <= end && this.#mayComeOut(each, today))
    const chosen = ready[Math.floor(draw * ready.length)]
    if (!chosen) return undefined
    this.#waiting.splice(this.#waiting.indexOf(chosen), 1)
    this.#earlyOn.count += 1
    return chosen
  }

  #mayComeOut({ fact, source }: SampleFact, today: Day): boolean {
    return fact.kind === 'published' && source.feed !== 'watcher' && fact.day > today && fact.item !== 'district-6' &&
      fact.refs === undefined && fact.interprets === undefined && fact.ref !== undefined && this.#registered.has(nameOf(fact.unit, fact.item, fact.ref))
  }

  #planFor(today: Day): void {
    if (this.#plannedTo !== null && today <= this.#plannedTo) return
    const from = this.#plannedTo === null ? today : addDays(this.#plannedTo, 1)
    const to = addDays(today, AHEAD_DAYS)
    const planned = plannedFacts(this.#sources, addDays(from, -60), to)
    for (const { fact, recordedAt } of planned) {
      if (fact.kind === 'formed' && dayOf(recordedAt) < today) this.#registered.add(nameOf(fact.unit, fact.item, fact.ref))
    }
    this.#waiting.push(...planned.filter((each) => dayOf(each.recordedAt) >= from && isPushed(each)))
    this.#plannedTo = to
  }
}

/** A clerk's late registration is left to the desk: through a token of record it would prove what it does not. */
function isPushed({ fact, source, recordedAt }: SampleFact): boolean {
  return pushed.has(fact.kind) && !(fact.kind === 'formed' && source.feed === 'desk' && daysBetween(fact.day, dayOf(recordedAt)) > 5)
}

function nameOf(unit: string, item: string, ref: string): string {
  return `${unit}|${item}|${ref}`
}
