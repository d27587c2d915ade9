import { beforeAll, describe, expect, it } from 'vitest'
import { accessTable, type AccessRule } from '../../server/http/access.ts'
import type { CallerKind } from '../../server/http/caller.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { DutyPage, ObligationPage, UnitsAnswer } from '../../shared/wire/answers.ts'
import { formation, publication } from '../support/fresh-facts.ts'
import { startServer, type Server } from '../support/server.ts'
import { cookiesOf, Visitor } from '../support/visitor.ts'

/** Of the unit whose head and clerk sign in, and of another one. */
const [own, other] = ['D03', 'D05']
const kinds = ['admin', 'supervisor', 'reviewer', 'head', 'clerk', 'wall', 'feed', 'nobody'] as const satisfies readonly CallerKind[]

let server: Server
const callers = new Map<CallerKind, Visitor>()
const as = (kind: CallerKind) => callers.get(kind)!
const secrets: Record<string, string> = {}

beforeAll(async () => {
  server = await startServer()
  for (const role of ['admin', 'supervisor', 'reviewer'] as const) callers.set(role, await server.signIn(role))
  for (const role of ['head', 'clerk'] as const) callers.set(role, await server.signIn(`${role}.${own}`))
  const { url } = await as('admin').post<{ url: string }>('/api/kiosks', { name: '大屏' })
  callers.set('wall', new Visitor(server.url, { cookie: cookiesOf(await fetch(url, { redirect: 'manual' })), origin: server.url }))
  callers.set('feed', await server.feed(as('admin'), { name: 'oa', ofRecord: true }))
  callers.set('nobody', server.nobody)
  await as('feed').post('/api/facts', [own, other].flatMap(unit => {
    const paper = formation(server.day, { unit, title: `${unit}尚未公开的文件` })
    secrets[unit] = `${unit}|district-6|doc:${String(paper['ref'])}@${server.day}`
    return [paper, publication(server.day, { unit })]
  }))
})

function addressOf({ route, ownUnitOnly }: AccessRule, unit: string): string {
  const path = route.split(' ')[1]!
  if (path.startsWith('/api/units/')) return path.replace(':id', unit)
  if (path === '/api/obligations/:id') return `/api/obligations/${encodeURIComponent(secrets[unit]!)}`
  if (path === '/api/exports/papers/:file') return `/api/exports/papers/findings.csv?unit=${unit}`
  if (route.startsWith('GET') && ownUnitOnly) return `${path}?unit=${unit}`
  return path.replace(':year', '2026').replace(/:\w+/, 'none-such')
}

/** An empty request of the route: it changes nothing, and shows who is let in. */
function requestOf({ route }: AccessRule): RequestInit {
  const [method] = route.split(' ')
  return method === 'GET' || method === 'DELETE' ? { method } : { method: method!, body: '{}', headers: { 'content-type': 'application/json' } }
}

// Leaving would end the sessions the other cases use; it is open to everybody.
const table = accessTable.filter(({ route }) => route !== 'DELETE /api/session')

describe.each(table.map(rule => [rule.route, rule] as const))('%s', (route, rule) => {
  it.each(kinds)('lets %s in exactly where the route table says so', async kind => {
    const answer = await as(kind).ask(addressOf(rule, own), requestOf(rule))
    const words = await answer.text()
    const isShut = answer.status === 401 ? /sign-in-required|bad-token/.test(words) : answer.status === 403 && words.includes('"forbidden"')
    expect(isShut).toBe(!rule.who.includes(kind))
    expect(answer.status).toBeLessThan(500)
  })

  if (rule.ownUnitOnly && route.startsWith('GET')) it.each(['head', 'clerk'] as const)('shows %s no other unit', async kind => {
    const mine = await as(kind).ask(addressOf(rule, own))
    if (mine.ok) {
      expect(await Visitor.faultOf(await as(kind).ask(addressOf(rule, other)))).toMatchObject({ status: 403, code: 'other-unit' })
      expect((await as('supervisor').ask(addressOf(rule, other))).status).toBe(200)
    } else {
      // The route takes no unit: what it answers is the own unit's alone.
      expect(mine.status).toBe(400)
      expect(await (await as(kind).ask(route.split(' ')[1]!)).text()).not.toContain(other)
    }
  })
})

it('every described route has a rule', async () => {
  const { paths } = await server.nobody.read<{ paths: Readonly<Record<string, object>> }>('/api/openapi.json')
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`))
  expect(described.length).toBeGreaterThan(20)
  expect(described.filter(route => !accessTable.some(rule => rule.route === route))).toEqual([])
})

describe.each(['head', 'clerk'] as const)("a unit's %s", kind => {
  it('finds only the own unit in every list, whatever is asked', async () => {
    for (const query of ['', '?status=overdue', `?q=${other}`, '?year=2025&year=2026&limit=1000']) {
      const { rows } = await as(kind).read<ObligationPage>(`/api/obligations${query}`)
      expect([...new Set(rows.map(({ unit }) => unit))].filter(unit => unit !== own)).toEqual([])
    }
    expect([...new Set((await as(kind).read<DutyPage>('/api/duties')).rows.map(({ unit }) => unit))]).toEqual([own])
    expect((await as(kind).read<UnitsAnswer>('/api/units')).units.map(({ id }) => id)).toEqual([own])
    expect((await as(kind).ask(`/api/obligations?unit=${own}&unit=${other}`)).status).toBe(403)
    expect((await as(kind).ask(`/api/obligations?unit=${own},${other}`)).status).toBe(403)
  })

  it('reads the own title before it is public, and the past no wider than the present', async () => {
    const { rows } = await as(kind).read<ObligationPage>(`/api/obligations?q=${encodeURIComponent(`${own}尚未公开的文件`)}`)
    expect(rows).toHaveLength(1)
    expect((await as(kind).ask(`/api/units/${other}?asOf=2026-06-30`)).status).toBe(403)
    const past = await as(kind).read<ObligationPage>('/api/obligations?asOf=2026-06-30&limit=1000')
    expect([...new Set(past.rows.map(({ unit }) => unit))]).toEqual([own])
  })
})

describe('titles of what is not public yet', () => {
  it('stand in no board and no list of a wall, a head or a clerk of another unit', async () => {
    const hidden = `${other}尚未公开的文件`
    expect(JSON.stringify(await as('wall').read<Board>('/api/board'))).not.toContain('尚未公开的文件')
    expect(JSON.stringify(await as('supervisor').read<Board>('/api/board'))).not.toContain('尚未公开的文件')
    for (const kind of ['head', 'clerk'] as const) {
      expect((await as(kind).read<ObligationPage>(`/api/obligations?q=${encodeURIComponent(hidden)}`)).total).toBe(0)
    }
  })

  it('are read by the office', async () => {
    for (const kind of ['admin', 'supervisor', 'reviewer'] as const) {
      expect((await as(kind).read<ObligationPage>(`/api/obligations?q=${encodeURIComponent(`${other}尚未公开的文件`)}`)).total).toBe(1)
    }
  })
})

describe('writing from another site', () => {
  it.each([
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['no word of where from', { origin: '' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ])('with %s is refused to one who is signed in', async (_what, headers) => {
    const { cookie } = as('admin')
    const answer = await server.nobody.ask('/api/kiosks', { method: 'POST', body: '{"name":"x"}', headers: { cookie, 'content-type': 'application/json', ...headers } })
    expect(await Visitor.faultOf(answer)).toMatchObject({ status: 403, code: 'cross-site' })
  })
})
