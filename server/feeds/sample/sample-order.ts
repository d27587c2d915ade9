import { dayOf, startOfDay } from '../../../shared/time/day.ts'
import type { SampleEntry, SampleFact } from './sample-entry.ts'

/** By the instant recorded; settings before facts, then by key, so that the order never depends on how it was planned. */
export function byInstant(a: SampleEntry, b: SampleEntry): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1
  const [x, y] = [nameOf(a), nameOf(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

function nameOf(entry: SampleEntry): string {
  return 'setting' in entry ? '' : `${entry.source.feed}|${entry.fact.key}`
}

/** Minutes after Shanghai's midnight at which an entry was recorded. */
export function minutesOf(entry: SampleFact): number {
  return (Date.parse(entry.recordedAt) - Date.parse(startOfDay(dayOf(entry.recordedAt)))) / 60_000
}
