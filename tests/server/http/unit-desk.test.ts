import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GapPlanAnswer, ObligationPage, UnitAnswer } from '../../../shared/wire/answers.ts'
import type { ProjectionAnswer, TodoAnswer, UnitChangesAnswer, UnitTrendAnswer } from '../../../shared/wire/unit-answers.ts'
import { errorIn, openSmallServer, type Ask, type SmallServer } from './small-server.ts'

let server: SmallServer
let head: Ask
let clerk: Ask
let office: Ask
beforeAll(async () => {
  server = await openSmallServer()
  head = { cookie: await server.cookieOf('head') }
  clerk = { cookie: await server.cookieOf('clerk') }
  office = { cookie: await server.cookieOf('supervisor') }
  await server.post([
    { kind: 'formed', ref: 'R1', title: '第1号文', day: '2026-01-05' },
    { kind: 'formed', ref: 'R2', title: '第2号文', day: '2026-01-05' },
    { kind: 'formed', ref: 'R3', title: '第3号文', day: '2026-02-20' },
    { kind: 'published', ref: 'R2', title: '第2号文', url: 'https://yunhe.gov.cn/2', channel: '政府网站', day: '2026-03-05' },
    { kind: 'formed', ref: 'R4', title: '别家的文', day: '2026-02-20', unit: 'B' },
  ])
})
afterAll(() => server.close())

async function read<T>(path: string, ask: Ask = head): Promise<T> {
  const answer = await server.request(path, ask)
  expect([path, answer.status]).toEqual([path, 200])
  return await answer.json() as T
}
const overdue = 'A|doc|doc:R1@2026-01-05'
const minutes = (n: number) => {
  server.now = new Date(Date.parse(server.now) + n * 60_000).toISOString()
}

describe('GET /api/units/:id/todo', () => {
  it('lists what is open, overdue first, with days and gains', async () => {
    const { rows, total } = await read<TodoAnswer>('/api/units/A/todo')
    const line = rows.find(({ row }) => row?.id === overdue)!
    expect(line).toMatchObject({ kind: 'overdue', row: { title: '第1号文' } })
    expect([line.workdaysLeft! < 0, line.gain! > 0]).toEqual([true, true])
    const firstOpen = rows.findIndex(({ kind }) => kind !== 'overdue')
    expect(rows.slice(firstOpen).every(({ kind }) => kind !== 'overdue')).toBe(true)
    const open = await read<ObligationPage>('/api/obligations?unit=A&status=overdue,dueSoon,pending')
    expect(total).toBe(open.total + rows.filter(({ row }) => row === null).length)
  })

  it('of a day gone by lists what was open then', async () => {
    const { rows } = await read<TodoAnswer>('/api/units/A/todo?asOf=2026-01-20')
    expect(rows.find(({ row }) => row?.id === overdue)).toMatchObject({ kind: 'due' })
  })
})

describe('leaf=', () => {
  it('lists exactly what each leaf of the score counted', async () => {
    const { working } = await read<UnitAnswer>('/api/units/A')
    const listed = working.leaves.filter((leaf) => leaf.behind !== null && !leaf.skipped)
    expect(listed.length).toBeGreaterThan(0)
    for (const { code, behind, inputs } of listed) {
      const { total } = await read<{ total: number }>(behind!)
      expect([code, total]).toEqual([code, inputs['pieces'] ?? inputs['cases'] ?? inputs['slots'] ?? inputs['whole'] ?? total])
    }
  })

  it('takes other filters beside it, and a leaf nobody wrote lists nothing', async () => {
    const { working } = await read<UnitAnswer>('/api/units/A')
    const leaf = working.leaves.find(({ behind }) => behind?.startsWith('/api/obligations'))!.code
    const { rows } = await read<ObligationPage>(`/api/obligations?leaf=${leaf}&status=overdue`)
    expect(rows.every((row) => row.unit === 'A' && row.status === 'overdue')).toBe(true)
    expect((await read<ObligationPage>('/api/obligations?leaf=Z9')).total).toBe(0)
    expect((await server.request('/api/obligations?leaf=%3Cscript%3E', head)).status).toBe(400)
  })
})

describe('POST /api/units/:id/what-if', () => {
  const tried = async (body: object, ask: Ask = head) => (await (await server.request('/api/units/A/what-if', { ...ask, body })).json() as ProjectionAnswer).projection

  it('says what the unit would stand at, and changes nothing', async () => {
    const revision = server.live.revision
    const { before, after, taken } = await tried({ obligations: [overdue] })
    expect(taken).toBe(1)
    expect(after.score!).toBeGreaterThan(before.score!)
    expect([before.overdue - after.overdue, server.live.revision]).toEqual([1, revision])
  })

  it('of the whole gap plan gives the plan’s last score', async () => {
    const { plan } = await read<GapPlanAnswer>('/api/units/A/gap-plan')
    const { after } = await tried({
      obligations: plan.steps.flatMap(({ obligation }) => obligation ?? []), items: plan.steps.filter(({ obligation }) => obligation === null).map(({ item }) => item),
    })
    expect(after.score).toBe(plan.steps.at(-1)?.score)
  })

  it('leaves out what is not this unit’s, and refuses what is no list of ids', async () => {
    expect(await tried({ obligations: ['B|doc|doc:R4@2026-02-20'] })).toMatchObject({ taken: 0, leftOut: ['B|doc|doc:R4@2026-02-20'] })
    for (const body of [{ obligations: 'x' }, { facts: [] }, []]) expect((await server.request('/api/units/A/what-if', { ...head, body })).status).toBe(400)
  })

  it('is for the own unit, or the office', async () => {
    const other = await server.request('/api/units/B/what-if', { ...head, body: {} })
    expect([other.status, (await errorIn(other)).code]).toEqual([403, 'other-unit'])
    expect((await server.request('/api/units/B/what-if', { ...office, body: {} })).status).toBe(200)
    expect((await server.request('/api/units/X/what-if', { ...office, body: {} })).status).toBe(404)
  })
})

