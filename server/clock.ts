import type { Instant } from '../shared/time/day.ts'

/** The server's only clock; whoever needs the time is handed one. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => new Date().toISOString() }
