import type { RecordedFact } from '../../shared/facts/fact.ts'

const KEPT = 20

/** What just happened, newest first, in the district and in each unit; at most 20 each. */
export class RecentFacts {
  #all: readonly RecordedFact[] = []
  readonly #byUnit = new Map<string, readonly RecordedFact[]>()

  add(fact: RecordedFact): void {
    this.#all = [fact, ...this.#all.slice(0, KEPT - 1)]
    const unit = fact.fact.unit
    this.#byUnit.set(unit, [fact, ...(this.#byUnit.get(unit) ?? []).slice(0, KEPT - 1)])
  }

  all(): readonly RecordedFact[] {
    return this.#all
  }

  ofUnit(unit: string): readonly RecordedFact[] {
    return this.#byUnit.get(unit) ?? []
  }
}
