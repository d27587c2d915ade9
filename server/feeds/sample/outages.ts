import { dayOf, type Day } from '../../../shared/time/day.ts'
import type { Random } from './random.ts'
import { instantAt, type SampleFact } from './sample-entry.ts'
import { characterOf } from './sample-words.ts'

/** Days on which the outer network was cut over: watcher and credit system stood still from the first morning to the last afternoon. */
export interface Outage {
  readonly from: Day
  readonly to: Day
}

/** One outage in the first year, one in the second. */
export function outagesOf(start: Day): readonly Outage[] {
  const year = +start.slice(0, 4)
  return [{ from: `${year}-11-10`, to: `${year}-11-14` }, { from: `${year + 1}-06-08`, to: `${year + 1}-06-12` }]
}

/** The unit is one the watcher tells of, and the watcher stood still on that day. */
export function isInOutage(unit: string, day: Day, start: Day): boolean {
  return outageOn(unit, day, start) !== undefined
}

function outageOn(unit: string, day: Day, start: Day): Outage | undefined {
  return characterOf(unit).via === 'watcher' ? outagesOf(start).find((each) => each.from <= day && day < each.to) : undefined
}

/** What only the watcher's round would have brought is learned after the recovery; its day stays the day it came out. */
export function afterOutage(entry: SampleFact, start: Day, random: Random): SampleFact {
  const outage = outageOn(entry.fact.unit, dayOf(entry.recordedAt), start)
  return outage ? { ...entry, recordedAt: instantAt(outage.to, 17 * 60 + random.next() * 40) } : entry
}
