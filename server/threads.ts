import { Worker } from 'node:worker_threads'
import type { SampleSources } from './feeds/sample/district.ts'

/** What a second thread of the program may be started for; `main` reads it there. */
export type ThreadTask =
  | { readonly task: 'past'; readonly folder: string }
  | { readonly task: 'tables' }
  | { readonly task: 'sample-live'; readonly sources: SampleSources; readonly address: string; readonly token: string }

/** The program again in a thread of its own: as built, or from source through the loader of development and the tests. */
export function startThread(program: URL, task: ThreadTask): Worker {
  if (!program.pathname.endsWith('.ts')) return new Worker(program, { workerData: task })
  const loading = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(program.href)}) })`
  return new Worker(loading, { eval: true, workerData: task, execArgv: [] })
}
