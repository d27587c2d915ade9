import { shallowRef } from 'vue'
import type { Instant } from '../shared/time/day.ts'

const SHANGHAI_MS = 8 * 3_600_000
const SECOND_MS = 1_000

let origin: number | null = null

/** The server's time in milliseconds, stepped once a second; null before the first greeting. */
export const second = shallowRef<number | null>(null)

/** Sets the page's only clock: the server's time when it greeted, carried on by the page's own monotonic counter. */
export function greet(now: Instant): void {
  origin = Date.parse(now) - performance.now()
  step()
}

/** Milliseconds of the server's time now, null before the first greeting. */
export function serverNow(): number | null {
  return origin === null ? null : origin + performance.now()
}

/** Milliseconds since the epoch of an instant. */
export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The instant of a number of milliseconds. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString()
}

/** "10:42:07" in Asia/Shanghai. */
export function timeOfDay(ms: number): string {
  return new Date(ms + SHANGHAI_MS).toISOString().slice(11, 19)
}

function step(): void {
  const now = serverNow()
  if (now !== null) second.value = now
}

/** Steps `second` at each full second from here on. */
export function startTicking(): void {
  const wait = SECOND_MS - ((serverNow() ?? performance.now()) % SECOND_MS)
  setTimeout(() => {
    step()
    startTicking()
  }, wait)
}
