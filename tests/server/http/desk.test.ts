import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedFact } from '../../../shared/facts/fact.ts'
import { fillColumns } from '../../../shared/facts/fill-columns.ts'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import { unitRegisterOf } from '../../../shared/measures/unit-register.ts'
import type { DeskRecordsAnswer, DueAnswer, FillRowsAnswer, RegisterAnswer, RegistersAnswer } from '../../../shared/wire/desk-answers.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'
import { drawSome } from './some-sample.ts'

let server: SmallServer
beforeAll(async () => {
  server = await openSmallServer()
})
afterAll(() => server.close())

const script = '<script>alert(1)</script>'
const formed = (key: string, over: object = {}) => ({ kind: 'formed', key, unit: 'A', item: 'doc', day: '2026-03-02', ref: key, title: `文${key}`, ...over })

async function read<T>(path: string, role: 'clerk' | 'head' | 'supervisor' = 'clerk'): Promise<T> {
  const answer = await server.request(path, { cookie: await server.cookieOf(role) })
  expect(answer.status, path).toBe(200)
  return await answer.json() as T
}
async function report(...facts: object[]): Promise<void> {
  const answer = await server.request('/api/facts', { body: facts, cookie: await server.cookieOf('clerk') })
  expect(await answer.json()).toMatchObject({ accepted: facts.length, refused: 0 })
}

describe('GET /api/units/:id/fill-rows', () => {
  it('lists the rows the unit owes first, with how they are typed, their slots and review days', async () => {
    const { rows, others } = await read<FillRowsAnswer>('/api/units/A/fill-rows')
    const [first] = rows
    expect(first).toMatchObject({ item: 'doc', owed: true, cadence: 'asFormed', categoryName: '类别c1' })
    expect(rows.findIndex(row => !row.owed)).toBeGreaterThan(rows.findLastIndex(row => row.owed) - 1)
    expect(rows.find(row => row.item === 'stats')).toMatchObject({ cadence: 'slots', slots: [{ name: null, every: 'quarter' }] })
    expect(rows.find(row => row.item === 'about')!.review).toEqual({ lastDay: null, reviewBy: null, url: null })
    expect(others.map(({ id }) => id)).toEqual(['B', 'C', 'V', 'S'])
  })
})

describe('GET /api/units/:id/due', () => {
  it('tells the due day and its arithmetic before anything is registered, and it is the one the obligation then has', async () => {
    const told = await read<DueAnswer>('/api/units/A/due?item=doc&day=2026-02-10')
    expect(told.rows).toMatchObject([{ item: 'doc', opens: true, due: '2026-03-16' }])
    expect(told.rows[0]!.proof!.sentence).toContain('第20个工作日为3月16日')
    await report(formed('due-1', { day: '2026-02-10' }))
    expect(server.live.obligation('A|doc|doc:due-1@2026-02-10')!.dueDay).toBe('2026-03-16')
  })

  it('says that a periodic or dynamic row opens no deadline of its own', async () => {
    for (const item of ['stats', 'news']) expect(await read<DueAnswer>(`/api/units/A/due?item=${item}&day=2026-02-10`)).toMatchObject({ rows: [{ opens: false, due: null, proof: null }] })
  })

  it('tells of every row the unit owes, as of today, when no row and no day is asked for', async () => {
    const { day, rows } = await read<DueAnswer>('/api/units/A/due')
    expect([day, rows.find(({ item }) => item === 'permit')?.due]).toEqual(['2026-03-10', '2026-03-19'])
  })

  it.each(['0202-11-22', '1949-09-30', '2026-03-11'])('refuses %s, before any paper or after today', async (day) => {
    const answer = await server.request(`/api/units/A/due?item=doc&day=${day}`, { cookie: await server.cookieOf('clerk') })
    expect([answer.status, (await errorIn(answer)).issues?.map(each => each.field)]).toEqual([400, ['day']])
  })

  it('refuses a day that never was, and a row that is not there', async () => {
    const ask = { cookie: await server.cookieOf('clerk') }
    expect((await errorIn(await server.request('/api/units/A/due?item=doc&day=2026-02-30', ask))).issues?.map(each => each.field)).toEqual(['day'])
    expect((await server.request('/api/units/A/due?item=none&day=2026-02-10', ask)).status).toBe(404)
  })
})

