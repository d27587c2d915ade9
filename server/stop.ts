import type { Door } from './door.ts'
import type { Log } from './log.ts'
import type { Past } from './past/past.ts'
import type { Hub } from './push/hub.ts'
import type { Store } from './store/open-store.ts'

export interface Running {
  readonly door: Door
  readonly hub: Hub
  readonly past: Past
  readonly store: Pick<Store, 'close'>
  readonly log: Log
  /** Whatever runs by a timer and must end first. */
  readonly others: readonly { stop(): void | Promise<void> }[]
}

/** Requests under way have this long to finish. */
const PATIENCE = 6_000
/** After this the process ends, whatever hangs. */
const LIMIT = 9_000

/**
 * Stops gracefully on a signal, within ten seconds: nothing new is begun, sockets are told why, requests under way get their
 * answer, then the store is closed. A second signal ends the process at once.
 */
export function stopOn(signals: readonly NodeJS.Signals[], running: Running): void {
  let isStopping = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      setTimeout(() => process.exit(1), LIMIT).unref()
      stop(running).then(
        () => process.exit(0),
        (error: unknown) => {
          running.log.error({ err: error }, 'the server did not stop cleanly')
          process.exit(1)
        },
      )
    })
  }
}

async function stop({ door, hub, past, store, others }: Running): Promise<void> {
  for (const each of others) await each.stop()
  door.shut()
  // A connection kept open for more requests is idle only once its answer is out.
  const idle = setInterval(() => door.server.closeIdleConnections(), 50)
  const hurry = setTimeout(() => door.server.closeAllConnections(), PATIENCE)
  await hub.close()
  clearInterval(idle)
  clearTimeout(hurry)
  await past.close()
  store.close()
}
