import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemeAnswer, schemePreview, schemesAnswer, schemeTaken } from '../../../server/http/scheme-schemas.ts'
import type { Role } from '../../../server/store/account.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import type { UnitRow } from '../../../shared/measures/board-rows.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { SchemeAnswer, SchemeAsked, SchemePreview, SchemePreviewAsked, SchemesAnswer } from '../../../shared/wire/scheme-answers.ts'
import { scheme as small } from '../../support/small-district.ts'
import { cookieIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await openSmallServer({ now: '2026-01-05T02:00:00.000Z' })
  await server.post([{ kind: 'formed', ref: 'R1', title: '一' }, { kind: 'formed', ref: 'R2', title: '二' }, { kind: 'formed', unit: 'B', ref: 'R3', title: '三' }])
  await at('2026-01-12')
  await server.post([{ kind: 'published', ref: 'R1', title: '件', url: 'https://yunhe.gov.cn/1', channel: '政府网站' }])
  await at('2026-03-10')
  await server.post([{ kind: 'published', unit: 'B', ref: 'R3', title: '件', url: 'https://yunhe.gov.cn/3', channel: '政府网站' }])
})
afterAll(() => server.close())

/** Sessions end as the days pass. */
const cookies = new Map<string, string>()
async function cookieOf(role: Role): Promise<string> {
  const key = `${role} ${server.now}`
  const cookie = cookies.get(key) ?? cookieIn(await server.signIn(role))
  cookies.set(key, cookie)
  return cookie
}
async function at(day: Day): Promise<void> {
  server.now = `${day}T02:00:00.000Z`
  await server.intake.roll(day)
}

/** The small scheme, complete as an editor must leave it, with other points for A1, A2, A3. */
function schemeOf(version: string, [a1, a2, a3]: readonly [number, number, number] = [40, 30, 30], over: Partial<Scheme> = {}): Scheme {
  const [group] = small.groups
  const points = [a1, a2, a3]
  return {
    ...small, version, groups: [{ ...group!, leaves: group!.leaves.map((leaf, n) => ({ ...leaf, points: points[n]!, rule: '按公开情况计分' })) }],
    bands: [{ name: '优秀', from: 90 }, { name: '合格', from: 0 }], ...over,
  }
}

const send = async (role: Role, body: SchemeAsked) => server.request('/api/schemes', { body, cookie: await cookieOf(role) })
const tryOut = async (role: Role, body: SchemePreviewAsked) => server.request('/api/schemes/preview', { body, cookie: await cookieOf(role) })
const previewOf = async (body: SchemePreviewAsked) => await (await tryOut('supervisor', body)).json() as SchemePreview
const listOf = async (role: Role = 'admin') => await (await server.request('/api/schemes', { cookie: await cookieOf(role) })).json() as SchemesAnswer
const unitsAt = async (query = '') => (await (await server.request(`/api/units${query}`, { cookie: await cookieOf('supervisor') })).json() as { units: readonly UnitRow[] }).units
const scoresAt = async (query = '') => (await unitsAt(query)).map(({ id, score, rank }) => [id, score, rank])
const issuesIn = async (answer: Response) => {
  const { error } = await answer.json() as { error: { code: string; message: string; issues?: readonly { field: string; message: string }[] } }
  return { status: answer.status, code: error.code, message: error.message, fields: (error.issues ?? []).map(({ field }) => field) }
}

