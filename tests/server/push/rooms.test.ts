import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CallerKind } from '../../../server/http/caller.ts'
import type { ClientEvents, JoinAnswer, JoinRequest, ServerEvents } from '../../../shared/wire/events.ts'
import { openSmallServer, roles, type SmallServer } from '../http/small-server.ts'

type Client = Socket<ServerEvents, ClientEvents>

/** Rooms a caller may join; the clerk and head of the small district are those of unit A. A feed and a stranger do not even connect. */
const rooms = { board: { scope: 'board' }, own: { scope: 'unit', unit: 'A' }, other: { scope: 'unit', unit: 'B' } } as const satisfies Record<string, JoinRequest>
const table: readonly (readonly [kind: CallerKind, may: readonly (keyof typeof rooms)[] | 'nothing'])[] = [
  ['admin', ['board', 'own', 'other']], ['supervisor', ['board', 'own', 'other']], ['reviewer', ['board', 'own', 'other']],
  ['head', ['own']], ['clerk', ['own']], ['wall', ['board']], ['feed', 'nothing'], ['nobody', 'nothing'],
]

let server: SmallServer
const headers = new Map<CallerKind, Record<string, string>>()
const open: Client[] = []

beforeAll(async () => {
  server = await openSmallServer()
  for (const role of roles) headers.set(role, { cookie: await server.cookieOf(role) })
  const audit = { who: 't', act: 'made', about: '', from: '' }
  const { linkSecret } = await server.store.kiosks.create({ name: '大厅', createdBy: 't' }, audit)
  headers.set('wall', { cookie: (await server.request(`/kiosk/${linkSecret}`)).headers.get('set-cookie')!.split(';')[0]! })
  const { secret } = await server.store.tokens.create({ feed: 'oa', units: ['A'], items: '*', ofRecord: true, createdBy: 't' }, audit)
  headers.set('feed', { authorization: `Bearer ${secret}` })
  headers.set('nobody', {})
})
afterAll(() => server.close())
afterEach(() => {
  for (const client of open.splice(0)) client.close()
})

/** Connected, or why not. */
function connect(extraHeaders: Record<string, string>): Promise<Client | string> {
  const client: Client = io(`http://${server.host}`, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true })
  open.push(client)
  return new Promise(resolve => {
    client.on('connect', () => resolve(client))
    client.on('connect_error', error => resolve(error.message))
  })
}

const join = (client: Client, request: JoinRequest) => new Promise<JoinAnswer>(resolve => client.emit('join', request, null, resolve))

describe('rooms of the hub', () => {
  it('the table names every kind of caller', () => {
    expect(table.map(([kind]) => kind).sort()).toEqual([...headers.keys()].sort())
  })

  it.each(table)('lets %s into %j and nowhere else', async (kind, may) => {
    const client = await connect(headers.get(kind)!)
    if (may === 'nothing') return expect(client).toMatch(/^请先登录/)
    if (typeof client === 'string') throw new Error(client)
    const letIn: string[] = []
    for (const [name, room] of Object.entries(rooms)) {
      const answer = await join(client, room)
      if ('error' in answer) expect(answer.error.code).toBe('forbidden')
      else letIn.push(name)
    }
    expect(letIn).toEqual(may)
  })

  it.each([
    ['a forged one', 'session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'], ['half of one', 'half'], ['one with a byte changed', 'changed'],
  ])('a cookie that is %s opens nothing', async (_what, how) => {
    const good = headers.get('supervisor')!['cookie']!
    const cookie = how === 'half' ? good.slice(0, -8) : how === 'changed' ? good.slice(0, -1) + (good.endsWith('A') ? 'B' : 'A') : how
    expect(await connect({ cookie })).toMatch(/^请先登录/)
    expect((await server.request('/api/board', { cookie })).status).toBe(401)
  })
})
