import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intakeAnswer } from '../../../server/http/api-schemas.ts'
import type { IntakeResult } from '../../../server/intake/ports.ts'
import { errorIn, openSmallServer, type Ask, type SmallServer } from './small-server.ts'

let server: SmallServer
let oa: string
beforeAll(async () => {
  server = await openSmallServer()
  const made = await server.request('/api/tokens', { body: { name: 'oa', units: ['A'], ofRecord: true }, cookie: await server.cookieOf('admin') })
  oa = (await made.json() as { token: string }).token
})
afterAll(() => server.close())

const formed = (key: string, over: object = {}) => ({ kind: 'formed', key, unit: 'A', item: 'doc', day: '2026-03-02', ref: key, title: `文${key}`, ...over })

async function post(body: unknown, ask: Ask = { token: oa }): Promise<IntakeResult> {
  const answer = await server.request('/api/facts', { body, ...ask })
  expect(answer.status).toBe(200)
  return await answer.json() as IntakeResult
}

describe('POST /api/facts', () => {
  it('takes one fact or an array, counts a retry as duplicate, and answers as described', async () => {
    const first = await post(formed('a1'))
    expect(intakeAnswer.safeParse(first).error).toBeUndefined()
    expect(first).toMatchObject({ accepted: 1, duplicates: 0, refused: 0, revision: server.live.revision })
    expect(await post([formed('a1'), formed('a2')])).toMatchObject({ accepted: 1, duplicates: 1, refused: 0 })
  })

  it('takes the good ones and names the bad ones with index, field and reason', async () => {
    const result = await post([formed('b1'), formed('b2', { unit: '无此局' }), formed('b3', { day: '2026-02-30' }), formed('a1', { title: '别的' }), formed('b4', { unit: 'B' })])
    expect(result).toMatchObject({ accepted: 1, refused: 4 })
    expect(result.refusals.map(({ index, field }) => [index, field])).toEqual([[1, 'unit'], [2, 'day'], [3, 'key'], [4, 'unit']])
    expect(result.refusals.every(({ message }) => /[\u4e00-\u9fff].*。$/.test(message))).toBe(true)
  })

  it('writes one audit row a request: who, how many, from where', async () => {
    const before = (await server.store.audit.list({ limit: 1 }))[0]!.id
    await post([formed('c1'), formed('c2')])
    const rows = (await server.store.audit.list({ limit: 5 })).filter(row => row.id > before)
    expect(rows).toMatchObject([{ who: 'feed:oa', act: 'entries-made', from: 'local', detail: { entries: 2 } }])
  })

  it('refuses a body that cannot be read at all, naming the place', async () => {
    const answer = await server.request('/api/facts', { raw: '[{"kind":"formed",\n "key" 1}]', token: oa })
    expect([answer.status, (await errorIn(answer)).message]).toEqual([400, expect.stringContaining('第 2 行第 8 个字符')])
  })

  it('refuses more than 8 MB of JSON with 413, and takes as much as NDJSON', async () => {
    const many = Array.from({ length: 900 }, (_, n) => formed(`d${n}`, { title: '长'.repeat(100), note: 'x'.repeat(10_000) }))
    const answer = await server.request('/api/facts', { body: many, token: oa })
    expect([answer.status, (await errorIn(answer)).code]).toEqual([413, 'too-large'])
    const lines = await server.request('/api/facts', { raw: many.map(fact => JSON.stringify(fact)).join('\n'), token: oa, headers: { 'content-type': 'application/x-ndjson' } })
    expect(lines.status).toBe(200)
  })

  it('takes NDJSON as it streams in over a real connection', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const [host, port] = server.host.split(':')
      const sent = httpRequest({ host, port, path: '/api/facts', method: 'POST', headers: { authorization: `Bearer ${oa}`, 'content-type': 'application/x-ndjson' } }, response => {
        let text = ''
        response.setEncoding('utf8').on('data', part => { text += part }).on('end', () => resolve(text))
      })
      sent.on('error', reject)
      sent.write(`${JSON.stringify(formed('e1'))}\n{broken\n`)
      setTimeout(() => sent.end(JSON.stringify(formed('e2'))), 60)
    })
    expect(JSON.parse(answer)).toMatchObject({ accepted: 2, refused: 1, refusals: [{ index: 1 }] })
  })

  it('lets a clerk report for the own unit at the desk, and for no other', async () => {
    const clerk = { cookie: await server.cookieOf('clerk') }
    expect(await post(formed('f1'), clerk)).toMatchObject({ accepted: 1 })
    expect(await post(formed('f2', { unit: 'B' }), clerk)).toMatchObject({ accepted: 0, refused: 1 })
    expect(server.store.journal.findByKey('desk', 'f1')?.source).toMatchObject({ feed: 'desk', account: 'clerk' })
  })

  it('takes a ruling from a reviewer only', async () => {
    const ruling = { kind: 'ruled', key: 'r1', unit: 'A', item: 'doc', day: '2026-03-10', about: { ref: 'a1' }, verdict: 'upheld', reason: '情况属实' }
    expect(await post({ ...ruling, key: 'r0' }, { cookie: await server.cookieOf('clerk') })).toMatchObject({ refused: 1 })
    expect(await post(ruling, { cookie: await server.cookieOf('reviewer') })).toMatchObject({ accepted: 1 })
  })

  it.each([[{}, 'sign-in-required'], [{ token: 'nonsense' }, 'bad-token']] as const)('is 401 for %o', async (ask, code) => {
    const answer = await server.request('/api/facts', { body: [], ...ask })
    expect([answer.status, (await errorIn(answer)).code]).toEqual([401, code])
  })
})

describe('tokens', () => {
  it('are shown once, listed without their secret, told to the journal, and revoked at once', async () => {
    const admin = await server.cookieOf('admin')
    const { id, token } = await (await server.request('/api/tokens', { body: { name: 'cms', units: '*' }, cookie: admin })).json() as { id: string; token: string }
    expect(token).toMatch(/^[\w-]{43}$/)
    const list = await (await server.request('/api/tokens', { cookie: admin })).text()
    expect(list).toContain(id)
    expect(list).not.toContain(token)
    expect(server.live.world().feeds.map(feed => feed.feed)).toContain('cms')
    expect(await post(formed('g1', { unit: 'B' }), { token })).toMatchObject({ accepted: 1 })
    expect((await server.request(`/api/tokens/${id}`, { method: 'DELETE', cookie: admin })).status).toBe(204)
    expect((await server.request('/api/facts', { body: formed('g2'), token })).status).toBe(401)
    expect((await server.request(`/api/tokens/${id}`, { method: 'DELETE', cookie: admin })).status).toBe(404)
  })

  it.each([
    [{ name: 'desk', units: '*' }, 'reserved-name'], [{ name: 'x', units: ['ZZ'] }, 'unknown-id'], [{ name: 'x', units: '*', items: ['nope'] }, 'unknown-id'],
    [{ units: '*' }, 'bad-request'], [{ name: 'x', units: [] }, 'bad-request'], [{ name: 'x', units: '*', extra: 1 }, 'bad-request'],
  ])('refuses %o', async (body, code) => {
    const answer = await server.request('/api/tokens', { body, cookie: await server.cookieOf('admin') })
    const error = await errorIn(answer)
    expect([answer.status, error.code]).toEqual([400, code])
    expect(error.message).toMatch(/[\u4e00-\u9fff]/)
  })
})
