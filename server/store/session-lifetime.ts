import type { Instant } from '../../shared/time/day.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How long a session lives unused, and at the longest. A wall has nobody at the keyboard to sign in again. */
export const sessionLifetimes = {
  account: { idle: 12 * HOUR, absolute: 7 * DAY },
  kiosk: { idle: 30 * DAY, absolute: 400 * DAY },
} as const

/** A kiosk link must be opened within this time. */
export const KIOSK_LINK_LIFETIME = 7 * DAY

/** Being seen reaches the disk at most this often. */
export const TOUCH_EVERY = 60_000

export function later(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}
