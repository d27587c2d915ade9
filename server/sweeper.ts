import type { Log } from './log.ts'
import type { Store } from './store/open-store.ts'

const EVERY = 10 * 60_000

/** Removes what has run out from time to time: ended sessions and counts of old sign-in tries. */
export function keepSwept(store: Pick<Store, 'sessions' | 'throttle'>, log: Log): { stop(): void } {
  const timer = setInterval(() => {
    Promise.all([store.sessions.sweep(), store.throttle.sweep()])
      .catch((error: unknown) => log.warn({ err: error }, 'what has run out could not be removed'))
  }, EVERY)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
