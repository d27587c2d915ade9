import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessTable, boundUnit, maySeeUnit } from '../../../server/http/access.ts'
import type { CallerKind } from '../../../server/http/caller.ts'
import { mustCoverEveryRoute } from '../../../server/http/gate.ts'
import type { HttpEnv } from '../../../server/http/parts.ts'
import { errorIn, openSmallServer, roles, type Ask, type SmallServer } from './small-server.ts'

const kinds: readonly CallerKind[] = [...roles, 'wall', 'feed', 'nobody']
const bound: readonly CallerKind[] = ['head', 'clerk']

let server: SmallServer
let credentials: Record<CallerKind, Ask>
/** An appeal of each unit, and a file both have handed in. */
const matters: Record<string, number> = {}
let file = ''

beforeAll(async () => {
  server = await openSmallServer()
  const { linkSecret } = await server.store.kiosks.create({ name: '大厅', createdBy: 't' }, { who: 't', act: 'made', about: '', from: '' })
  const opened = await server.request(`/kiosk/${linkSecret}`)
  const { secret } = await server.store.tokens.create({ feed: 'oa', units: ['A'], items: '*', ofRecord: true, createdBy: 't' }, { who: 't', act: 'made', about: '', from: '' })
  for (const unit of ['A', 'B']) {
    const seq = server.live.revision + 1
    const fact = { kind: 'disputed', key: `d-${unit}`, unit, item: 'about', day: '2026-03-10', about: { obligation: `${unit}|about|standing#1` }, reason: '有误' } as const
    const entry = { seq, recordedAt: server.now, source: { feed: 'desk' }, fact }
    server.store.journal.append([entry])
    server.live.append([entry])
    matters[unit] = seq
    const found = { kind: 'found', key: `f-${unit}`, unit, item: 'about', day: '2026-03-10', year: 2026, code: 'linkDead', place: '栏目', reason: '打不开', until: '2026-03-20' } as const
    const finding = { seq: seq + 1, recordedAt: server.now, source: { feed: 'desk' }, fact: found }
    server.store.journal.append([finding])
    server.live.append([finding])
    const kept = await server.store.attachments.keep({ unit, name: 'a.txt', type: 'text/plain', by: 't', bytes: new TextEncoder().encode('说明') }, { who: 't', act: 'kept', from: '' })
    file = kept.sha256
  }
  const people = Object.fromEntries(await Promise.all(roles.map(async role => [role, { cookie: await server.cookieOf(role) }])))
  credentials = { ...people, wall: { cookie: opened.headers.get('set-cookie')!.split(';')[0]! }, feed: { token: secret }, nobody: {} } as Record<CallerKind, Ask>
})
afterAll(() => server.close())

/** An address of the route about unit A, or about B. */
function pathOf(route: string, unit: 'A' | 'B'): string {
  const path = route.split(' ')[1]!
  if (path.startsWith('/api/units/')) return path.replace(':id', unit)
  if (path === '/api/obligations/:id') return `/api/obligations/${encodeURIComponent(`${unit}|about|standing#1`)}`
  if (path === '/api/matters/:id') return `/api/matters/${matters[unit]}`
  if (path === '/api/findings/:id') return `/api/findings/${matters[unit]! + 1}`
  if (path === '/api/attachments/:id') return `/api/attachments/${file}?unit=${unit}`
  if (path === '/api/exports/papers/:file') return `/api/exports/papers/findings.csv?unit=${unit}`
  if (path === '/api/compare') return `${path}?from=2026-03-01`
  if (['/api/obligations', '/api/duties', '/api/search', '/api/matters', '/api/findings'].includes(path) || path.startsWith('/api/exports/')) return `${path}?unit=${unit}`
  return path.replace(':year', '2026').replace(/:\w+/, 'x')
}

const asked = (route: string): Ask => (route.startsWith('GET') ? {} : { method: route.split(' ')[0]!, raw: route.startsWith('POST /first-admin') ? '' : '{}' })

describe.each(accessTable.map(rule => [rule.route, rule] as const))('%s', (route, rule) => {
  it.each(kinds)('lets %s in only where the route table says so', async kind => {
    // Leaving would end the session the other cases use.
    const ask = route === 'DELETE /api/session' ? { ...asked(route) } : { ...asked(route), ...credentials[kind] }
    const answer = await server.request(pathOf(route, 'A'), ask)
    const code = answer.ok || answer.status === 303 ? '' : await answer.clone().json().then((body: { error: { code: string } }) => body.error.code, () => '')
    const isShut = code === 'sign-in-required' || code === 'forbidden' || code === 'bad-token'
    if (rule.who.includes(kind)) expect([kind, isShut && !(route === 'GET /api/session')]).toEqual([kind, false])
    else expect([kind, answer.status]).toEqual([kind, kind === 'nobody' ? 401 : 403])
  })
})

describe.each(accessTable.filter(rule => rule.ownUnitOnly && rule.route.startsWith('GET')).map(rule => rule.route))('%s', route => {
  it.each(bound)('keeps %s to the own unit', async kind => {
    expect((await server.request(pathOf(route, 'A'), credentials[kind])).status).toBe(200)
    const other = await server.request(pathOf(route, 'B'), credentials[kind])
    if (route === 'GET /api/units') {
      const { units } = await (await server.request('/api/units', credentials[kind])).json() as { units: { id: string }[] }
      expect(units.map(unit => unit.id)).toEqual(['A'])
      return
    }
    expect([other.status, (await errorIn(other)).code]).toEqual([403, 'other-unit'])
    expect((await server.request(pathOf(route, 'B'), credentials.reviewer)).status).toBe(200)
  })
})

describe('mustCoverEveryRoute()', () => {
  it('throws for a route without a rule, so that the start stops', () => {
    const app = new Hono<HttpEnv>()
    app.get('/api/forgotten', c => c.text(''))
    expect(() => mustCoverEveryRoute(app)).toThrow('routes without an access rule: GET /api/forgotten')
  })

  it('throws for a rule without a route', () => {
    expect(() => mustCoverEveryRoute(new Hono<HttpEnv>())).toThrow('access rules without a route: GET /api/health')
  })
})

describe('boundUnit()', () => {
  const head = { id: '1', login: 'h', name: 'h', role: 'head', unit: null, authVersion: 1, disabled: false, createdAt: '' } as const
  const session = { id: 's', holder: { kind: 'account', account: head }, createdAt: '', lastSeenAt: '', idleUntil: '', absoluteUntil: '' } as const

  it('binds a head without a unit to none at all, never to all', () => {
    expect(boundUnit({ kind: 'person', account: head, session })).toBe('')
    expect(maySeeUnit({ kind: 'person', account: head, session }, 'A')).toBe(false)
  })

  it('binds whoever is not signed in', () => {
    expect(boundUnit({ kind: 'nobody' })).toBe('')
  })
})
