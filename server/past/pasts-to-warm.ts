import { addDays, dayOf, endOfDay, type Instant } from '../../shared/time/day.ts'
import type { AsKnown } from './as-known.ts'

/** A larger journal would hold a core for long and much memory, for what perhaps nobody asks. */
const MOST_ENTRIES = 60_000

interface Recorded {
  lastSeq(): number
}

/** What is asked first after a start: the end of last year, as known now and as known then, and a month ago; nothing of a large journal. */
export function pastsToWarm(journal: Recorded, clock: { now(): Instant }): readonly AsKnown[] {
  const entries = journal.lastSeq()
  if (entries === 0 || entries > MOST_ENTRIES) return []
  const today = dayOf(clock.now())
  const yearEnd = `${+today.slice(0, 4) - 1}-12-31`
  return [{ day: yearEnd, knownAt: null }, { day: yearEnd, knownAt: endOfDay(yearEnd) }, { day: addDays(today, -30), knownAt: endOfDay(addDays(today, -20)) }]
}