describe('GET /api/units/:id/records', () => {
  it('lists what the desk reported, newest first, with the obligations it bears on now', async () => {
    const url = 'https://yunhe.gov.cn/r1'
    await report(formed('r1'), { kind: 'published', key: 'r2', unit: 'A', item: 'doc', day: '2026-03-09', ref: 'r1', title: '文', url, channel: '政府网站' })
    await server.post([{ kind: 'formed', key: 'oa-1', item: 'doc', ref: 'oa-1', title: '甲' }])
    const { rows } = await read<DeskRecordsAnswer>('/api/units/A/records?limit=2')
    expect(rows.map(({ key, kind, state }) => [key, kind, state])).toEqual([['r2', 'published', 'stands'], ['r1', 'formed', 'stands']])
    expect(rows[0]!.pieces).toMatchObject([{ id: 'A|doc|doc:r1@2026-03-02', status: 'unverified', publishedDay: '2026-03-09' }])
    expect((await read<DeskRecordsAnswer>('/api/units/A/records?key=r1')).rows).toHaveLength(1)
    expect((await read<DeskRecordsAnswer>('/api/units/A/records?kind=published')).rows.every(({ kind }) => kind === 'published')).toBe(true)
  })

  it('shows a correction that waits beside the value that counts, and a voided record as void', async () => {
    const late = { kind: 'published', unit: 'A', item: 'doc', day: '2026-03-09', title: '晚', channel: '政府网站' }
    await report(formed('c1', { day: '2026-01-05' }), { ...late, key: 'c2', ref: 'c1', url: 'https://yunhe.gov.cn/c' }, formed('c4'))
    await report({ kind: 'corrected', key: 'c3', unit: 'A', item: 'doc', of: { feed: 'desk', key: 'c2' }, set: { day: '2026-01-20' }, reason: '日期录错' })
    await report({ kind: 'corrected', key: 'c5', unit: 'A', item: 'doc', of: { feed: 'desk', key: 'c4' }, void: true, reason: '重复登记' })
    const { rows } = await read<DeskRecordsAnswer>('/api/units/A/records?key=c2,c4')
    expect(rows.map(({ key, state, fact }) => [key, state, fact.day])).toEqual([['c4', 'void', '2026-03-02'], ['c2', 'waiting', '2026-03-09']])
    expect(rows[1]!.corrections).toMatchObject([{ act: 'set', state: 'waiting', set: { day: '2026-01-20' }, reason: '日期录错' }])
  })

  it('tells a unit nothing of the office’s own work: blind pieces, opinions of a sample, marks', async () => {
    await drawSome(server, { id: '2026-1', year: 2026 })
    const base = { unit: 'A', year: 2026, sample: '2026-1' }
    const said = await server.request('/api/facts', { cookie: await server.cookieOf('reviewer'), body: [
      { ...base, kind: 'spotted', key: 'blind', item: '*', from: 'site', title: '盲抽的一件', url: 'https://yunhe.gov.cn/blind' },
      { ...base, kind: 'inspected', key: 'opinion', item: 'doc', about: { obligation: 'A|doc|doc:r1@2026-03-02' }, present: ['标题'] },
    ] })
    expect(await said.json()).toMatchObject({ accepted: 2 })
    const corrected = { kind: 'corrected', unit: 'A', item: 'doc', of: { feed: 'desk', key: 'opinion' }, reason: '补充' }
    for (const set of [{ reason: '看过' }, { after: 3 }]) {
      const answer = await server.request('/api/facts', { cookie: await server.cookieOf('reviewer'), body: { ...corrected, key: JSON.stringify(set), set } })
      expect(await answer.json()).toMatchObject({ accepted: 1, refused: 0 })
    }
    const { rows } = await read<DeskRecordsAnswer>('/api/units/A/records?limit=200')
    expect(rows.filter(({ kind }) => kind === 'spotted' || kind === 'inspected')).toEqual([])
  })

  it('gives no title of what was withheld afterwards', async () => {
    await report(formed('w1', { title: '不该看见的标题' }), { kind: 'exempt', key: 'w2', unit: 'A', item: 'doc', about: { ref: 'w1' }, exemptKind: 'withheld', reason: '条例第十四条' })
    expect(JSON.stringify(await read('/api/units/A/records?limit=200'))).not.toContain('不该看见的标题')
  })

  it('gives a script in any text field back as the text it is, as JSON', async () => {
    await report(formed('s1', { title: script, ref: script, docNumber: script }), { kind: 'explained', key: 's2', unit: 'A', docNumbers: [script], reason: script })
    const answer = await server.request('/api/units/A/records?key=s1,s2', { cookie: await server.cookieOf('clerk') })
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect((await answer.json() as DeskRecordsAnswer).rows.map(({ fact }) => fact)).toMatchObject([{ reason: script, docNumbers: [script] }, { title: script, ref: script }])
  })
})

