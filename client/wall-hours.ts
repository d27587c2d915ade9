const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Asia/Shanghai, where the wall hangs. */
const ZONE_MS = 8 * HOUR_MS
const NIGHT_FROM = 22
const NIGHT_TO = 6
const RELOAD_AT = 3
/** The reload is tried for this long; a server out of reach then leaves the page as it is until the next night. */
const RELOAD_FOR_MS = HOUR_MS

const sinceMidnight = (ms: number) => (ms + ZONE_MS) % DAY_MS

/** 22:00–6:00: the screen is dimmed. `now` in milliseconds of the server's time. */
export function isNight(now: number): boolean {
  const hour = Math.floor(sinceMidnight(now) / HOUR_MS)
  return hour >= NIGHT_FROM || hour < NIGHT_TO
}

/** Once a night, between 3:00 and 4:00, a page that was opened before that night's hour is loaded anew. */
export function isReloadDue(now: number, openedAt: number): boolean {
  const into = sinceMidnight(now) - RELOAD_AT * HOUR_MS
  return into >= 0 && into < RELOAD_FOR_MS && openedAt < now - into
}
