import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as schema from '../../../server/http/sample-schemas.ts'
import type { Role } from '../../../server/store/account.ts'
import type { FrozenFrame, RedrawAnswer, SampleAnswer, SampleDrawn, SamplePieceAnswer, SamplesAnswer, SpottedMatches } from '../../../shared/wire/sample-answers.ts'
import type { IntakeResult } from '../../../server/intake/ports.ts'
import { scheme } from '../../support/small-district.ts'
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
const base = '/api/assessments/2026/samples'
beforeAll(async () => {
  server = await openSmallServer({ now: '2026-03-10T02:00:00.000Z' })
  const leaf = { code: 'F1', name: '要素齐全', points: 5, kind: 'ratio', measure: 'elementsComplete', full: 1, zero: 0, emptyMeans: 'skip', rule: '' } as const
  await server.intake.settle([{ kind: 'scheme', effective: '2026-01-01', scheme: { ...scheme, groups: [...scheme.groups, { code: 'F', name: '质量', leaves: [leaf] }] } }], { feed: 'admin' })
  const pages = Array.from({ length: 60 }, (_, n) => ({ ref: `R${n}`, day: '2026-01-12', title: `文件${n}` }))
  await server.post(pages.map(({ ref, day, title }) => ({ kind: 'formed' as const, key: `f${ref}`, ref, day, title })))
  await server.post(pages.slice(0, 50).map(({ ref, title }, n) => ({
    kind: 'published' as const, key: `p${ref}`, ref, title, day: n < 40 ? '2026-01-20' : '2026-02-20', url: `https://yunhe.gov.cn/${ref}.html`, channel: '政府网站', docNumber: `云A发〔2026〕${n + 1}号`,
  })))
  later(1)
})
afterAll(() => server.close())

const ask = async (role: Role, path: string, body?: unknown) => server.request(path, { cookie: await server.cookieOf(role), ...(body === undefined ? {} : { body }) })
const read = async <T>(path: string, role: Role = 'reviewer') => await (await ask(role, path)).json() as T
const freeze = async (body: unknown = { day: '2026-03-10' }) => await (await ask('reviewer', `${base}/frame`, body)).json() as FrozenFrame
const say = async (role: Role, fact: object) => await (await ask(role, '/api/facts', fact)).json() as IntakeResult
const later = (minutes: number) => { server.now = new Date(Date.parse(server.now) + minutes * 60_000).toISOString() }
const piece = (n: number, id = '2026-1') => read<SamplePieceAnswer>(`${base}/${id}/pieces/${n}`)

