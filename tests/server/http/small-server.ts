import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { dayOf, type Instant } from '../../../shared/time/day.ts'
import type { Fact } from '../../../shared/facts/fact.ts'
import { listen } from '../../../server/door.ts'
import { openTableFiles } from '../../../server/documents/table-files.ts'
import { createApp } from '../../../server/http/app.ts'
import { openCallers } from '../../../server/http/callers.ts'
import { liveView } from '../../../server/http/live-view.ts'
import type { Api, HttpParts } from '../../../server/http/parts.ts'
import { passwordHash } from '../../../server/http/passwords.ts'
import { openIntake } from '../../../server/intake.ts'
import { intakeAuditRow } from '../../../server/intake-audit.ts'
import type { Intake } from '../../../server/intake/ports.ts'
import { LiveBoard } from '../../../server/live/live-board.ts'
import { openPast } from '../../../server/past/past.ts'
import { openHub, type Hub } from '../../../server/push/hub.ts'
import type { Role } from '../../../server/store/account.ts'
import { openStore, type Store } from '../../../server/store/open-store.ts'
import { startingSettings } from '../../support/small-district.ts'

export const password = 'a good password'
export const roles: readonly Role[] = ['admin', 'supervisor', 'reviewer', 'head', 'clerk']

/** A whole server on the small district: real store in a folder of its own, real sockets, a clock the test sets. */
export interface SmallServer {
  readonly app: Api
  readonly store: Store
  readonly live: LiveBoard
  readonly intake: Intake
  readonly hub: Hub
  readonly log: unknown[]
  now: Instant
  /** "127.0.0.1:<port>": what a browser would say in Host. */
  readonly host: string
  request(path: string, ask?: Ask): Promise<Response>
  signIn(login: string, ask?: Ask & { password?: string }): Promise<Response>
  /** The cookie of an account of the role, signed in once. */
  cookieOf(role: Role): Promise<string>
  post(facts: readonly (Partial<Fact> & { kind: Fact['kind'] })[]): Promise<void>
  close(): Promise<void>
}

export interface Ask {
  readonly method?: string
  readonly body?: unknown
  readonly raw?: string
  readonly cookie?: string
  readonly token?: string
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
}

const silent = { info: () => undefined, warn: () => undefined }

export async function openSmallServer(options: { now?: Instant; config?: HttpParts['config']; clientFolder?: string } = {}): Promise<SmallServer> {
  const folder = mkdtempSync(join(tmpdir(), 'http-'))
  const state = { now: options.now ?? '2026-03-10T02:00:00.000Z' }
  const clock = { now: () => state.now }
  const log: unknown[] = []
  const store = await openStore({ folder, sample: false, clock })
  const entries = startingSettings().map((setting, place) => ({ seq: place + 1, recordedAt: '2025-01-01T00:00:00.000Z', source: { feed: 'admin' }, setting }))
  store.journal.append(entries)
  const hash = await passwordHash(password)
  await store.accounts.create(roles.map(role => ({
    login: role, name: role, role, unit: role === 'head' || role === 'clerk' ? 'A' : null, passwordHash: hash,
  })), { who: 'system', act: 'made', about: '', from: 'local' })
  const live = new LiveBoard(dayOf(clock.now()))
  live.replay(store.journal.entries())
  const errors = { ...silent, error: (given: unknown) => void log.push(given) }
  const intake = openIntake({ store: store.journal, live, clock, auditRow: intakeAuditRow, report: error => log.push(error) })
  const config = options.config ?? { cookieSecure: 'auto', trustProxy: false }
  const callers = openCallers(store, clock, config.cookieSecure)
  const program = new URL('../../../server/main.ts', import.meta.url)
  const past = openPast({ folder, program })
  const tables = openTableFiles(program)
  const door = await listen({ host: '127.0.0.1', port: 0 })
  const host = `127.0.0.1:${door.port}`
  const parts = { store, live: liveView(live, store.journal), intake, past, tables, callers, clock, config, log: errors, epoch: 'e1', version: '0.0.1' }
  const hub = openHub(door.server, { live, clock, callers, epoch: 'e1', log: errors })
  const app = createApp({ ...parts, hub, clientFolder: options.clientFolder ?? join(folder, 'no-pages') })
  door.open(getRequestListener(app.fetch))
  intake.onAppended(() => hub.announce())
  const cookies = new Map<Role, string>()

  async function request(path: string, ask: Ask = {}): Promise<Response> {
    const { body, raw, cookie, token, from } = ask
    const method = ask.method ?? (body === undefined && raw === undefined ? 'GET' : 'POST')
    const headers: Record<string, string> = {
      host, ...(method === 'GET' ? {} : { origin: `http://${host}` }), ...(body === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...ask.headers,
    }
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const env = from === undefined ? {} : { incoming: { socket: { remoteAddress: from } } }
    return app.request(`http://${host}${path}`, { method, headers, ...(sent === undefined ? {} : { body: sent }) }, env)
  }

  async function signIn(login: string, ask: Ask & { password?: string } = {}): Promise<Response> {
    return request('/api/session', { ...ask, body: { account: login, password: ask.password ?? password } })
  }

  return {
    app, store, live, intake, hub, log, host, request, signIn,
    get now() {
      return state.now
    },
    set now(instant) {
      state.now = instant
    },
    async cookieOf(role) {
      const known = cookies.get(role)
      if (known !== undefined) return known
      const cookie = cookieIn(await signIn(role))
      cookies.set(role, cookie)
      return cookie
    },
    async post(facts) {
      const raws = facts.map((fact, n) => ({ key: `k${live.revision}-${n}`, unit: 'A', item: 'doc', day: dayOf(state.now), ...fact }))
      const result = await intake.take(raws, { feed: 'oa', ofRecord: true, scope: { role: 'feed', units: '*' }, request: { who: 'test', from: 'local' } })
      if (result.refused > 0) throw new Error(JSON.stringify(result.refusals))
    },
    async close() {
      await hub.close()
      await past.close()
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** name=value of the cookie an answer sets. */
export function cookieIn(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

export async function errorIn(answer: Response): Promise<{ code: string; message: string; issues?: { field: string }[] }> {
  return (await answer.json() as { error: { code: string; message: string; issues?: { field: string }[] } }).error
}
