import { dayOf, type Day } from '../../../shared/time/day.ts'
import type { Random } from './random.ts'
import { instantAt, type SampleFact } from './sample-entry.ts'
import { characterOf } from './sample-words.ts'

/** Days on which the column watcher stood still: from the morning of the first to the afternoon of the last. */
export interface Outage {
  readonly from: Day
  readonly to: Day
}

/** One outage in the first year, one in the second. */
export function outagesOf(start: Day): readonly Outage[] {
  const year = +start.slice(0, 4)
  return [{ from: `${year}-11-10`, to: `${year}-11-14` }, { from: `${year + 1}-06-08`, to: `${year + 1}-06-12` }]
}

/** What only the watcher's round would have brought is learned after the recovery; its day stays the day it came out. */
export function afterOutage(entry: SampleFact, start: Day, random: Random): SampleFact {
  const day = dayOf(entry.recordedAt)
  const outage = characterOf(entry.fact.unit).via === 'watcher' ? outagesOf(start).find((each) => each.from <= day && day < each.to) : undefined
  return outage ? { ...entry, recordedAt: instantAt(outage.to, 17 * 60 + random.next() * 40) } : entry
}