describe('a sample', () => {
  let frozen: FrozenFrame

  it('its frame is frozen first: day, instant, pieces by unit, fingerprint, and a line in the audit log', async () => {
    frozen = await freeze()
    expect(schema.frozenFrame.parse(frozen)).toEqual(frozen)
    expect(frozen.knownAt).toBe('2026-03-10T02:00:59.999Z')
    const unit = frozen.units.find(each => each.unit === 'A')!
    expect([unit.pieces >= 60, unit.sample]).toEqual([true, Math.ceil(unit.pieces / 10)])
    expect(await server.store.audit.list({ limit: 1 })).toMatchObject([{ who: 'account:reviewer', act: 'sampling-frame-frozen', about: frozen.frame.sha256 }])
  })

  it('is drawn with a seed of the reviewer\'s, of the frame as it was: what came in meanwhile is not in it', async () => {
    later(5)
    await server.post([{ kind: 'formed', key: 'late', ref: 'LATE', day: '2026-01-12', title: '后来登记' }])
    const { day, knownAt, frame: { sha256 } } = frozen
    const drawn = await (await ask('reviewer', base, { day, knownAt, sha256, seed: ' 2026年3月公证 ' })).json() as SampleDrawn
    expect(schema.sampleDrawn.parse(drawn).id).toBe('2026-1')
    const answer = await read<SampleAnswer>(`${base}/2026-1`)
    expect(schema.sampleAnswer.parse(answer)).toEqual(answer)
    expect([answer.drawn.seed, answer.drawn.by, answer.drawn.frame]).toEqual(['2026年3月公证', 'reviewer', frozen.frame])
    expect(answer.pieces.some(({ obligation }) => obligation.includes('LATE'))).toBe(false)
    expect(answer.drawn.progress.map(({ drawn: n }) => n).reduce((sum, n) => sum + n, 0)).toBe(answer.pieces.length)
  })

  it('a frame that comes out otherwise is refused, and so are a day of another year, a day to come and a unit that is not scored', async () => {
    const { day, knownAt } = frozen
    const other = await ask('reviewer', base, { day, knownAt, sha256: '0'.repeat(64) })
    expect([other.status, (await errorIn(other)).code]).toEqual([409, 'other-frame'])
    const unfrozen = await ask('reviewer', base, { day, knownAt: '2030-01-01T00:00:00.000Z', sha256: '0'.repeat(64) })
    expect((await errorIn(unfrozen)).code).toBe('not-frozen')
    for (const [body, code] of [[{ day: '2025-12-31' }, 'bad-day'], [{ day: '2026-03-11' }, 'bad-day'], [{ day, units: ['V'] }, 'unknown-unit']] as const) {
      const answer = await ask('reviewer', `${base}/frame`, body)
      expect([answer.status, (await errorIn(answer)).code]).toEqual([400, code])
    }
    expect((await ask('reviewer', '/api/assessments/1999/samples')).status).toBe(404)
  })

  it('without a seed the server makes one and tells it', async () => {
    const { day, knownAt, frame } = await freeze({ day: '2026-03-10', units: ['B'] })
    await ask('reviewer', base, { day, knownAt, sha256: frame.sha256, units: ['B'] })
    const list = await read<SamplesAnswer>(base)
    expect(schema.samplesAnswer.parse(list)).toEqual(list)
    expect(list.samples.map(({ id, units }) => [id, units])).toEqual([['2026-2', ['B']], ['2026-1', '*']])
    expect(list.samples[0]!.seed).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('can be drawn again: the same by the server from the past, and its frame\'s file has the printed fingerprint', async () => {
    later(60)
    const again = await read<RedrawAnswer>(`${base}/2026-1/redraw`)
    expect(schema.redrawAnswer.parse(again)).toEqual(again)
    expect([again.equal, again.frame.again]).toEqual([true, frozen.frame])
    const file = await (await ask('admin', `${base}/2026-1/frame.txt`)).text()
    expect(createHash('sha256').update(file).digest('hex')).toBe(frozen.frame.sha256)
    expect(file.split('\n')).toHaveLength(frozen.frame.size + 1)
  })

  it('only the reviewer draws; admin and supervisor read, units do not', async () => {
    for (const role of ['admin', 'supervisor', 'head', 'clerk'] as const) expect((await ask(role, `${base}/frame`, { day: '2026-03-10' })).status).toBe(403)
    expect(await Promise.all((['admin', 'supervisor', 'reviewer', 'head', 'clerk'] as const).map(async role => (await ask(role, `${base}/2026-1`)).status))).toEqual([200, 200, 200, 403, 403])
  })
})

describe('a piece of a sample', () => {
  it('has the elements to tick, a limit in working days, and no opinion yet', async () => {
    const { pieces } = await read<SampleAnswer>(`${base}/2026-1`)
    const n = pieces.find(({ row }) => row?.status === 'onTime')!.n
    const answer = await piece(n)
    expect(schema.samplePieceAnswer.parse(answer)).toEqual(answer)
    expect([answer.checklist.kind, answer.opinions, answer.progress.elements]).toEqual(['page', [], null])
    expect(answer.rectify).toEqual({ until: '2026-03-17', workdays: 5 })
    expect((await ask('reviewer', `${base}/2026-1/pieces/9999`)).status).toBe(404)
  })

  it('two opinions on one piece: the second writer is told of the first, and both stay', async () => {
    const { pieces } = await read<SampleAnswer>(`${base}/2026-1`)
    const { n, obligation, unit, row } = pieces.find(each => each.row?.status === 'onTime')!
    const { checklist: { elements } } = await piece(n)
    const [first = '', ...rest] = elements
    const fact = { kind: 'inspected', unit, item: row!.item, day: '2026-03-10', year: 2026, about: { obligation }, sample: '2026-1' }
    expect((await say('reviewer', { ...fact, key: 'i1', present: rest, missing: [first], after: 0 })).refusals).toEqual([])
    const { refusals } = await say('reviewer', { ...fact, key: 'i2', present: elements, after: 0 })
    expect(refusals.map(({ code, message }) => [code, message])).toEqual([['inspected-meanwhile', '这一件刚由 reviewer 核查过，请看过后再决定是否改写，不会自动覆盖。']])
    const seen = await piece(n)
    expect(seen.progress).toMatchObject({ inspected: 1, elements: { code: 'F1', share: rest.length / elements.length, pieces: 1, got: (5 * rest.length) / elements.length, possible: 5 } })
    expect((await say('reviewer', { ...fact, key: 'i3', present: rest, missing: [first], material: [first], after: seen.opinions[0]!.seq })).refusals).toEqual([])
    const both = await piece(n)
    expect(both.opinions.map(({ material }) => material)).toEqual([[first], []])
    expect(both.progress.elements).toMatchObject({ share: 0, pieces: 1 })
  })

  it('what is found on it counts as looked over, and is told with the row\'s other findings', async () => {
    const { pieces } = await read<SampleAnswer>(`${base}/2026-1`)
    const overdue = pieces.find(each => each.row?.status === 'overdue')!
    expect((await piece(overdue.n)).checklist).toEqual({ kind: 'absent', elements: [] })
    expect(await say('reviewer', {
      kind: 'found', key: 'q1', unit: overdue.unit, item: overdue.row!.item, day: '2026-03-10', year: 2026, code: 'unpublished', about: { obligation: overdue.obligation },
      place: '政府网站', reason: '检索全站未见', until: '2026-03-17', sample: '2026-1',
    })).toMatchObject({ accepted: 1 })
    const seen = await piece(overdue.n)
    expect([seen.piece.findings, seen.findings.map(({ code, state }) => [code, state])]).toEqual([1, [['unpublished', 'open']]])
    expect(seen.progress.inspected).toBe(2)
  })
})

describe('a blind piece', () => {
  const matches = (query: string) => read<SpottedMatches>(`${base}/2026-1/matches?unit=A&${query}`)

  it('is found by its page however spelt, by its 文号 however bracketed, by the source\'s id, or not at all', async () => {
    const byUrl = await matches(`url=${encodeURIComponent('http://YUNHE.gov.cn/R3.html#top')}`)
    expect(schema.spottedMatches.parse(byUrl)).toEqual(byUrl)
    expect(byUrl.matches.map(({ by, row }) => [by, row.id])).toEqual([['url', 'A|doc|doc:R3@2026-01-12']])
    expect((await matches(`docNumber=${encodeURIComponent('云A发[2026]第4号')}`)).matches.map(({ by, row }) => [by, row.id])).toEqual([['docNumber', 'A|doc|doc:R3@2026-01-12']])
    expect((await matches('docNumber=R55')).matches.map(({ row }) => row.id)).toEqual(['A|doc|doc:R55@2026-01-12'])
    expect((await matches('docNumber=R999')).matches).toEqual([])
  })

  it('is kept with what it was matched with; one we know nothing of leads to a finding', async () => {
    const spotted = { kind: 'spotted', unit: 'A', item: '*', day: '2026-03-10', year: 2026, sample: '2026-1' }
    expect((await say('reviewer', { ...spotted, key: 's1', from: 'site', title: '文件3', url: 'https://yunhe.gov.cn/R3.html', item: 'doc', about: { obligation: 'A|doc|doc:R3@2026-01-12' } })).refusals).toEqual([])
    expect((await say('reviewer', { ...spotted, key: 's2', from: 'register', title: '无名文件', docNumber: '云A发〔2026〕99号' })).refusals).toEqual([])
    const before = await read<SampleAnswer>(`${base}/2026-1`)
    expect(schema.sampleAnswer.parse(before)).toEqual(before)
    expect(before.spotted.map(({ title, matched, isFound }) => [title, matched?.id ?? null, isFound])).toEqual([['文件3', 'A|doc|doc:R3@2026-01-12', false], ['无名文件', null, false]])
    expect(before.drawn.progress.find(({ unit }) => unit === 'A')!.blind).toBe(2)
    await say('reviewer', { kind: 'found', key: 'q2', unit: 'A', item: '*', day: '2026-03-10', year: 2026, code: 'unregistered', place: '发文登记：云A发〔2026〕99号', reason: '系统内无记录', until: '2026-03-17', sample: '2026-1' })
    expect((await read<SampleAnswer>(`${base}/2026-1`)).spotted.map(({ isFound }) => isFound)).toEqual([false, true])
  })
})
