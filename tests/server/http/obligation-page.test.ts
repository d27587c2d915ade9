import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { obligationAnswer } from '../../../server/http/api-schemas.ts'
import type { GapPlanAnswer, ObligationAnswer, UnitAnswer } from '../../../shared/wire/answers.ts'
import { openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
const open = 'A|doc|doc:R1@2026-01-05'
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('supervisor')
  await server.post([
    { kind: 'formed', ref: 'R1', title: '第1号文', day: '2026-01-05', key: 'f1' },
    { kind: 'formed', ref: 'R2', title: '第2号文', day: '2026-01-06', key: 'f2' },
    { kind: 'published', ref: 'R2', title: '第2号文', url: 'https://yunhe.gov.cn/2', channel: '政府网站', day: '2026-01-12', key: 'p2' },
    { kind: 'formed', ref: 'R3', title: '第3号文', day: '2026-01-05', key: 'f3' },
    { kind: 'published', ref: 'R3', title: '第3号文', url: 'https://yunhe.gov.cn/3', channel: '政府网站', day: '2026-03-05', key: 'p3' },
    { kind: 'formed', ref: 'W1', title: '不能说的标题', day: '2026-03-02', key: 'w1' },
  ])
  await server.post([{ kind: 'corrected', of: { feed: 'oa', key: 'f1' }, set: { title: '第一号文' }, reason: '标题录错', key: 'c1' }])
  await server.post([{ kind: 'corrected', of: { feed: 'oa', key: 'w1' }, set: { title: '也不能说' }, reason: '录错', key: 'c2' }])
  const taken = await server.request('/api/facts', { cookie, body: [{ key: 'x', kind: 'exempt', unit: 'A', item: 'doc', about: { ref: 'W1' }, exemptKind: 'withheld', reason: '条例第十四条', day: '2026-03-10' }] })
  expect(await taken.json()).toMatchObject({ accepted: 1 })
})
afterAll(() => server.close())

async function page(id: string, query = ''): Promise<ObligationAnswer> {
  const answer = await server.request(`/api/obligations/${encodeURIComponent(id)}${query}`, { cookie })
  expect(answer.status).toBe(200)
  return await answer.json() as ObligationAnswer
}

describe('GET /api/obligations/:id', () => {
  it('answers as described', async () => {
    expect(obligationAnswer.safeParse(await page(open)).error).toBeUndefined()
  })

  it('says what publishing it today would do to the score: what the gap plan says of it', async () => {
    const { working } = await (await server.request('/api/units/A', { cookie })).json() as UnitAnswer
    const { plan } = await (await server.request('/api/units/A/gap-plan', { cookie })).json() as GapPlanAnswer
    const [step] = plan.steps
    const { scoreEffect } = await page(step!.obligation!)
    expect(scoreEffect).toEqual({ now: working.score, after: step!.score, gain: step!.gain })
    expect((await page(open)).scoreEffect!.gain).toBeGreaterThan(0)
    expect((await page('A|doc|doc:R2@2026-01-06')).scoreEffect).toBeNull()
  })

  it('strips the days up to a late publication', async () => {
    const { obligation, deadlineProof } = await page('A|doc|doc:R3@2026-01-05')
    expect([obligation.status, deadlineProof?.published, deadlineProof?.days.at(-1)?.day]).toEqual(['late', '2026-03-05', '2026-03-05'])
    expect((await page(open)).deadlineProof?.published).toBeNull()
  })

  it('names the corrections in its history, live and as of a past day alike', async () => {
    const { history } = await page(open)
    expect(history.map(row => [row.kind, row.corrects === history[0]!.seq])).toEqual([['formed', false], ['corrected', true]])
    expect(history[0]!.correctedBy).toMatchObject([{ act: 'set', state: 'applied', set: { title: '第一号文' }, reason: '标题录错' }])
    expect((await page(open, '?asOf=2026-03-09')).history).toEqual(history)
  })

  it('of a withheld paper tells that it was corrected, not to what', async () => {
    const answer = await page('A|doc|doc:W1@2026-03-02')
    expect(answer.history.flatMap(row => row.correctedBy)).toMatchObject([{ act: 'set', set: null }])
    expect(answer.history.map(row => row.kind)).toEqual(['formed', 'corrected', 'exempt'])
  })
})
