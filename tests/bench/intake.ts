import Sqlite from 'better-sqlite3'
import { request } from 'node:http'
import { join } from 'node:path'
import { DATABASE_FILE } from '../../server/store/data-folder.ts'
import { bigJournal } from './big-journal.ts'
import { inTurn, ratios, spreadOf, timed } from './measured.ts'
import type { Ratio } from './ratio.ts'
import type { Filled } from './scene.ts'
import { copyOf, startServer, type ServerProcess } from './server-process.ts'

const FACTS = 100_000
const TRANSACTION = 1_000
const TIMES = 3

/** A: an NDJSON body of 100,000 facts until all are durable and on the board, against a loop of plain inserts. */
export const intake: Ratio = {
  letter: 'A',
  async measure(scene) {
    const journal = bigJournal(scene.big.facts, scene.today)
    const folder = copyOf(scene, scene.big, 'intake')
    const server = await startServer(scene, folder)
    const written = new Sqlite(join(folder, DATABASE_FILE), { readonly: true })
    const table = plainTable(join(copyOf(scene, scene.big, 'intake-bare'), DATABASE_FILE))
    const made = Array.from({ length: TIMES }, (_, n) => journal.fresh(FACTS, 20 + n, scene.today))
    const taken = await inTurn(TIMES, {
      ours: async (n) => {
        const body = Buffer.from(made[n]!.map((fact) => JSON.stringify(fact)).join('\n'))
        const took = await timed(async () => {
          const answer = await posted(server, scene.big, body)
          if (answer.accepted !== FACTS) throw new Error(`accepted ${answer.accepted}, refused ${answer.refused}: ${JSON.stringify(answer.refusals.slice(0, 2))}`)
          const board = await fetch(`http://127.0.0.1:${server.port}/api/board`, { headers: { cookie: scene.big.cookie } }).then((each) => each.json() as Promise<{ revision: number }>)
          if (board.revision < answer.revision) throw new Error('the board is behind')
        })
        return FACTS / took * 1000
      },
      bare: () => FACTS / table.insertFrom(written) * 1000,
    })
    await server.stop()
    written.close()
    table.close()
    return [{
      letter: 'A', what: `NDJSON intake of ${FACTS.toLocaleString('en')} facts over HTTP onto ${scene.big.facts.toLocaleString('en')}, until the board shows them`,
      against: `plain inserts of the same rows, ${TRANSACTION} a transaction, FULL`, unit: 'facts/s',
      ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: { atLeast: 0.5 },
      notes: [`both tables grow by ${FACTS.toLocaleString('en')} each time; the plain table has no triggers`],
    }]
  },
}

interface Answer {
  readonly accepted: number
  readonly refused: number
  readonly revision: number
  readonly refusals: readonly unknown[]
}

function posted(server: ServerProcess, { token }: Filled, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: server.port, host: '127.0.0.1', path: '/api/facts', method: 'POST', headers: {
      authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', 'content-length': body.length } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** The journal's own table and indexes under the same pragmas, without the triggers that guard it. */
function plainTable(file: string) {
  const db = new Sqlite(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 16384', 'cache_size = -65536']) db.pragma(pragma)
  const triggers = db.prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'journal'").pluck().all() as string[]
  for (const trigger of triggers) db.exec(`drop trigger ${trigger}`)
  const columns = db.pragma('table_info(journal)') as { name: string }[]
  const insert = db.prepare<unknown[]>(`insert into journal values (${columns.map(() => '?').join(', ')})`)
  const last = db.prepare('select max(seq) from journal').pluck()
  return {
    /** The rows the server has just written and this table lacks; answers milliseconds, the reading left out. */
    insertFrom(written: Sqlite.Database): number {
      const rows = written.prepare('select * from journal where seq > ? order by seq').raw().all(last.get()) as unknown[][]
      const from = performance.now()
      for (let at = 0; at < rows.length; at += TRANSACTION) {
        db.transaction(() => { for (const row of rows.slice(at, at + TRANSACTION)) insert.run(...row) })()
      }
      return (performance.now() - from) / rows.length * FACTS
    },
    close: () => void db.close(),
  }
}
