import type { Entry } from '../../shared/facts/journal.ts'
import { trendPointOf, type TrendPoint } from '../../shared/measures/trend.ts'
import { isKnown } from '../../shared/obligations/judge.ts'
import type { View } from '../answers/view.ts'
import type { AsKnown } from './as-known.ts'

interface KeptPoint {
  readonly point: TrendPoint
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
    const key = `${at.day} ${at.knownAt ?? ''}`
    const kept = this.#kept.get(key)
    if (kept && this.#stands(kept, at)) return kept.point
    const view = this.#journal.judge(at)
    const point = trendPointOf(view.parts().values(), view.world())
    this.#kept.delete(key)
    this.#kept.set(key, { point, upTo: view.revision })
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT_POINTS) break
      this.#kept.delete(oldest)
    }
    return point
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
