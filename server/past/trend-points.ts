import type { Entry } from '../../shared/facts/journal.ts'
import { trendPointOf, type TrendPoint } from '../../shared/measures/trend.ts'
import { unitTrendPointsOf, type UnitTrendPoint } from '../../shared/measures/unit-trend.ts'
import { isKnown } from '../../shared/obligations/judge.ts'
import type { View } from '../answers/view.ts'
import type { AsKnown } from './as-known.ts'

interface KeptPoint {
  readonly point: TrendPoint
  /** Of each unit, from the same judgement. */
  readonly units: ReadonlyMap<string, UnitTrendPoint>
  /** Entries looked at so far. */
  upTo: number
}

const KEPT_POINTS = 200

/**
 * Points of the trend, each judged once: a later entry that says nothing known of a point's day leaves it as it is, so
 * that twelve month ends need not be judged every minute.
 */
export class TrendPoints {
  readonly #kept = new Map<string, KeptPoint>()
  readonly #journal: { entriesFrom(seq: number): Iterable<Entry>; judge(at: AsKnown): View }

  constructor(journal: { entriesFrom(seq: number): Iterable<Entry>; judge(at: AsKnown): View }) {
    this.#journal = journal
  }

  at(at: AsKnown): TrendPoint {
    return this.#at(at).point
  }

  /** Undefined where the unit was not there that day. */
  unitAt(at: AsKnown, unit: string): UnitTrendPoint | undefined {
    return this.#at(at).units.get(unit)
  }

  #at(at: AsKnown): KeptPoint {
    const key = `${at.day} ${at.knownAt ?? ''}`
    const kept = this.#kept.get(key)
    if (kept && this.#stands(kept, at)) return kept
    const view = this.#journal.judge(at)
    const world = view.world()
    const fresh = { point: trendPointOf(view.parts().values(), world), units: unitTrendPointsOf(view.board(), world.year), upTo: view.revision }
    this.#kept.delete(key)
    this.#kept.set(key, fresh)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_POINTS) break
      this.#kept.delete(oldest)
    }
    return fresh
  }

  /** What was known at an instant never changes; what is known now changes with entries about the day or before. */
  #stands(kept: KeptPoint, { day, knownAt }: AsKnown): boolean {
    if (knownAt !== null) return true
    for (const entry of this.#journal.entriesFrom(kept.upTo + 1)) {
      if (isKnown(entry, { day })) return false
      kept.upTo = entry.seq
    }
    return true
  }
}