describe('GET /api/units/:id/trend', () => {
  it('gives the month ends and today as their boards do, and what moved the score', async () => {
    let trend = await read<UnitTrendAnswer>('/api/units/A/trend')
    await expect.poll(async () => (trend = await read<UnitTrendAnswer>('/api/units/A/trend')).missing, { timeout: 20_000 }).toBe(0)
    expect(trend.points.at(-1)?.day).toBe('2026-03-10')
    expect(trend.points.length).toBeGreaterThan(2)
    for (const point of trend.points.slice(-3)) {
      const { unit, peerMean } = await read<UnitAnswer>(`/api/units/A?asOf=${point.day}`)
      expect(point).toMatchObject({ score: unit.score, rank: unit.rank, peerMean, onTime: unit.onTime, eventual: unit.eventual, overdue: unit.overdue, late: unit.tally.late })
    }
    expect(trend.events).toContainEqual(expect.objectContaining({ kind: 'overdue', obligation: overdue }))
    expect(trend.events).toContainEqual(expect.objectContaining({ kind: 'cleared', obligation: 'A|doc|doc:R2@2026-01-05', day: '2026-03-05' }))
  })

  it('tells rulings and corrections of the year', async () => {
    const fact = { kind: 'ruled', key: 'ruling-1', unit: 'A', item: 'doc', day: '2026-03-10', about: { obligation: 'A|doc|doc:R2@2026-01-05' }, verdict: 'rejected', reason: '理由不成立' }
    expect(await (await server.request('/api/facts', { cookie: await server.cookieOf('reviewer'), body: fact })).json()).toMatchObject({ accepted: 1 })
    const { events } = await read<UnitTrendAnswer>('/api/units/A/trend')
    expect(events.find(({ kind }) => kind === 'ruled')).toMatchObject({ kind: 'ruled', day: '2026-03-10', obligation: 'A|doc|doc:R2@2026-01-05', title: '理由不成立', points: null })
  })
})

describe('GET /api/units/:id/changes', () => {
  const changes = (ask: Ask = head, query = '') => read<UnitChangesAnswer>(`/api/units/A/changes${query}`, ask)
  const look = (ask: Ask = head, body: object = {}) => server.request('/api/units/A/looked', { ...ask, body })

  it('at a first visit has nothing to compare with', async () => {
    expect(await changes()).toMatchObject({ since: null, changes: [], entries: [] })
  })

  it('tells what moved since and by whom, the same again while the visit lasts', async () => {
    expect((await look()).status).toBe(204)
    minutes(5)
    await server.post([{ kind: 'published', ref: 'R1', title: '第1号文', url: 'https://yunhe.gov.cn/1', channel: '政府网站', day: '2026-03-10' }])
    minutes(1)
    for (let again = 0; again < 2; again += 1) {
      const answer = await changes()
      expect(answer.changes).toMatchObject([{ id: overdue, from: 'overdue', to: 'late', title: '第1号文' }])
      expect(answer.entries).toMatchObject([{ kind: 'published', title: '第1号文', pieces: [overdue] }])
      expect(answer.after!.score!).toBeGreaterThan(answer.before!.score!)
      expect(answer.before!.overdue - answer.after!.overdue).toBe(1)
      await look()
    }
  })

  it('is each person’s own', async () => {
    expect((await changes(clerk)).since).toBeNull()
  })

  it('begins anew once it was read, or with the next visit', async () => {
    await look(head, { done: true })
    minutes(1)
    expect(await changes()).toMatchObject({ changesTotal: 0, entriesTotal: 0 })
    const last = (await changes()).since
    minutes(45)
    await server.post([{ kind: 'formed', ref: 'R9', title: '第9号文', day: '2026-03-10' }])
    minutes(45)
    const next = await changes()
    expect(next.since).toBe(last)
    expect(next.changes).toMatchObject([{ id: 'A|doc|doc:R9@2026-03-10', from: null, to: 'pending' }])
  })

  it('is asked since any instant, and refuses what is none', async () => {
    const { changes: all } = await changes(head, '?since=2026-01-31')
    expect(all.map(({ id }) => id)).toContain('A|doc|doc:R2@2026-01-05')
    expect((await server.request('/api/units/A/changes?since=neulich', head)).status).toBe(400)
  })

  it('keeps to the own unit, and a look is on record', async () => {
    for (const ask of [{ ...head }, { ...clerk }]) {
      expect((await server.request('/api/units/B/changes', ask)).status).toBe(403)
      expect((await server.request('/api/units/B/looked', { ...ask, body: {} })).status).toBe(403)
    }
    expect((await server.request('/api/units/X/looked', { ...office, body: {} })).status).toBe(404)
    const { act, about, who } = (await server.store.audit.list()).find((row) => row.act === 'unit-looked-at')!
    expect([act, about, who]).toEqual(['unit-looked-at', 'A', 'account:head'])
  })
})
