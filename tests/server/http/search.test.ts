import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchAnswer } from '../../../server/http/office-schemas.ts'
import type { SearchAnswer } from '../../../shared/wire/search-answer.ts'
import { openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('supervisor')
  await server.post([
    { kind: 'formed', ref: 'R1', title: '关于做好防汛工作的通知', docNumber: '云A发〔2026〕6号', day: '2026-03-02' },
    { kind: 'formed', ref: 'R2', title: '防汛应急预案 PDF', day: '2026-03-03', unit: 'B' },
    { kind: 'formed', ref: 'W1', title: '防汛内部材料', day: '2026-03-02', unit: 'B' },
    ...Array.from({ length: 10 }, (_, n) => ({ kind: 'formed' as const, ref: `M${n}`, title: `第${n}期简报`, day: `2026-02-0${n % 9 + 1}` })),
  ])
  const answer = await server.request('/api/facts', { cookie, body: [{ key: 'w', kind: 'exempt', unit: 'B', item: 'doc', about: { ref: 'W1' }, exemptKind: 'withheld', reason: '条例第十四条', day: '2026-03-10' }] })
  expect(await answer.json()).toMatchObject({ accepted: 1 })
})
afterAll(() => server.close())

async function found(q: string, as = cookie): Promise<SearchAnswer> {
  const answer = await server.request(`/api/search?q=${encodeURIComponent(q)}`, { cookie: as })
  expect(answer.status).toBe(200)
  return await answer.json() as SearchAnswer
}

describe('GET /api/search', () => {
  it('answers as described', async () => {
    expect(searchAnswer.safeParse(await found('防汛')).error).toBeUndefined()
  })

  it('finds titles and 文号, never a withheld title', async () => {
    expect((await found('防汛')).titles.hits.map(hit => hit.title)).toEqual(['防汛应急预案 PDF', '关于做好防汛工作的通知'])
    expect((await found('〔2026〕6号')).docNumbers.hits.map(hit => hit.id)).toEqual(['A|doc|doc:R1@2026-03-02'])
    expect((await found('pdf')).titles.total).toBe(1)
  })

  it('shows eight of many, the latest first, and says how many there are', async () => {
    const { titles } = await found('期简报')
    expect([titles.total, titles.hits.length, titles.hits[0]!.title]).toEqual([10, 8, '第8期简报'])
  })

  it('finds units and items by characters and by 拼音 initials', async () => {
    expect((await found('S街道')).units.hits).toEqual([{ id: 'S', name: '云河区S街道', shortName: 'S街道', by: 'text' }])
    expect((await found('yhqsjd')).units.hits).toEqual([{ id: 'S', name: '云河区S街道', shortName: 'S街道', by: 'pinyin' }])
    expect((await found('jiedao')).units.hits.map(hit => hit.id)).toEqual(['S'])
    expect((await found('report')).items.hits.map(hit => [hit.id, hit.category])).toEqual([['report', 'c3']])
  })

  it('finds nothing by nothing', async () => {
    expect(await found(' ')).toMatchObject({ units: { total: 0 }, items: { total: 0 }, titles: { total: 0 }, docNumbers: { total: 0 } })
  })

  it('keeps heads and clerks to their own unit\'s titles', async () => {
    const { titles, units } = await found('防汛', await server.cookieOf('clerk'))
    expect(titles.hits.map(hit => hit.unit)).toEqual(['A'])
    expect(units.total).toBe(0)
    expect((await found('云河区', await server.cookieOf('head'))).units.hits.map(hit => hit.id)).toEqual(['A'])
  })
})
