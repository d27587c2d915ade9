import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intakeAnswer } from '../../../server/http/api-schemas.ts'
import type { IntakeResult } from '../../../server/intake/ports.ts'
import { openSmallServer, type Ask, type SmallServer } from './small-server.ts'

let server: SmallServer
let clerk: Ask
beforeAll(async () => {
  server = await openSmallServer()
  clerk = { cookie: await server.cookieOf('clerk') }
})
afterAll(() => server.close())

const formed = (key: string, over: object = {}) => ({ kind: 'formed', key, unit: 'A', item: 'doc', day: '2026-03-02', ref: key, title: `文${key}`, ...over })

async function post(path: string, body: unknown, ask = clerk): Promise<IntakeResult> {
  const answer = await server.request(path, { body, ...ask })
  expect(answer.status).toBe(200)
  return await answer.json() as IntakeResult
}

/** Everything a request could have written. */
async function written() {
  return { entries: server.store.journal.count(), revision: server.live.revision, audit: (await server.store.audit.list({ limit: 1 }))[0]?.id }
}

describe('POST /api/facts?dryRun=1', () => {
  it('answers as /api/facts would and writes nothing: no entry, no audit row', async () => {
    const body = [formed('n1'), formed('n2', { day: '2026-02-30' }), formed('n3', { unit: 'B' }), { kind: 'nothing', key: 'n4', unit: 'A', item: 'about', about: { period: '2025' }, url: 'https://yunhe.gov.cn/n' }]
    const before = await written()
    const told = await post('/api/facts?dryRun=1', body)
    expect(await written()).toEqual(before)
    expect(intakeAnswer.safeParse(told).error).toBeUndefined()
    const { revision: _told, ...dry } = told
    const { revision: _done, ...real } = await post('/api/facts', body)
    expect(dry).toEqual(real)
    expect(dry).toMatchObject({ accepted: 1, refused: 3 })
    expect(dry.refusals.map(({ index, field, code }) => [index, field, code])).toEqual([[1, 'day', 'impossible-day'], [2, 'unit', 'out-of-scope'], [3, 'item', 'always-exists']])
  })

  it('tells duplicates, of what is recorded and within the request, and keys used for something else', async () => {
    await post('/api/facts', formed('d1'))
    const told = await post('/api/facts?dryRun=1', [formed('d1'), formed('d2'), formed('d2'), formed('d1', { title: '另一件' }), formed('d2', { title: '又一件' })])
    expect(told).toMatchObject({ accepted: 1, duplicates: 2, refused: 2 })
    expect(told.refusals.map(({ index, code }) => [index, code])).toEqual([[3, 'key-reused'], [4, 'key-reused']])
  })

  it('reads NDJSON too, broken lines named', async () => {
    const raw = [JSON.stringify(formed('l1')), '{broken', JSON.stringify(formed('l2'))].join('\n')
    const before = await written()
    const answer = await server.request('/api/facts?dryRun=1', { raw, ...clerk, headers: { 'content-type': 'application/x-ndjson' } })
    expect(await answer.json()).toMatchObject({ accepted: 2, refused: 1, refusals: [{ index: 1 }] })
    expect(await written()).toEqual(before)
  })

  it('refuses another value of dryRun rather than write by mistake', async () => {
    const before = await written()
    for (const path of ['/api/facts?dryRun=yes', '/api/facts?dryrun=1']) expect((await server.request(path, { body: formed('x1'), ...clerk })).status).toBe(400)
    expect(await written()).toEqual(before)
  })

  it('marks in intake.read() a correction that would wait', async () => {
    await server.post([{ kind: 'published', key: 'late', item: 'doc', ref: 'late', title: '晚', day: '2026-03-09', url: 'https://yunhe.gov.cn/late', channel: '政府网站' }])
    const url = 'https://yunhe.gov.cn/w'
    await post('/api/facts', [formed('w1', { day: '2026-01-05' }), { kind: 'published', key: 'w2', unit: 'A', item: 'doc', day: '2026-03-09', ref: 'w1', title: '文', url, channel: '政府网站' }])
    const correction = { kind: 'corrected', key: 'w3', unit: 'A', item: 'doc', of: { feed: 'desk', key: 'w2' }, set: { day: '2026-01-20' }, reason: '日期录错' }
    const source = { feed: 'desk', account: 'clerk', scope: { role: 'clerk', units: ['A'] } } as const
    expect((await server.intake.read([correction], source)).facts).toMatchObject([{ kind: 'corrected', waits: true }])
    expect(server.store.journal.findByKey('desk', 'w3')).toBeUndefined()
  })
})
