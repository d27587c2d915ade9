import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareAnswer } from '../../../server/http/office-schemas.ts'
import type { CompareAnswer } from '../../../shared/wire/compare-answer.ts'
import type { Board } from '../../../shared/measures/board-rows.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
beforeAll(async () => {
  server = await openSmallServer()
  cookie = await server.cookieOf('supervisor')
  await server.post([
    { kind: 'formed', ref: 'R1', title: '第1号文', day: '2026-01-05' },
    { kind: 'formed', ref: 'R2', title: '第2号文', day: '2026-01-05', unit: 'B' },
    { kind: 'formed', ref: 'R3', title: '第3号文', day: '2026-02-20' },
    { kind: 'published', ref: 'R2', title: '第2号文', url: 'https://yunhe.gov.cn/2', channel: '政府网站', day: '2026-03-05', unit: 'B' },
  ])
})
afterAll(() => server.close())

async function compared(query: string): Promise<CompareAnswer> {
  const answer = await server.request(`/api/compare?${query}`, { cookie })
  expect(answer.status).toBe(200)
  return await answer.json() as CompareAnswer
}

describe('GET /api/compare', () => {
  it('answers as described', async () => {
    expect(compareAnswer.safeParse(await compared('from=2026-01-31&to=2026-03-10')).error).toBeUndefined()
  })

  it('names what changed, the gravest first, and counts all', async () => {
    const { changes, counts, total } = await compared('from=2026-01-31&to=2026-03-10')
    const moved = (id: string) => changes.find(change => change.id === id)
    expect(moved('A|doc|doc:R1@2026-01-05')).toMatchObject({ from: 'dueSoon', to: 'overdue', title: '第1号文', unitName: 'A局' })
    expect(moved('B|doc|doc:R2@2026-01-05')).toMatchObject({ from: 'dueSoon', to: 'late', publishedDay: '2026-03-05' })
    expect(moved('A|doc|doc:R3@2026-02-20')).toMatchObject({ from: null })
    expect(changes.findIndex(change => change.to === 'late')).toBeGreaterThan(changes.findIndex(change => change.to === 'overdue'))
    expect(counts.reduce((sum, each) => sum + each.pieces, 0)).toBe(total)
  })

  it('gives both days\' figures of each unit that moved, as the boards of those days do', async () => {
    const { units, district } = await compared('from=2026-01-31&to=2026-03-10')
    for (const [side, day] of [['before', '2026-01-31'], ['after', '2026-03-10']] as const) {
      const board = await (await server.request(`/api/board?asOf=${day}`, { cookie })).json() as Board
      expect(district[side]).toMatchObject({ onTime: board.district.onTime, overdue: board.district.overdue })
      for (const unit of units) {
        const row = board.units.find(each => each.id === unit.unit)!
        expect(unit[side]).toEqual({ onTime: row.onTime, eventual: row.eventual, coverage: row.coverage, overdue: row.overdue, longestOverdue: row.longestOverdue, score: row.score, rank: row.rank })
      }
    }
    expect(units.map(unit => unit.unit)).toEqual(expect.arrayContaining(['A', 'B']))
  })

  it('of a day with itself finds nothing', async () => {
    expect(await compared('from=2026-02-10&to=2026-02-10')).toMatchObject({ units: [], counts: [], total: 0, changes: [] })
  })

  it('keeps to the units asked for', async () => {
    const { units, changes } = await compared('from=2026-01-31&to=2026-03-10&unit=B')
    expect([units.map(unit => unit.unit), new Set(changes.map(change => change.unit))]).toEqual([['B'], new Set(['B'])])
  })

  it('with known=then compares what each day knew of itself', async () => {
    const { changes, knownThen } = await compared('from=2026-01-31&to=2026-03-10&known=then')
    expect(knownThen).toBe(true)
    expect(changes.find(change => change.id === 'A|doc|doc:R1@2026-01-05')).toMatchObject({ from: null, to: 'overdue' })
  })

  it.each([['', 'from'], ['from=2026-03-02&to=2026-03-01', 'from'], ['from=2026-03-01&to=2026-03-11', 'to'], ['from=x', 'from'], ['from=2026-03-01&asOf=2026-03-01', 'asOf']])(
    'refuses "%s" and names the field', async (query, field) => {
      const answer = await server.request(`/api/compare?${query}`, { cookie })
      expect([answer.status, (await errorIn(answer)).issues?.map(issue => issue.field)]).toEqual([400, expect.arrayContaining([field])])
    })
})
