import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest'
import type { Board } from '../../../shared/measures/board-rows.ts'
import { applyPatch } from '../../../shared/wire/board-patch.ts'
import type { ClientEvents, Hello, JoinAnswer, JoinRequest, JoinSince, Patch, ServerEvents, UnitPatch } from '../../../shared/wire/events.ts'
import { openSmallServer, type SmallServer } from '../http/small-server.ts'

type Client = Socket<ServerEvents, ClientEvents>

let server: SmallServer
const open: Client[] = []
beforeAll(async () => {
  server = await openSmallServer()
})
afterAll(() => server.close())
afterEach(() => {
  for (const client of open.splice(0)) client.close()
})

function connect(headers: Record<string, string> = {}): Client {
  const client: Client = io(`http://${server.host}`, { transports: ['websocket'], extraHeaders: headers, reconnection: false, forceNew: true })
  open.push(client)
  return client
}

const signedIn = async (role: 'supervisor' | 'reviewer' | 'clerk' | 'head' | 'admin') => connect({ cookie: await server.cookieOf(role) })

function next<E extends keyof ServerEvents>(client: Client, event: E): Promise<Parameters<ServerEvents[E]>[0]> {
  return new Promise(resolve => client.once(event as 'hello', given => resolve(given as Parameters<ServerEvents[E]>[0])))
}

const join = (client: Client, request: JoinRequest, since: JoinSince | null = null) =>
  new Promise<JoinAnswer>(resolve => client.emit('join', request, since, resolve))

const refusalOf = (client: Client) => new Promise<string>((resolve, reject) => {
  client.on('connect_error', error => resolve(error.message))
  client.on('connect', () => reject(new Error('let in')))
})

const form = (n: string, over: object = {}) => server.post([{ kind: 'formed', ref: n, title: `文${n}`, day: '2026-03-02', ...over }])

/** Folds whatever comes into a board, as a page does. */
async function boardOf(client: Client): Promise<{ board: Board; revisions: number[] }> {
  const answer = await join(client, { scope: 'board' })
  if (!('board' in answer)) throw new Error(JSON.stringify(answer))
  const held = { board: answer.board, revisions: [answer.board.revision] }
  client.on('patch', patch => {
    if ('unitBoard' in patch) return
    expect(patch.from).toBe(held.board.revision)
    held.board = applyPatch(held.board, patch)
    held.revisions.push(patch.to)
  })
  return held
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries === 400) throw new Error(`never came: ${isSo.toString()}`)
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

describe('the handshake', () => {
  it('refuses whoever is not signed in, and a feed', async () => {
    expect(await refusalOf(connect())).toBe('请先登录，再打开实时数据。')
    const { secret } = await server.store.tokens.create({ feed: 'oa', units: '*', items: '*', ofRecord: false, createdBy: 't' }, { who: 't', act: 'm', about: '', from: '' })
    expect(await refusalOf(connect({ authorization: `Bearer ${secret}` }))).toBe('请先登录，再打开实时数据。')
  })

  it('refuses a foreign Origin though the cookie is right', async () => {
    const cookie = await server.cookieOf('supervisor')
    expect(await refusalOf(connect({ cookie, origin: 'http://evil.example' }))).toBe('websocket error')
    const own = connect({ cookie, origin: `http://${server.host}` })
    expect((await next(own, 'hello') as Hello).epoch).toBe('e1')
  })

  it('greets with epoch, revision, day and now', async () => {
    expect(await next(await signedIn('supervisor'), 'hello')).toEqual({ epoch: 'e1', revision: server.live.revision, day: '2026-03-10', now: server.now })
  })
})