describe('POST /api/schemes', () => {
  it('is the administrator\'s alone; supervisor and reviewer try out, a unit neither', async () => {
    const body = { scheme: schemeOf('2'), effective: '2026-03-10', from: 1 }
    for (const role of ['supervisor', 'reviewer', 'head', 'clerk'] as const) expect((await send(role, body)).status).toBe(403)
    for (const role of ['head', 'clerk'] as const) expect((await tryOut(role, { at: 'today', version: 1 })).status).toBe(403)
    for (const role of ['admin', 'supervisor', 'reviewer'] as const) expect((await tryOut(role, { ...body, from: undefined, at: 'today' } as SchemePreviewAsked)).status).toBe(200)
  })

  it('refuses a faulty scheme with every fault at its field, and writes nothing', async () => {
    const faulty = schemeOf('1', [40, 30, 20], { bands: [{ name: '优秀', from: 90 }], groups: [{ ...schemeOf('2').groups[0]!, leaves: schemeOf('2', [40, 30, 20]).groups[0]!.leaves.map(leaf => (leaf.code === 'A1' ? { ...leaf, zero: 0.99, traits: ['moon'] } : leaf)) }] })
    const refused = await issuesIn(await send('admin', { scheme: faulty, effective: '2026-03-10', from: 1 }))
    expect(refused).toMatchObject({ status: 400, code: 'faulty-scheme', fields: ['version', 'groups[0].leaves[0].full', 'groups[0].leaves[0].traits', 'groups', 'bands[0].from'] })
    expect(refused.message).toContain('版次“1”已经用过，请给新版另起一个，例如“2”。')
    expect(refused.message).toContain('共有5处要改。')
    expect((await listOf()).last).toBe(1)
  })

  it.each<[string, Partial<SchemeAsked>, string, string]>([
    ['a day that is none', { effective: '2026-02-30' }, 'effective', '请填写施行日期，写成2026-01-31的样子。'],
    ['a day before the version in force', { effective: '2024-12-31' }, 'effective', '现行的第1版（1）自2025-01-01起施行，新版的施行日期不能早于它；要改它本身，请填2025-01-01。'],
    ['units left with too few points', { scheme: schemeOf('2', [40, 30, 30], { groups: schemeOf('2').groups.map(group => ({ ...group, leaves: group.leaves.map(leaf => (leaf.code === 'A1' ? { ...leaf, kinds: ['department'] } : leaf)) })) }) },
      'leafCap', '有1个街道只适用其中60分的指标，按单项上限1.5倍最多到90分，凑不满100分；请放宽指标的适用范围，或调高单项上限。'],
  ])('refuses %s', async (_, over, field, message) => {
    expect(await issuesIn(await send('admin', { scheme: schemeOf('2'), effective: '2026-03-10', from: 1, ...over }))).toEqual({ status: 400, code: 'faulty-scheme', message, fields: [field] })
  })

  it('refuses what is no scheme at all with the places of its shape', async () => {
    const refused = await issuesIn(await send('admin', { scheme: { name: 5 } as unknown as Scheme, effective: '2026-03-10', from: 1 }))
    expect(refused.status).toBe(400)
    expect(refused.fields).toContain('name')
    expect(refused.fields).toContain('groups')
  })
})

