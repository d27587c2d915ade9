import type { Fact, Source } from '../../../shared/facts/fact.ts'
import type { Setting } from '../../../shared/facts/setting.ts'
import { dayNumber, type Day, type Instant } from '../../../shared/time/day.ts'
import type { Random } from './random.ts'

/** A fact of the sample before it has its place in the sequence. */
export interface SampleFact {
  readonly recordedAt: Instant
  readonly source: Source
  readonly fact: Fact
}

export interface SampleSetting {
  readonly recordedAt: Instant
  readonly source: Source
  readonly setting: Setting
}

export type SampleEntry = SampleFact | SampleSetting

export const feeds = {
  oa: { feed: 'oa', ofRecord: true },
  credit: { feed: 'credit', ofRecord: true },
  finance: { feed: 'finance', ofRecord: true },
  cms: { feed: 'cms' },
  watcher: { feed: 'watcher' },
  admin: { feed: 'admin', account: 'admin' },
} as const satisfies Record<string, Source>

export function clerkOf(unit: string): Source {
  return { feed: 'desk', account: `clerk.${unit}` }
}

export const supervisorDesk: Source = { feed: 'desk', account: 'supervisor' }
export const reviewerDesk: Source = { feed: 'desk', account: 'reviewer' }

/** The instant of a local day at so many minutes after midnight in Shanghai. */
export function instantAt(day: Day, minutes: number): Instant {
  return new Date(dayNumber(day) * 86_400_000 - 8 * 3_600_000 + Math.round(minutes * 60_000)).toISOString()
}

/** Minutes after midnight at which people work: mornings and afternoons, now and then an evening. */
export function officeMinutes(random: Random): number {
  const hour = random.next()
  if (hour < 0.46) return 8 * 60 + 40 + random.next() * 190
  if (hour < 0.93) return 13 * 60 + 40 + random.next() * 240
  return 18 * 60 + 10 + random.next() * 170
}

/** Minutes at which the column watcher makes its nightly round. */
export function nightMinutes(random: Random): number {
  return 120 + random.next() * 200
}

/** Minutes at which systems of record hand over the day's batch. */
export function batchMinutes(random: Random): number {
  return 18 * 60 + 30 + random.next() * 20
}
