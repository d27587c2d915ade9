import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { UnitAnswer } from '../../shared/wire/answers.ts'
import { addDays } from '../../shared/time/day.ts'
import { formation, publication } from '../support/fresh-facts.ts'
import { startServer, type Server } from '../support/server.ts'
import { cookiesOf, Visitor } from '../support/visitor.ts'
import { patched, Watcher } from '../support/watcher.ts'

interface Taken { readonly revision: number }

let server: Server
let admin: Visitor
let office: Visitor
let feed: Visitor
const open: Watcher[] = []

beforeAll(async () => {
  server = await startServer()
  admin = await server.signIn('admin')
  office = await server.signIn('supervisor')
  feed = await server.feed(admin, { name: 'oa', ofRecord: true })
})

afterEach(() => {
  for (const watcher of open.splice(0)) watcher.close()
})

async function watcher(visitor: { readonly cookie: string }, origin?: string | null): Promise<Watcher> {
  const opened = await Watcher.open(server, { cookie: visitor.cookie, ...(origin !== undefined && { origin }) })
  open.push(opened)
  return opened
}

const post = async (...facts: unknown[]) => (await feed.post<Taken>('/api/facts', facts)).revision
const wholeBoard = () => office.read<Board>('/api/board')

describe('the board, live', () => {
  it('a posted fact reaches every socket as a patch, and all patches together are GET /api/board', async () => {
    const [one, two] = [await watcher(office), await watcher(admin)]
    const [boardOne, boardTwo] = [await one.board(), await two.board()]
    expect(boardTwo).toEqual(boardOne)
    let revision = 0
    for (let round = 0; round < 12; round++) {
      const paper = formation(addDays(server.day, -round * 20), { unit: round % 2 ? 'D03' : 'D05' })
      revision = await post(paper)
      if (round % 3 === 0) revision = await post(publication(server.day, { unit: paper.unit, ref: paper['ref'], title: paper['title'] }))
    }
    await Promise.all([one.reached(revision), two.reached(revision)])
    const board = await wholeBoard()
    expect(board.revision).toBe(revision)
    expect(patched(boardOne, one.patches)).toEqual(board)
    expect(patched(boardTwo, two.patches)).toEqual(board)
    expect(board.recent[0]?.seq).toBe(revision)
    expect(board.district.overdue).toBeGreaterThan(boardOne.district.overdue)
  })

  it('gathers a burst into few patches', async () => {
    const one = await watcher(office)
    const board = await one.board()
    const revision = await post(...Array.from({ length: 300 }, () => publication(server.day)))
    await one.reached(revision)
    expect(one.patches.length).toBeLessThanOrEqual(2)
    expect(patched(board, one.patches)).toEqual(await wholeBoard())
  })

  it('sends what was missed to one who comes back, and nothing to one who missed nothing', async () => {
    const [stays, leaves] = [await watcher(office), await watcher(office)]
    const board = await leaves.board()
    await stays.board()
    leaves.close()
    let revision = 0
    for (let round = 0; round < 3; round++) {
      revision = await post(publication(server.day))
      await stays.reached(revision)
    }
    const back = await watcher(office)
    const answer = await back.join({ scope: 'board' }, { epoch: back.hello.epoch, revision: board.revision })
    if (!('patches' in answer)) throw new Error('a whole board where patches were enough')
    expect(answer.patches.length).toBeGreaterThan(0)
    expect(patched(board, answer.patches)).toEqual(await wholeBoard())
    expect(await back.join({ scope: 'board' }, { epoch: back.hello.epoch, revision })).toEqual({ patches: [] })
  })

  it.each([
    ['of another epoch', (epoch: string, revision: number) => ({ epoch: `${epoch}x`, revision })],
    ['from before the kept patches', (epoch: string) => ({ epoch, revision: 1 })],
    ['from the future', (epoch: string, revision: number) => ({ epoch, revision: revision + 1_000 })],
  ])('sends a whole board to one %s', async (_who, since) => {
    const one = await watcher(office)
    const { epoch, revision } = one.hello
    const answer = await one.join({ scope: 'board' }, since(epoch, revision))
    expect('board' in answer && answer.board).toEqual(await wholeBoard())
  })
})

