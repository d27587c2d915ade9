import { endOfDay, readDay, type Day, type Instant } from '../../shared/time/day.ts'

/** Which past is asked for: as of a day, as known at an instant (null = with everything known by now). */
export interface AsKnown {
  readonly day: Day
  readonly knownAt: Instant | null
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** An instant, or a day meaning its end in Asia/Shanghai; undefined for anything else. */
export function readKnownAt(value: string): Instant | undefined {
  const day = readDay(value)
  if (day !== undefined) return endOfDay(day)
  if (!INSTANT.test(value) || readDay(value.slice(0, 10)) === undefined) return undefined
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
