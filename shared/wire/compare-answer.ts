import type { Changes } from '../measures/changes.ts'
import type { Day, Instant } from '../time/day.ts'

/** GET /api/compare: two days side by side. */
export interface CompareAnswer extends Changes {
  readonly revision: number
  readonly sample: boolean
  readonly from: Day
  readonly to: Day
  /** Both days as known at this instant; null: with everything known by now, or `knownThen`. */
  readonly knownAt: Instant | null
  /** Each day as it was known at its own end. */
  readonly knownThen: boolean
}
