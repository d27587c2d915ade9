import { isMainThread } from 'node:worker_threads'

/**
 * The one entry of the program. In the main thread it starts the server; started again as a worker thread (which keeps the
 * build a single bundle) it judges the past.
 */
if (isMainThread) {
  const { start } = await import('./start.ts')
  await start(new URL(import.meta.url))
} else {
  const { servePast } = await import('./past/past-worker.ts')
  servePast()
}
