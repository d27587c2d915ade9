import { parentPort } from 'node:worker_threads'
import { systemClock } from './clock.ts'
import { SampleLive } from './feeds/sample/sample-live.ts'
import type { ThreadTask } from './threads.ts'

/** Lets the sample go on: in a thread of its own, since planning ahead takes a second, and through the real push API. */
export function runSampleLive({ sources, address, token }: Extract<ThreadTask, { task: 'sample-live' }>): void {
  const report = (error: unknown) => parentPort?.postMessage(error instanceof Error ? error.message : String(error))
  new SampleLive({
    sources, report, clock: systemClock, random: Math.random,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    async post(facts) {
      if (facts.length === 0) return
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const answer = await fetch(`${address}/api/facts`, { method: 'POST', headers, body: JSON.stringify(facts) })
      const text = await answer.text()
      if (!answer.ok || JSON.parse(text).refused > 0) report(text.slice(0, 1_000))
    },
  })
}
