import { isMainThread, workerData } from 'node:worker_threads'
import type { ThreadTask } from './threads.ts'

/**
 * The one entry of the program. The main thread starts the server; a second thread of the same file does the one task it
 * was started for, and loads nothing else.
 */
if (isMainThread) {
  const { start } = await import('./start.ts')
  await start(new URL(import.meta.url))
} else {
  const task: ThreadTask = workerData
  switch (task.task) {
    case 'past': {
      const { servePast } = await import('./past/past-worker.ts')
      servePast(task.folder)
      break
    }
    case 'tables': {
      const { writeTables } = await import('./documents/table-writer.ts')
      writeTables()
      break
    }
    case 'sample-live': {
      const { runSampleLive } = await import('./sample-live-thread.ts')
      runSampleLive(task)
      break
    }
  }
}
