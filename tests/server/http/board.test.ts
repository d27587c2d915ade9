import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodingFor } from '../../../server/http/answer-bytes.ts'
import { board as boardShape } from '../../../server/http/api-schemas.ts'
import type { Board } from '../../../shared/measures/board-rows.ts'
import { boardOf } from '../../../shared/measures/board.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('supervisor')
  await server.post([{ kind: 'formed', ref: 'R1', title: '一号文', day: '2026-01-05' }, { kind: 'formed', ref: 'R2', title: '二号文', day: '2026-03-09' }])
  server.now = '2026-03-10T03:00:00.000Z'
  await server.post([{ kind: 'published', ref: 'R1', title: '一号文', url: 'https://yunhe.gov.cn/1', channel: '政府网站', day: '2026-03-10' }])
})
afterAll(() => server.close())

describe('GET /api/board', () => {
  it('is the live board, as described', async () => {
    const answer = await server.request('/api/board', { cookie })
    const body = await answer.json()
    expect(body).toEqual(JSON.parse(JSON.stringify(server.live.board())))
    expect(boardShape.safeParse(body).error).toBeUndefined()
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  })

  it.each([['gzip', gunzipSync], ['br', brotliDecompressSync]] as const)('comes as %s, the same board', async (encoding, unpack) => {
    const answer = await server.request('/api/board', { cookie, headers: { 'accept-encoding': encoding } })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(JSON.parse(unpack(Buffer.from(await answer.arrayBuffer())).toString())).toEqual(JSON.parse(JSON.stringify(server.live.board())))
  })

  it('is 304 until the next entry, then another ETag', async () => {
    const etag = (await server.request('/api/board', { cookie })).headers.get('etag')!
    const same = await server.request('/api/board', { cookie, headers: { 'if-none-match': `"other", W/${etag}` } })
    expect([same.status, await same.text()]).toEqual([304, ''])
    await server.post([{ kind: 'formed', ref: 'R3', title: '三号文', day: '2026-03-10' }])
    const moved = await server.request('/api/board', { cookie, headers: { 'if-none-match': etag } })
    expect(moved.status).toBe(200)
    expect((await moved.json() as Board).revision).toBe(server.live.revision)
  })

  it.each(['asOf=2026-01-31', 'asOf=2026-03-09', 'knownAt=2026-03-09', 'asOf=2026-02-10&knownAt=2026-03-10T02:30:00Z'])(
    'with %s is the board judged from scratch', async query => {
      const asked = new URLSearchParams(query)
      const answer = await server.request(`/api/board?${query}`, { cookie })
      const day = asked.get('asOf') ?? server.live.day
      const knownAt = { 'knownAt=2026-03-09': '2026-03-09T15:59:59.999Z' }[query] ?? (asked.get('knownAt') ? '2026-03-10T02:30:00.000Z' : undefined)
      const expected = boardOf([...server.store.journal.entries()], knownAt === undefined ? { day } : { day, knownAt })
      expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(expected)))
    }, 30_000)

  it('as known at an instant still to come is what is known now', async () => {
    const answer = await server.request('/api/board?knownAt=2030-01-01', { cookie })
    expect((await answer.json() as Board).knownAt).toBeNull()
  })

  it.each([
    ['asOf=2026-02-30', 'asOf'], ['asOf=2026-03-11', 'asOf'], ['knownAt=yesterday', 'knownAt'], ['knownAt=2026-02-30T00:00:00Z', 'knownAt'], ['day=2026-01-01', 'day'],
  ])('refuses %s and names the field', async (query, field) => {
    const answer = await server.request(`/api/board?${query}`, { cookie })
    expect(answer.status).toBe(400)
    expect((await errorIn(answer)).issues?.map(issue => issue.field)).toEqual([field])
  })
})

describe('encodingFor()', () => {
  it.each([
    [undefined, 'identity'], ['', 'identity'], ['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=1.0', 'br'], ['identity', 'identity'], ['brotli', 'identity'], ['gzip;q=0.0', 'identity'],
  ])('of %s is %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding)
  })
})