describe('GET /api/units/:id/register', () => {
  it('equals the fold of the unit’s facts, live and in the past', async () => {
    await report(formed('云A发〔2026〕1号'), formed('云A发〔2026〕4号'), { kind: 'explained', key: 'e1', unit: 'A', docNumbers: ['云A发〔2026〕2号'], reason: '作废' },
      { kind: 'closed', key: 'm1', unit: 'A', period: '2026-02', made: 3, proactive: 2, onRequest: 1, withheld: 0 })
    const facts = [...server.store.journal.entries()].filter((entry): entry is RecordedFact => isFactEntry(entry) && entry.fact.unit === 'A')
    const asked = { unit: 'A', year: 2026, world: server.live.world() }
    const live = await read<RegisterAnswer>('/api/units/A/register?year=2026')
    expect(live).toMatchObject(JSON.parse(JSON.stringify(unitRegisterOf(facts, asked))) as object)
    expect(live.months.map(({ month, state }) => [month, state])).toEqual([['2026-02', 'closed'], ['2026-01', 'missing']])
    expect(live.series[0]).toMatchObject({ code: '云A发', gaps: [{ from: 3, to: 3 }], explained: [{ docNumber: '云A发〔2026〕2号', reason: '作废' }] })
    const then = await read<RegisterAnswer>('/api/units/A/register?year=2026&asOf=2026-02-05')
    expect(then).toMatchObject({ asOf: '2026-02-05', months: [{ month: '2026-01', state: 'due' }], series: [] })
  })
})

describe('GET /api/register', () => {
  it('tells the office of every unit’s missing months and open numbers, as a list and as a file', async () => {
    const { rows } = await read<RegistersAnswer>('/api/register?year=2026', 'supervisor')
    expect(rows.map(({ unit }) => unit)).toEqual(['A', 'B', 'C', 'V', 'S'])
    expect(rows[0]).toMatchObject({ unit: 'A', months: 2, closed: 1, missing: ['2026-01'], numbers: 1, gaps: ['云A发〔2026〕3号'], explained: 1 })
    expect(rows[1]).toMatchObject({ unit: 'B', closed: 0, missing: ['2026-01'], numbers: 0 })
    const csv = await (await server.request('/api/exports/register.csv?year=2026', { cookie: await server.cookieOf('supervisor') })).text()
    expect(csv).toContain('云A发〔2026〕3号')
  })

  it('is not for units', async () => {
    expect((await server.request('/api/register', { cookie: await server.cookieOf('clerk') })).status).toBe(403)
  })
})

describe('the desk’s routes', () => {
  it.each(['fill-rows', 'due?item=doc&day=2026-02-10', 'records', 'register'])('refuse a clerk another unit’s %s', async (path) => {
    for (const role of ['clerk', 'head'] as const) {
      const answer = await server.request(`/api/units/B/${path}`, { cookie: await server.cookieOf(role) })
      expect([answer.status, (await errorIn(answer)).code]).toEqual([403, 'other-unit'])
    }
    expect((await server.request(`/api/units/nobody/${path}`, { cookie: await server.cookieOf('supervisor') })).status).toBe(404)
  })
})

describe('GET /api/templates/facts.xlsx', () => {
  it('is a workbook whose heads are those pasted rows are read by', async () => {
    const answer = await server.request('/api/templates/facts.xlsx', { cookie: await server.cookieOf('clerk') })
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets[0]!.rows[0]).toEqual(fillColumns.map(({ head }) => head))
  })
})
