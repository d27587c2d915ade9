import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wallAnswer } from '../../../server/http/office-schemas.ts'
import type { Board } from '../../../shared/measures/board-rows.ts'
import type { WallAnswer } from '../../../shared/wire/wall-answer.ts'
import { openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('supervisor')
  await server.post([
    ...Array.from({ length: 6 }, (_, n) => ({ kind: 'formed' as const, ref: `R${n}`, title: `第${n}号文`, day: `2025-1${n % 3}-0${n + 1}` })),
    { kind: 'published', ref: 'R0', title: '第0号文', url: 'https://yunhe.gov.cn/0', channel: '政府网站', day: '2025-10-12' },
    { kind: 'formed', ref: 'S1', title: '新文', day: '2026-02-10' },
  ])
})
afterAll(() => server.close())

async function wall(query = ''): Promise<WallAnswer> {
  const answer = await server.request(`/api/wall${query}`, { cookie })
  expect(answer.status).toBe(200)
  return await answer.json() as WallAnswer
}

async function board(query: string): Promise<Board> {
  return await (await server.request(`/api/board${query}`, { cookie })).json() as Board
}

/** The trend comes from a worker that is still starting: asked again, as a screen would. */
async function wholeWall(query = ''): Promise<WallAnswer> {
  for (;;) {
    const answer = await wall(query)
    if (answer.trendMissing === 0) return answer
    server.now = new Date(Date.parse(server.now) + 6_000).toISOString()
  }
}

describe('GET /api/wall', () => {
  it('answers as described', async () => {
    expect(wallAnswer.safeParse(await wholeWall()).error).toBeUndefined()
  })

  it('has the twelve month ends before the day, each as the board of that day says, and the day itself last', async () => {
    const { trend, previous } = await wholeWall()
    expect(trend.map(point => point.day)).toEqual([
      '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28', '2026-03-10',
    ])
    expect(previous).toEqual(trend.at(-2))
    for (const point of [trend[7]!, trend[9]!, trend[12]!]) {
      const { district } = await board(`?asOf=${point.day}`)
      expect({ ...point }).toMatchObject({ onTime: district.onTime, eventual: district.eventual, coverage: district.coverage, overdue: district.overdue, late: district.tally.late })
    }
    expect(trend[9]!.overdue).toBeGreaterThan(0)
  })

  it('counts what falls due day by day as the board counts it in all', async () => {
    const { forecast } = await wall()
    const { district } = await board('')
    expect(forecast.dueWithin10).toBe(district.dueWithin10)
    expect(forecast.dueByDay.reduce((sum, each) => sum + each.pieces, 0)).toBe(district.dueWithin10)
    expect(district.dueWithin10).toBeGreaterThan(0)
  })

  it('of a past day as known then knows nothing that came later', async () => {
    const then = await wholeWall('?asOf=2025-12-31&knownAt=2025-12-31')
    expect([then.asOf, then.trend.at(-1)!.day, then.trend.at(-1)!.overdue]).toEqual(['2025-12-31', '2025-12-31', (await board('?asOf=2025-12-31&knownAt=2025-12-31')).district.overdue])
    const now = await wholeWall('?asOf=2025-12-31')
    expect(now.trend.at(-1)!.overdue).toBe((await board('?asOf=2025-12-31')).district.overdue)
    expect(now.trend.at(-1)!.overdue).toBeGreaterThan(then.trend.at(-1)!.overdue)
  })

  it('stands for a minute, then is made again; what has not moved is not sent twice', async () => {
    const before = await wholeWall()
    const first = await server.request('/api/wall', { cookie })
    const etag = first.headers.get('etag')!
    await server.post([{ kind: 'formed', ref: 'S2', title: '又一件', day: '2026-03-04' }])
    const again = await server.request('/api/wall', { cookie, headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    server.now = new Date(Date.parse(server.now) + 60_000).toISOString()
    const after = await wholeWall()
    expect(after.forecast.openOfYear).toBe(before.forecast.openOfYear + 1)
  })

  it('judges a month end anew when a fact about it comes in late', async () => {
    const before = await wholeWall()
    await server.post([{ kind: 'formed', ref: 'L1', title: '补登', day: '2025-11-03' }])
    server.now = new Date(Date.parse(server.now) + 60_000).toISOString()
    const after = await wholeWall()
    const overdueOn = (answer: WallAnswer, day: string) => answer.trend.find(point => point.day === day)!.overdue
    expect(overdueOn(after, '2025-12-31')).toBe(overdueOn(before, '2025-12-31') + 1)
    expect(overdueOn(after, '2025-10-31')).toBe(overdueOn(before, '2025-10-31'))
  })
})