describe('a new version', () => {
  it('moves exactly who the preview said, by as much, the furthest first, leaf by leaf', async () => {
    const scheme = schemeOf('2', [30, 50, 20])
    const before = await scoresAt()
    const preview = await previewOf({ scheme, effective: '2026-03-10', at: 'today' })
    expect(schemePreview.parse(preview)).toEqual(preview)
    expect(await scoresAt()).toEqual(before)
    expect(preview).toMatchObject({ assumed: false, over: 1, asOf: '2026-03-10' })
    expect(preview.changes.map(({ words }) => words)).toContain('指标A1“按时”的分值由50分改为30分')
    const moves = preview.units.map(({ moved }) => Math.abs(moved ?? 0))
    expect(moves).toEqual([...moves].sort((a, b) => b - a))
    expect(Math.max(...moves)).toBeGreaterThan(1)
    for (const { before: was, after: is } of preview.units) if (is.final !== null) expect([was.final, is.final, is.band]).toEqual([was.score, is.score, is.score! >= 90 ? '优秀' : '合格'])
    for (const { moved, leaves } of preview.units) expect(leaves.reduce((sum, leaf) => sum + leaf.moved, 0)).toBeCloseTo(moved ?? 0, 1)
    const taken = await send('admin', { scheme, effective: '2026-03-10', from: 1 })
    expect(schemeTaken.parse(await taken.json())).toMatchObject({ n: 2 })
    const scored = new Map(preview.units.map(({ unit, after }) => [unit, after]))
    for (const { id, score, rank } of await unitsAt()) if (scored.has(id)) expect(scored.get(id)).toMatchObject({ score, rank })
    expect((await scoresAt()).filter((row, n) => JSON.stringify(row) !== JSON.stringify(before[n])).length).toBeGreaterThan(0)
  })

  it('stands in the list with who, when, from which day and what changed; a second click is the same record', async () => {
    const again = await send('admin', { scheme: schemeOf('2', [30, 50, 20]), effective: '2026-03-10', from: 1 })
    expect(await again.json()).toMatchObject({ n: 2 })
    const list = await listOf()
    expect(schemesAnswer.parse(list)).toEqual(list)
    expect(list).toMatchObject({ inForce: 2, last: 2, day: '2026-03-10' })
    const [newest, first] = list.versions
    expect(newest).toMatchObject({ n: 2, version: '2', effective: '2026-03-10', recordedAt: server.now, by: 'admin', over: 1, standing: { state: 'inForce', until: null } })
    expect(newest!.changes.map(({ words }) => words)).toEqual(expect.arrayContaining(['指标A2“逾期”的分值由20分改为50分', '新增等次“优秀”（90分起）']))
    expect(first).toMatchObject({ n: 1, over: null, changes: [], standing: { state: 'past', until: '2026-03-09' } })
    const [row] = await server.store.audit.list({ limit: 1 })
    expect(row).toMatchObject({ who: 'account:admin', act: 'entries-made' })
  })

  it('is read by a unit as what it is scored by, the others not', async () => {
    const told = await listOf('clerk')
    expect([told.versions.map(({ n }) => n), told.known]).toEqual([[2], null])
    const read = (n: number | string) => cookieOf('clerk').then(cookie => server.request(`/api/schemes/${n}`, { cookie }))
    const answer = await (await read(2)).json() as SchemeAnswer
    expect(schemeAnswer.parse(answer)).toEqual(answer)
    expect(answer.scheme).toEqual(schemeOf('2', [30, 50, 20]))
    expect([(await read(1)).status, (await read('none-such')).status]).toEqual([404, 404])
  })

  it('in mid-year leaves untouched what was known before, and days before its own', async () => {
    const [knownThen, dayBefore] = [await scoresAt('?asOf=2026-03-09&knownAt=2026-03-09'), await scoresAt('?asOf=2026-03-09')]
    await at('2026-03-20')
    const back = await previewOf({ scheme: schemeOf('3', [60, 20, 20]), effective: '2026-03-10', at: 'today' })
    expect(back.cautions).toEqual(expect.arrayContaining([
      '施行日期早于今天：2026-03-10以来的成绩按现掌握重新计算，已封存的不变，按当时掌握查看的也不变。', '它与第2版同日施行，登记后由它代替第2版。']))
    const asKnown = await scoresAt('?asOf=2026-03-15&knownAt=2026-03-19')
    expect((await send('admin', { scheme: schemeOf('3', [60, 20, 20]), effective: '2026-03-10', from: 2 })).status).toBe(200)
    expect(await scoresAt('?asOf=2026-03-15&knownAt=2026-03-19')).toEqual(asKnown)
    expect(await scoresAt('?asOf=2026-03-15')).not.toEqual(asKnown)
    expect(await scoresAt('?asOf=2026-03-09&knownAt=2026-03-09')).toEqual(knownThen)
    expect(await scoresAt('?asOf=2026-03-09')).toEqual(dayBefore)
    expect((await listOf()).versions.find(({ n }) => n === 2)!.standing).toEqual({ state: 'replaced', replacedBy: 3 })
  })

  it('of a later day waits for it, is held against the one in force, and then governs as was said', async () => {
    const scheme = schemeOf('4', [20, 60, 20])
    const before = await scoresAt()
    expect((await send('admin', { scheme, effective: '2026-03-21', from: 3 })).status).toBe(200)
    expect(await scoresAt()).toEqual(before)
    const { versions, inForce } = await listOf()
    expect([inForce, versions[0]!.standing]).toEqual([3, { state: 'coming', until: null }])
    expect(versions[1]!.standing).toEqual({ state: 'inForce', until: '2026-03-20' })
    expect((await listOf('clerk')).versions.map(({ n, standing }) => [n, standing])).toEqual([[3, { state: 'inForce', until: null }]])
    const preview = await previewOf({ version: 4, at: 'today' })
    expect(preview).toMatchObject({ assumed: true, over: 3, effective: '2026-03-21' })
    await at('2026-03-21')
    expect((await listOf()).inForce).toBe(4)
    const scored = new Map(preview.units.map(({ unit, after }) => [unit, after.rank]))
    for (const { id, rank } of await unitsAt()) if (scored.has(id)) expect(rank).toBe(scored.get(id))
  })

  it('is refused to whom another overtook, with who and what; also after a preview', async () => {
    const refused = await issuesIn(await send('admin', { scheme: schemeOf('5'), effective: '2026-03-21', from: 3 }))
    expect(refused).toMatchObject({ status: 409, code: 'version-overtaken', message: '起草时最新的是第3版，此后admin登记了第4版（4，自2026-03-21起施行）。请先看第4版改了什么，再决定是否登记。' })
    expect((await listOf()).last).toBe(4)
  })

  it('equal to the one it is recorded over is none', async () => {
    expect(await issuesIn(await send('admin', { scheme: schemeOf('5', [20, 60, 20]), effective: '2026-03-21', from: 4 }))).toMatchObject({ status: 400, message: '与第4版（4）逐项相同，没有可登记的改动。' })
  })
})

describe('POST /api/schemes/preview', () => {
  it('judges the last whole assessment year too, as if the scheme had governed', async () => {
    const preview = await previewOf({ scheme: schemeOf('5', [10, 80, 10]), effective: '2026-03-21', at: 'yearEnd' })
    expect(preview).toMatchObject({ asOf: '2025-12-31', assumed: true })
    expect(preview.units.length).toBeGreaterThan(2)
  })

  it('counts anew where the year begins on another day', async () => {
    const preview = await previewOf({ scheme: schemeOf('5', [20, 60, 20], { yearStart: '02-01' }), effective: '2026-03-21', at: 'today' })
    expect(preview.changes.map(({ words }) => words)).toEqual(['考核年度起始日由01-01改为02-01'])
    expect((await send('admin', { scheme: schemeOf('5', [20, 60, 20], { yearStart: '02-01' }), effective: '2026-03-21', from: 4 })).status).toBe(200)
    const scored = new Map(preview.units.map(({ unit, after }) => [unit, after]))
    for (const { id, score, rank } of await unitsAt()) if (scored.has(id)) expect(scored.get(id)).toMatchObject({ score, rank })
  })
})
