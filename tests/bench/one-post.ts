import { join } from 'node:path'
import { bigJournal } from './big-journal.ts'
import { load, requestBytes } from './http-load.ts'
import { inTurn, ratios, spreadOf } from './measured.ts'
import type { Ratio } from './ratio.ts'
import { copyOf, startProgram, startServer, type ServerProcess } from './server-process.ts'

const CONNECTIONS = 32
const FACTS = 4_000
const TIMES = 5

/** B: one fact a request at concurrency 32, durable when answered, against a bare route that commits one plain row. */
export const onePost: Ratio = {
  letter: 'B',
  async measure(scene) {
    const journal = bigJournal(scene.district.facts, scene.today)
    const server = await startServer(scene, copyOf(scene, scene.district, 'one-post'))
    const bare = await startProgram(join(scene.program, 'bare-http.js'), { BARE: 'post', DATA_DIR: copyOf(scene, scene.district, 'one-post-bare') })
    const headers = { authorization: `Bearer ${scene.district.token}`, 'content-type': 'application/json' }
    const requests = (batch: number) => journal.fresh(FACTS, batch, scene.today).map((fact) => requestBytes('POST /api/facts', headers, JSON.stringify(fact)))
    const cpu = { ours: [] as number[], bare: [] as number[] }
    const run = async (target: ServerProcess, bodies: readonly Buffer[], into: number[]) => {
      const before = target.cpu()
      const { seconds, statuses, last } = await load({ port: target.port, connections: CONNECTIONS, request: (n) => bodies[n] })
      if (statuses.get(200) !== FACTS) throw new Error(`answers: ${JSON.stringify([...statuses])} ${last}`)
      if (!last.includes('"accepted":1')) throw new Error(`not accepted: ${last}`)
      into.push((target.cpu() - before) / FACTS * 1e6)
      return FACTS / seconds
    }
    await run(server, requests(30), [])
    await run(bare, requests(30), [])
    const taken = await inTurn(TIMES, {
      ours: (n) => run(server, requests(31 + n), cpu.ours),
      bare: (n) => run(bare, requests(31 + n), cpu.bare),
    })
    await server.stop()
    await bare.stop()
    return [{
      letter: 'B', what: `single fact POST, durable, ${CONNECTIONS} at once, board of a district behind it`, against: 'bare Hono route, one plain row committed a request, FULL', unit: 'facts/s',
      ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: { atLeast: 0.6 },
      notes: [`server CPU a request: ours ${spreadOf(cpu.ours).median.toFixed(0)} µs, bare ${spreadOf(cpu.bare).median.toFixed(0)} µs`],
    }]
  },
}