describe("a unit's room", () => {
  it('is told of its own affairs only', async () => {
    const [own, other] = [await watcher(await server.signIn('head.D03')), await watcher(await server.signIn('clerk.T01'))]
    const before = await own.unitBoard('D03')
    await other.unitBoard('T01')
    const paper = formation(addDays(server.day, -100))
    const revision = await post(paper)
    await own.reached(revision)
    const [last] = own.patches.slice(-1)
    if (last === undefined || !('unitBoard' in last)) throw new Error('no unit board')
    expect(last.unitBoard.unit.overdue).toBe(before.unit.overdue + 1)
    expect(last.unitBoard.unit).toEqual((await office.read<UnitAnswer>('/api/units/D03')).unit)
    const told = JSON.stringify(last.unitBoard)
    expect([...told.matchAll(/"unit":"([^"]+)"/g)].filter(([, unit]) => unit !== 'D03')).toEqual([])
    // What T01 is told at all (its rank among others) never names the other unit.
    expect(JSON.stringify(other.patches)).not.toContain('D03')
  })

  it('shows the unit the title of its unpublished paper, the board to nobody', async () => {
    const [own, wall] = [await watcher(await server.signIn('head.D03')), await watcher(office)]
    await own.unitBoard('D03')
    const board = await wall.board()
    const paper = formation(server.day)
    const revision = await post(paper)
    await wall.reached(revision)
    expect(JSON.stringify(patched(board, wall.patches))).not.toContain(String(paper['title']))
    await post(publication(server.day, { ref: paper['ref'], title: paper['title'] }))
    expect(JSON.stringify(await wholeBoard())).toContain(String(paper['title']))
  })

  it.each([
    ['a head', 'head.D03', { scope: 'unit', unit: 'D05' } as const],
    ['a head', 'head.D03', { scope: 'board' } as const],
    ['a clerk', 'clerk.D03', { scope: 'board' } as const],
  ])('%s (%s) may not join %o', async (_who, account, request) => {
    const [one, witness] = [await watcher(await server.signIn(account)), await watcher(office)]
    const answer = await one.join(request)
    expect('error' in answer && answer.error.code).toBe('forbidden')
    await witness.board()
    await witness.unitBoard('D05')
    const revision = await post(publication(server.day, { unit: 'D05' }))
    await witness.until(({ patches }) => patches.filter(({ to }) => to >= revision).length === 2)
    expect(one.patches).toEqual([])
  })

  it('of a unit that is none is refused', async () => {
    const answer = await (await watcher(office)).join({ scope: 'unit', unit: 'X99' })
    expect('error' in answer && answer.error.code).toBe('unknown-unit')
  })
})

describe('who may open a socket', () => {
  it('nobody without a sign-in', async () => {
    await expect(Watcher.open(server)).rejects.toThrow('请先登录')
    await expect(Watcher.open(server, { cookie: 'session=wrong' })).rejects.toThrow('请先登录')
  })

  it.each(['http://evil.example', 'http://127.0.0.1:1', 'null'])('nobody from %s, signed in or not', async origin => {
    await expect(Watcher.open(server, { cookie: office.cookie, origin })).rejects.toThrow()
  })

  it('a program that names no origin, with its cookie', async () => {
    expect((await watcher(office, null)).hello.epoch).toBeTruthy()
  })
})

describe('a right that ends', () => {
  async function wall(): Promise<{ id: string; visitor: Visitor }> {
    const { id, url } = await admin.post<{ id: string; url: string }>('/api/kiosks', { name: '大厅大屏' })
    const answer = await fetch(url, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/wall'])
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(404)
    return { id, visitor: new Visitor(server.url, { cookie: cookiesOf(answer), origin: server.url }) }
  }

  const accountId = async (login: string) => {
    const { accounts } = await admin.read<{ accounts: readonly { id: string; account: string }[] }>('/api/accounts')
    return accounts.find(each => each.account === login)!.id
  }

  it('a revoked kiosk is told goodbye and closed', async () => {
    const { id, visitor } = await wall()
    const screen = await watcher(visitor)
    await screen.board()
    expect((await admin.ask(`/api/kiosks/${id}`, { method: 'DELETE' })).status).toBe(204)
    await screen.until(({ socket }) => !socket.connected)
    expect(screen.farewell).toMatchObject([{ code: 'signed-out' }])
    await expect(Watcher.open(server, { cookie: visitor.cookie })).rejects.toThrow('请先登录')
    expect((await visitor.ask('/api/board')).status).toBe(401)
  })

  it.each([
    ['disabled', 'clerk.D10', { disabled: true }],
    ['moved to another unit', 'clerk.D11', { unit: 'D12' }],
    ['made another role', 'head.D10', { role: 'clerk' }],
  ])('an account that is %s is told goodbye and closed', async (_what, login, change) => {
    const person = await server.signIn(login)
    const screen = await watcher(person)
    await screen.unitBoard(login.slice(-3))
    expect((await admin.send('PATCH', `/api/accounts/${await accountId(login)}`, change)).status).toBe(200)
    await screen.until(({ socket }) => !socket.connected)
    expect(screen.farewell).toMatchObject([{ code: 'signed-out' }])
    expect((await person.ask('/api/session')).status).toBe(401)
  })

  it('whoever signs out loses the socket of that session and no other', async () => {
    const [here, there] = [await server.signIn('reviewer'), await server.signIn('reviewer')]
    const [hereScreen, thereScreen] = [await watcher(here), await watcher(there)]
    expect((await here.ask('/api/session', { method: 'DELETE' })).status).toBe(204)
    await hereScreen.until(({ socket }) => !socket.connected)
    expect(thereScreen.socket.connected).toBe(true)
  })
})
