import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { DATABASE_FILE } from '../../server/store/data-folder.ts'
import { inTurn, ratios, spreadOf } from './measured.ts'
import type { Ratio } from './ratio.ts'
import type { Scene } from './scene.ts'
import { copyOf, startServer } from './server-process.ts'

const readAll = `
const Sqlite = require('better-sqlite3')
const db = new Sqlite(process.argv[1], { readonly: true })
let rows = 0
for (const row of db.prepare('select * from journal order by seq').raw().iterate()) rows += row.length > 0 ? 1 : 0
console.log(rows)
`

/** F: from the command to the first answer of /api/health, against a process that only walks the same rows. */
export const start: Ratio = {
  letter: 'F',
  async measure(scene) {
    const folder = copyOf(scene, scene.big, 'start')
    // The first start of a day writes that the day began; what is measured are starts after it.
    await started(scene, folder)
    const taken = await inTurn(3, { ours: () => started(scene, folder), bare: () => walked(join(folder, DATABASE_FILE)) })
    return [{
      letter: 'F', what: `start with ${scene.big.facts.toLocaleString('en')} facts to the first /api/health`, against: 'a process that walks raw().iterate() over the same table', unit: 'ms',
      ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: { atMost: 3 },
    }]
  },
}

async function started(scene: Scene, folder: string): Promise<number> {
  const from = performance.now()
  const server = await startServer(scene, folder)
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/health`)
  const took = performance.now() - from
  if (answer.status !== 200) throw new Error(`health answered ${answer.status}`)
  await server.stop()
  return took
}

function walked(file: string): Promise<number> {
  const from = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn('taskset', ['-c', '0', process.execPath, '-e', readAll, file], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(performance.now() - from) : reject(new Error(`the walk ended with ${code}`))))
  })
}
