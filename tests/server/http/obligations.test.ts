import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dutyPage, obligationAnswer, obligationPage, unitAnswer, unitsAnswer } from '../../../server/http/api-schemas.ts'
import { countedFigures } from '../../../shared/measures/counted.ts'
import type { Board } from '../../../shared/measures/board-rows.ts'
import type { DutyPage, ObligationAnswer, ObligationPage } from '../../../shared/wire/answers.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('supervisor')
  await server.post(Array.from({ length: 6 }, (_, n) => ({ kind: 'formed', ref: `R${n}`, title: `第${n}号文`, day: `2026-01-0${n + 4}` })))
  await server.post([
    { kind: 'published', ref: 'R0', title: '第0号文', url: 'https://yunhe.gov.cn/0', channel: '政府网站', day: '2026-01-12' },
    { kind: 'published', ref: 'R1', title: '第1号文', url: 'https://yunhe.gov.cn/1', channel: '政府网站', day: '2026-03-05' },
    { kind: 'formed', ref: 'X1', title: '<b>B局的文</b>', day: '2026-03-02', unit: 'B' },
  ])
})
afterAll(() => server.close())

async function page(query: string, as = cookie): Promise<ObligationPage> {
  const answer = await server.request(`/api/obligations?${query}`, { cookie: as })
  expect(answer.status).toBe(200)
  return await answer.json() as ObligationPage
}

describe('GET /api/obligations', () => {
  it('answers rows as described', async () => {
    expect(obligationPage.safeParse(await page('limit=1000')).error).toBeUndefined()
  })

  it.each(countedFigures)('counted=%s is exactly what stands behind the figure, part=1 its numerator', async figure => {
    const { district } = await (await server.request('/api/board', { cookie })).json() as Board
    const { part, whole } = figure === 'overdue' ? { part: district.overdue, whole: district.overdue } : district[figure]
    expect(whole).toBeGreaterThan(0)
    expect((await page(`counted=${figure}`)).total).toBe(whole)
    expect((await page(`counted=${figure}&part=1`)).total).toBe(part)
  })

  it('takes several values of a filter, by repetition or with commas', async () => {
    const [late, overdue, both] = [await page('status=late'), await page('status=overdue'), await page('status=late&status=overdue')]
    expect(both.total).toBe(late.total + overdue.total)
    expect((await page('status=late,overdue')).total).toBe(both.total)
    expect(late.total * overdue.total).toBeGreaterThan(0)
  })

  it.each([
    ['unit=B', (o: ObligationPage['rows'][number]) => o.unit === 'B'],
    ['category=c3', (o: ObligationPage['rows'][number]) => o.category === 'c3'],
    ['item=doc', (o: ObligationPage['rows'][number]) => o.item === 'doc'],
    ['origin=formed', (o: ObligationPage['rows'][number]) => o.origin === 'formed'],
    ['year=2026', (o: ObligationPage['rows'][number]) => o.year === 2026],
    ['flag=assumed', (o: ObligationPage['rows'][number]) => o.flags.includes('assumed')],
    ['from=2026-02-01&to=2026-02-28', (o: ObligationPage['rows'][number]) => o.dueDay !== null && o.dueDay >= '2026-02-01' && o.dueDay <= '2026-02-28'],
    [`q=${encodeURIComponent('第3号')}`, (o: ObligationPage['rows'][number]) => o.title === '第3号文'],
  ])('with %s gives all that match and nothing else', async (query, matches) => {
    const all = await page('limit=1000')
    const expected = all.rows.filter(matches).map(row => row.id)
    expect(expected.length).toBeGreaterThan(0)
    expect((await page(`${query}&limit=1000`)).rows.map(row => row.id)).toEqual(expected)
  })

  it('pages by cursor meet every row once, earliest due day first', async () => {
    const all = await page('limit=1000')
    const met: string[] = []
    for (let query = 'limit=7'; ;) {
      const { rows, next, total } = await page(query)
      expect(total).toBe(all.total)
      met.push(...rows.map(row => row.id))
      if (next === undefined) break
      query = `limit=7&cursor=${next}`
    }
    expect(met).toEqual(all.rows.map(row => row.id))
    const days = all.rows.map(row => row.dueDay ?? '9999')
    expect(days).toEqual([...days].sort())
  })

  it('pages by offset are the pages by cursor, whichever is read first; beyond the end there is none', async () => {
    const all = await page('limit=1000')
    const afterFive = (await page('limit=5')).next
    expect(await page('limit=7&offset=5')).toEqual(await page(`limit=7&cursor=${afterFive}`))
    expect((await page(`limit=7&offset=${all.total - 3}`)).rows).toEqual(all.rows.slice(-3))
    expect((await page('limit=7&offset=0')).next).toBe((await page('limit=7')).next)
    const beyond = await page('limit=7&offset=100000')
    expect([beyond.rows, beyond.total, beyond.next]).toEqual([[], all.total, undefined])
  })

  it('refuses an offset together with a cursor', async () => {
    const answer = await server.request(`/api/obligations?offset=5&cursor=${(await page('limit=5')).next}`, { cookie })
    expect([answer.status, (await errorIn(answer)).issues?.map(issue => issue.field)]).toEqual([400, ['offset']])
  })

  it.each([
    ['offset=-1', 'offset'], ['offset=9999999', 'offset'], ['status=done', 'status'], ['statu=late', 'statu'], ['year=26', 'year'], ['from=2026-02-30', 'from'], ['limit=0', 'limit'], ['limit=x', 'limit'],
    ['part=1', 'part'], ['cursor=zzz', 'cursor'], ['counted=coverage', 'counted'], [`q=${'x'.repeat(201)}`, 'q'],
  ])('refuses %s and names the field', async (query, field) => {
    const answer = await server.request(`/api/obligations?${query}`, { cookie })
    expect(answer.status).toBe(400)
    expect((await errorIn(answer)).issues?.map(issue => issue.field)).toEqual([field])
  })

  it('as of a past day as known then holds none of what came later', async () => {
    const { total } = await page('asOf=2026-01-31&knownAt=2026-01-31&item=doc&origin=formed')
    expect(total).toBe(0)
    expect((await page('asOf=2026-01-31&item=doc&origin=formed')).total).toBe(6)
  }, 30_000)

  it('limits a clerk to the own unit, and refuses any other by name', async () => {
    const clerk = await server.cookieOf('clerk')
    expect(new Set((await page('limit=1000', clerk)).rows.map(row => row.unit))).toEqual(new Set(['A']))
    expect((await server.request('/api/obligations?unit=A,B', { cookie: clerk })).status).toBe(403)
  })
})

