import { join } from 'node:path'
import { bigJournal } from './big-journal.ts'
import { inTurn, ratios, spreadOf } from './measured.ts'
import type { Ratio } from './ratio.ts'
import { copyOf, startProgram, startServer, type ServerProcess } from './server-process.ts'
import { watch } from './watchers.ts'

const CLIENTS = 1_000
const PATCHES = 40
const EVERY = 100
const TIMES = 3

/** H: ten patches a second to a thousand screens, against bare socket.io emitting the very same patches. */
export const push: Ratio = {
  letter: 'H',
  async measure(scene) {
    const server = await startServer(scene, copyOf(scene, scene.district, 'push'))
    const bare = await startProgram(join(scene.program, 'bare-socket.js'), {})
    const facts = bigJournal(scene.district.facts, scene.today).fresh(PATCHES * TIMES, 50, scene.today)
    const recorded: { readonly to: number }[][] = []
    const ours = async (n: number) => {
      const mine: { readonly to: number }[] = []
      recorded.push(mine)
      return perMessage(server, scene.district.cookie, {
        send: async (k) => {
          await fetch(`http://127.0.0.1:${server.port}/api/facts`, {
            method: 'POST', headers: { authorization: `Bearer ${scene.district.token}`, 'content-type': 'application/json' }, body: JSON.stringify(facts[n * PATCHES + k]) })
        },
        first: (patch) => mine.push(patch),
      })
    }
    const taken = await inTurn(TIMES, {
      ours,
      bare: (n) => perMessage(bare, '', { send: (k) => bare.say(recorded[n]![k % recorded[n]!.length]), first: () => undefined }),
    })
    await server.stop()
    await bare.stop()
    const sizes = recorded.flat().map((patch) => JSON.stringify(patch).length)
    return [{
      letter: 'H', what: `server CPU a delivered patch, ${CLIENTS.toLocaleString('en')} screens, intake and board included`, against: 'bare socket.io emitting the same patches', unit: 'µs',
      ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: { atMost: 1.2 },
      notes: [`a patch of one fact is ${spreadOf(sizes).median.toFixed(0)} B of JSON`],
    }]
  },
}

interface Emitting {
  readonly send: (n: number) => Promise<void> | void
  readonly first: (patch: { readonly to: number }) => void
}

async function perMessage(target: ServerProcess, cookie: string, { send, first }: Emitting): Promise<number> {
  let received = 0
  const watching = await watch({
    port: target.port, cookie, count: CLIENTS,
    patched: (patch, watcher) => {
      received += 1
      if (watcher === 0) first(patch)
    },
  })
  await pause(500)
  const before = target.cpu()
  for (let n = 0; n < PATCHES; n += 1) {
    await send(n)
    await pause(EVERY)
  }
  await pause(500)
  const used = target.cpu() - before
  watching.close()
  if (received < CLIENTS * PATCHES * 0.9) throw new Error(`only ${received} patches arrived`)
  await pause(500)
  return used / received * 1e6
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
