import { getRequestListener } from '@hono/node-server'
import Sqlite from 'better-sqlite3'
import { Hono, type MiddlewareHandler } from 'hono'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DATABASE_FILE } from '../../server/store/data-folder.ts'
import { systemClock } from '../../server/clock.ts'
import { openCallers } from '../../server/http/callers.ts'
import { guardHeaders } from '../../server/http/headers.ts'
import { openStore } from '../../server/store/open-store.ts'

/*
 * Bare servers to compare with, each a process of its own. BARE says which: `post` commits one plain row a request,
 * `board` answers fixed bytes behind the same session and header middleware, `node` the same bytes by node:http alone.
 */
const kind = process.env['BARE']
const folder = process.env['DATA_DIR'] ?? ''
const bytes = readFileSync(process.env['BYTES'] ?? '/dev/null')

async function listenerOf(): Promise<RequestListener> {
  if (kind === 'post') return getRequestListener(posting().fetch)
  if (kind === 'board') return getRequestListener((await boarding()).fetch)
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'br', 'content-length': bytes.length }).end(bytes)
  }
}

function posting(): Hono {
  const db = new Sqlite(join(folder, DATABASE_FILE))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 16384']) db.pragma(pragma)
  db.exec('create table if not exists plain (seq integer primary key, recorded_at text, kind text, feed text, key text, unit text, item text, day text, body text, unique (feed, key)) strict')
  const insert = db.prepare('insert into plain (recorded_at, kind, feed, key, unit, item, day, body) values (?, ?, ?, ?, ?, ?, ?, ?)')
  const app = new Hono()
  app.post('/api/facts', async (c) => {
    const { kind: named, key, unit, item, day, ...rest } = await c.req.json()
    const { lastInsertRowid } = insert.run(systemClock.now(), named, 'bench', key, unit, item, day, JSON.stringify(rest))
    return c.json({ accepted: 1, revision: Number(lastInsertRowid) })
  })
  return app
}

async function boarding(): Promise<Hono> {
  const store = await openStore({ folder, sample: false, clock: systemClock })
  const callers = openCallers(store, systemClock, 'auto')
  const identify: MiddlewareHandler = async (c, next) => {
    const caller = await callers.of({ cookie: c.req.header('cookie'), authorization: c.req.header('authorization') })
    if (caller.kind === 'person') await store.sessions.touch(caller.session)
    return next()
  }
  const app = new Hono()
  app.use(guardHeaders())
  app.use(identify)
  app.get('/api/board', (c) => {
    const headers = { etag: '"1"', 'cache-control': 'private, no-cache', vary: 'accept-encoding' }
    if (c.req.header('if-none-match') === '"1"') return c.body(null, 304, headers)
    return c.body(bytes, 200, { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-encoding': 'br' })
  })
  return app
}

const server = createServer(await listenerOf())
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit(0))