describe('GET /api/obligations/:id', () => {
  const idOf = async (ref: string) => (await page(`q=${ref}`)).rows[0]!.id

  it('opens into facts, limits and the proof of its due day', async () => {
    const answer = await server.request(`/api/obligations/${encodeURIComponent(await idOf('R3'))}`, { cookie })
    const body = await answer.json() as ObligationAnswer
    expect(obligationAnswer.safeParse(body).error).toBeUndefined()
    expect(body.facts.map(entry => entry.fact.kind)).toEqual(['formed'])
    expect(body.deadlineProof?.due).toBe(body.obligation.dueDay)
    expect(body.deadlineProof?.days.at(-1)?.day).toBe('2026-03-10')
  })

  it('markup in a title stays text', async () => {
    const answer = await server.request(`/api/obligations/${encodeURIComponent(await idOf('X1'))}`, { cookie })
    expect((await answer.json() as ObligationAnswer).obligation.title).toBe('<b>B局的文</b>')
  })

  it('is 404 for an unknown one, 403 for a clerk asking about another unit', async () => {
    expect((await server.request('/api/obligations/A%7Cdoc%7Cnone', { cookie })).status).toBe(404)
    const other = `/api/obligations/${encodeURIComponent(await idOf('X1'))}`
    expect((await server.request(other, { cookie: await server.cookieOf('clerk') })).status).toBe(403)
  })
})

describe('units and duties', () => {
  it('GET /api/units and /api/units/:id answer as described, the score with its working', async () => {
    expect(unitsAnswer.safeParse(await (await server.request('/api/units', { cookie })).json()).error).toBeUndefined()
    const answer = await (await server.request('/api/units/A', { cookie })).json()
    expect(unitAnswer.safeParse(answer).error).toBeUndefined()
    expect(answer).toMatchObject({ working: { score: server.live.board().units[0]!.score } })
  })

  it('GET /api/units/:id is 404 for an unknown unit', async () => {
    expect((await server.request('/api/units/ZZ', { cookie })).status).toBe(404)
  })

  it.each(['forecast', 'gap-plan'])('GET /api/units/:id/%s answers the unit itself', async what => {
    expect((await server.request(`/api/units/A/${what}`, { cookie: await server.cookieOf('head') })).status).toBe(200)
  })

  it('GET /api/duties opens the coverage rate: covered and not covered make its whole', async () => {
    const duties = async (query: string) => await (await server.request(`/api/duties?${query}`, { cookie })).json() as DutyPage
    const { coverage } = server.live.board().district
    expect(dutyPage.safeParse(await duties('')).error).toBeUndefined()
    expect([(await duties('covered=1')).total, (await duties('covered=1')).total + (await duties('covered=0')).total]).toEqual([coverage.part, coverage.whole])
    expect((await duties('applicable=1')).total).toBe(coverage.whole)
    expect((await duties('applicable=0')).total).toBe((await duties('')).total - coverage.whole)
  })

  it('GET /api/duties gives any part of the list by offset and limit', async () => {
    const duties = async (query: string) => await (await server.request(`/api/duties?${query}`, { cookie })).json() as DutyPage
    const { rows, total } = await duties('')
    expect(total).toBeGreaterThan(4)
    expect(await duties('offset=2&limit=2')).toMatchObject({ rows: rows.slice(2, 4), total })
    expect((await duties('offset=3')).rows).toEqual(rows.slice(3))
    expect((await server.request('/api/duties?limit=0', { cookie })).status).toBe(400)
  })
})