describe('join', () => {
  it('gives the whole board, then patches that lead to the live one', async () => {
    const held = await boardOf(await signedIn('supervisor'))
    await form('J1')
    await form('J2')
    await until(() => held.board.revision === server.live.revision)
    expect(held.board).toEqual(JSON.parse(JSON.stringify(server.live.board())))
  })

  it('gathers a burst into fewer patches than facts', async () => {
    const held = await boardOf(await signedIn('supervisor'))
    for (let n = 0; n < 20; n += 1) await form(`burst${n}`)
    await until(() => held.board.revision === server.live.revision)
    expect(held.revisions.length - 1).toBeLessThan(20)
    expect(held.board).toEqual(JSON.parse(JSON.stringify(server.live.board())))
  })

  it('resends the missed patches to one who comes back, while another kept watching', async () => {
    const stays = await boardOf(await signedIn('supervisor'))
    const leaving = await signedIn('reviewer')
    const left = await boardOf(leaving)
    leaving.close()
    await form('M1')
    await until(() => stays.board.revision === server.live.revision)
    await form('M2')
    await until(() => stays.board.revision === server.live.revision)
    const answer = await join(await signedIn('reviewer'), { scope: 'board' }, { epoch: 'e1', revision: left.board.revision })
    expect('patches' in answer && answer.patches.length).toBe(2)
    const folded = ('patches' in answer ? answer.patches : []).reduce<Board>((board, patch) => applyPatch(board, patch), left.board)
    expect(folded).toEqual(stays.board)
  })

  it.each([['another epoch', { epoch: 'e0', revision: 0 }], ['a gap', { epoch: 'e1', revision: 3 }]])('gives a whole board after %s', async (_name, since) => {
    await boardOf(await signedIn('supervisor'))
    expect(await join(await signedIn('reviewer'), { scope: 'board' }, since)).toHaveProperty('board.units')
  })

  it('one who joins while a patch is being gathered misses nothing of it', async () => {
    const stays = await boardOf(await signedIn('supervisor'))
    await form('G1')
    const late = await boardOf(await signedIn('reviewer'))
    await form('G2')
    await until(() => stays.board.revision === server.live.revision && late.board.revision === server.live.revision)
    expect(late.board).toEqual(stays.board)
  })

  it.each([
    ['clerk', { scope: 'board' }, 'forbidden'], ['head', { scope: 'board' }, 'forbidden'], ['clerk', { scope: 'unit', unit: 'B' }, 'forbidden'],
    ['supervisor', { scope: 'unit', unit: 'ZZ' }, 'unknown-unit'], ['supervisor', { scope: 'everything' }, 'bad-join'], ['supervisor', null, 'bad-join'],
  ] as const)('refuses %s joining %o with %s', async (role, request, code) => {
    expect(await join(await signedIn(role), request as JoinRequest)).toMatchObject({ error: { code } })
  })

  it('gives a clerk the own unit, sent again only when it differs', async () => {
    const client = await signedIn('clerk')
    const answer = await join(client, { scope: 'unit', unit: 'A' })
    expect(answer).toHaveProperty('unitBoard.unit.id', 'A')
    const patches: UnitPatch[] = []
    client.on('patch', (patch: Patch | UnitPatch) => {
      if ('unitBoard' in patch) patches.push(patch)
    })
    const watcher = await boardOf(await signedIn('supervisor'))
    await form('own')
    await until(() => patches.length > 0 && watcher.board.revision === server.live.revision)
    expect(patches.at(-1)?.unitBoard).toEqual(JSON.parse(JSON.stringify(server.live.unitBoard('A'))))
    const sent = patches.length
    await server.intake.settle([{ kind: 'feedScope', effective: '2026-03-10', feed: 'far', units: ['S'], items: '*' }], { feed: 'admin' })
    await until(() => watcher.board.revision === server.live.revision)
    await new Promise(resolve => setTimeout(resolve, 80))
    expect(patches).toHaveLength(sent)
  })
})

describe('rights that end', () => {
  it('a sign-out closes the socket with a reason at once', async () => {
    const answer = await server.signIn('reviewer')
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    const client = connect({ cookie })
    await boardOf(client)
    const goodbye = next(client, 'goodbye')
    const closed = new Promise(resolve => client.once('disconnect', resolve))
    await server.request('/api/session', { method: 'DELETE', cookie })
    expect(await goodbye).toMatchObject({ code: 'signed-out' })
    expect(await closed).toBe('io server disconnect')
  })

  it('a demoted account loses its sockets, others keep theirs', async () => {
    const stays = await signedIn('supervisor')
    await boardOf(stays)
    const cookie = (await server.signIn('reviewer')).headers.get('set-cookie')!.split(';')[0]!
    const client = connect({ cookie })
    await boardOf(client)
    const goodbye = next(client, 'goodbye')
    const account = (await server.store.accounts.findByLogin('reviewer'))!
    const admin = await server.cookieOf('admin')
    await server.request(`/api/accounts/${account.id}`, { method: 'PATCH', body: { role: 'head', unit: 'B' }, cookie: admin })
    await goodbye
    expect(stays.connected).toBe(true)
    await server.request(`/api/accounts/${account.id}`, { method: 'PATCH', body: { role: 'reviewer', unit: null }, cookie: admin })
  })

  it('a revoked wall is sent away, and could read the board but no unit before', async () => {
    const admin = await server.cookieOf('admin')
    const { id, url } = await (await server.request('/api/kiosks', { body: { name: '大厅' }, cookie: admin })).json() as { id: string; url: string }
    const opened = await server.request(new URL(url).pathname)
    const wall = connect({ cookie: opened.headers.get('set-cookie')!.split(';')[0]! })
    await boardOf(wall)
    expect(await join(wall, { scope: 'unit', unit: 'A' })).toMatchObject({ error: { code: 'forbidden' } })
    const goodbye = next(wall, 'goodbye')
    await server.request(`/api/kiosks/${id}`, { method: 'DELETE', cookie: admin })
    expect(await goodbye).toMatchObject({ code: 'signed-out' })
  })
})
