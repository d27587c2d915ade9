import { Agent, request } from 'node:http'
import { bigJournal } from './big-journal.ts'
import { percentile, spreadOf } from './measured.ts'
import type { Ratio } from './ratio.ts'
import type { Loose } from './big-facts.ts'
import { copyOf, startServer } from './server-process.ts'
import { watch } from './watchers.ts'

const SCREENS = 500
const SAMPLED = 20
const A_SECOND = 200
const SECONDS = 5
const TIMES = 3
/** What the hub gathers for; the limit is on what comes on top. */
const WINDOW = 50

/** I: from posting a fact to its patch on a screen, 200 facts a second posted one by one, 500 screens open. */
export const toScreen: Ratio = {
  letter: 'I',
  async measure(scene) {
    const server = await startServer(scene, copyOf(scene, scene.district, 'screen'))
    const journal = bigJournal(scene.district.facts, scene.today)
    const agent = new Agent({ keepAlive: true, maxSockets: 64 })
    const late: number[] = []
    const cpu: number[] = []
    const medians: number[] = []
    for (let n = 0; n < TIMES; n += 1) {
      const waiting: { readonly revision: number; readonly posted: number; readonly seen: Set<number> }[] = []
      const arrived: { readonly to: number; readonly at: number; readonly watcher: number }[] = []
      const watching = await watch({
        port: server.port, cookie: scene.district.cookie, count: SCREENS,
        patched: ({ to }, watcher) => { if (watcher % (SCREENS / SAMPLED) === 0) arrived.push({ to, at: performance.now(), watcher }) },
      })
      const facts = journal.fresh(A_SECOND * SECONDS, 60 + n, scene.today)
      const before = server.cpu()
      const from = performance.now()
      const answers = facts.map((fact, k) => new Promise<void>((resolve, reject) => {
        setTimeout(() => {
          const posted = performance.now()
          post({ agent, port: server.port, token: scene.district.token }, fact).then((revision) => {
            waiting.push({ revision, posted, seen: new Set() })
            resolve()
          }, reject)
        }, (k / A_SECOND) * 1000)
      }))
      await Promise.all(answers)
      const used = server.cpu() - before
      cpu.push(used / ((performance.now() - from) / 1000) * 100)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      watching.close()
      const took = latencies(waiting, arrived)
      if (took.length < facts.length * SAMPLED * 0.99) throw new Error(`${took.length} of ${facts.length * SAMPLED} facts were seen`)
      late.push(percentile(took, 0.99) - WINDOW)
      medians.push(percentile(took, 0.5))
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    agent.destroy()
    await server.stop()
    return [
      {
        letter: 'I', what: `fact to screen, ${A_SECOND} facts/s one by one, ${SCREENS} screens: p99 less the window of ${WINDOW} ms`, against: '-', unit: 'ms',
        ours: spreadOf(late), bare: null, ratio: spreadOf(late), reach: { atMost: 15 },
        notes: [`median from post to patch ${spreadOf(medians).median.toFixed(1)} ms; seen on ${SAMPLED} screens; load and screens share the second core`],
      },
      { letter: 'I, CPU', what: 'server CPU meanwhile', against: '-', unit: '% of a core', ours: spreadOf(cpu), bare: null, ratio: spreadOf(cpu), reach: { atMost: 40 } },
    ]
  },
}

/** For each fact and sampled screen: from its post to the first patch that reaches its revision. */
function latencies(posts: readonly { revision: number; posted: number }[], arrived: readonly { to: number; at: number; watcher: number }[]): number[] {
  const byScreen = new Map<number, { to: number; at: number }[]>()
  for (const { watcher, to, at } of arrived) {
    const list = byScreen.get(watcher)
    if (list) list.push({ to, at })
    else byScreen.set(watcher, [{ to, at }])
  }
  const took: number[] = []
  for (const patches of byScreen.values()) {
    for (const { revision, posted } of posts) {
      const seen = patches.find(({ to }) => to >= revision)
      if (seen) took.push(seen.at - posted)
    }
  }
  return took
}

interface Target {
  readonly agent: Agent
  readonly port: number
  readonly token: string
}

function post({ agent, port, token }: Target, fact: Loose): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: '127.0.0.1', path: '/api/facts', method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { accepted?: number; revision: number }
        if (answer.accepted === 1) resolve(answer.revision)
        else reject(new Error(JSON.stringify(answer)))
      })
    })
    sent.once('error', reject)
    sent.end(JSON.stringify(fact))
  })
}
