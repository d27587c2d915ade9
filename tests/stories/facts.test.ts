import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Refusal } from '../../shared/refusal.ts'
import { addDays } from '../../shared/time/day.ts'
import type { ObligationPage } from '../../shared/wire/answers.ts'
import { formation, publication, type RawFact } from '../support/fresh-facts.ts'
import { startServer, type Server } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

interface Taken { readonly accepted: number; readonly duplicates: number; readonly refused: number; readonly refusals: readonly Refusal[]; readonly revision: number }

let server: Server
let admin: Visitor
let office: Visitor
let feed: Visitor

beforeAll(async () => {
  server = await startServer()
  admin = await server.signIn('admin')
  office = await server.signIn('supervisor')
  feed = await server.feed(admin, { name: 'oa', ofRecord: true })
})

const NDJSON = { 'content-type': 'application/x-ndjson' }
const lines = (facts: readonly unknown[]) => facts.map(fact => (typeof fact === 'string' ? fact : JSON.stringify(fact))).join('\n')
const sendLines = async (body: BodyInit) => (await feed.ask('/api/facts', { method: 'POST', body, headers: NDJSON })).json() as Promise<Taken>
const about = (word: unknown) => office.read<ObligationPage>(`/api/obligations?q=${encodeURIComponent(String(word))}`)
const good = (change = {}) => publication(server.day, change)

describe('facts come', () => {
  it('as one object, an array, or a line each, and are there for everybody at once', async () => {
    const [one, two, three, four] = [good(), good(), good(), good()]
    expect(await feed.post<Taken>('/api/facts', one)).toMatchObject({ accepted: 1, duplicates: 0, refused: 0, refusals: [] })
    expect(await feed.post<Taken>('/api/facts', [two, three])).toMatchObject({ accepted: 2, refused: 0 })
    const { accepted, revision } = await sendLines(`${lines([four])}\n`)
    expect(accepted).toBe(1)
    expect((await server.nobody.read<{ revision: number }>('/api/health')).revision).toBe(revision)
    for (const fact of [one, two, three, four]) expect((await about(fact['title'])).total).toBe(1)
  })

  it('as a stream whose lines are cut anywhere, each taken once', async () => {
    const facts = Array.from({ length: 40 }, () => good())
    const bytes = new TextEncoder().encode(lines(facts))
    const body = new ReadableStream({
      async pull(controller) {
        for (let from = 0; from < bytes.length; from += 777) controller.enqueue(bytes.slice(from, from + 777))
        controller.close()
      },
    })
    const answer = await feed.ask('/api/facts', { method: 'POST', body, headers: NDJSON, duplex: 'half' } as RequestInit)
    expect(await answer.json()).toMatchObject({ accepted: 40, refused: 0 })
  })

  it('with a unit by name and an item by path', async () => {
    const { units } = await office.read<{ units: readonly { id: string; name: string }[] }>('/api/units')
    const { items } = await office.read<{ items: readonly { id: string; path: readonly string[] }[] }>('/api/catalogues/district')
    const fact = good({ unit: units.find(({ id }) => id === 'D03')!.name, item: items.find(({ id }) => id === 'district-6')!.path.join('/') })
    expect(await feed.post<Taken>('/api/facts', fact)).toMatchObject({ accepted: 1, refused: 0 })
    expect((await about(fact['title'])).rows[0]).toMatchObject({ unit: 'D03', item: 'district-6' })
  })
})

describe('bad facts', () => {
  const cases: readonly (readonly [what: string, change: () => Readonly<Record<string, unknown>>, field: string, code: string, words: RegExp])[] = [
    ['an unknown unit', () => ({ unit: '不存在局' }), 'unit', 'unknown-unit', /没有名为“不存在局”的单位/],
    ['an unknown item', () => ({ item: 'district-999' }), 'item', 'unknown-item', /没有名为“district-999”的事项/],
    ['an impossible day', () => ({ day: '2026-02-30' }), 'day', 'impossible-day', /“2026-02-30”不是真实的日期/],
    ['a publication in the future', () => ({ day: addDays(server.day, 2) }), 'day', 'day-in-future', /晚于今天/],
    ['a publication before 2000', () => ({ day: '1999-12-31' }), 'day', 'day-too-early', /2000/],
    ['an oversize title', () => ({ title: '长'.repeat(301) }), 'title', 'too-long', /超过 300 字/],
    ['a wrong type', () => ({ title: 5 }), 'title', 'wrong-type', /应为文字，收到的是数字/],
    ['a missing field', () => ({ channel: undefined }), 'channel', 'missing-field', /缺失/],
    ['an unknown field', () => ({ titel: '标题' }), 'titel', 'unknown-field', /没有“titel”这一项/],
    ['an unknown kind', () => ({ kind: 'publish' }), 'kind', 'unknown-kind', /“publish”不是已知的类别/],
    ['an address that is none', () => ({ url: 'javascript:alert(1)' }), 'url', 'bad-url', /http/],
    ['a row printed for others', () => ({ item: 'district-73' }), 'item', 'row-not-printed', /没有把事项 district-73 列给单位/],
    ['a lost character', () => ({ title: '标\ufffd题' }), 'title', 'bad-character', /乱码/],
    ['a kind its source may not write', () => ({ kind: 'ruled', verdict: 'upheld', about: { ref: 'x' }, reason: '裁' }), 'kind', 'not-allowed', /不能提交/],
  ]

  it.each(cases)('%s is refused by name, its neighbours are taken', async (_what, change, field, code, words) => {
    const bad = { ...good(), ...change() }
    const wrong = bad['kind'] === 'ruled' ? Object.fromEntries(Object.entries(bad).filter(([name]) => !['title', 'url', 'channel', 'ref'].includes(name))) : bad
    const answer = await feed.post<Taken>('/api/facts', [good(), wrong, good()])
    expect(answer).toMatchObject({ accepted: 2, duplicates: 0, refused: 1 })
    const [refusal] = answer.refusals
    expect(refusal).toMatchObject({ index: 1, field, code })
    expect(refusal!.message).toMatch(words)
  })

  it('that are no objects, broken or overlong lines stand in their places', async () => {
    const long = good({ title: '长'.repeat(70_000) })
    const answer = await sendLines(lines([good(), '{"kind":"published",', good(), long, '7', good()]))
    expect(answer).toMatchObject({ accepted: 3, refused: 3 })
    expect(answer.refusals.map(({ index, code }) => [index, code])).toEqual([[1, 'broken-line'], [3, 'line-too-long'], [4, 'wrong-type']])
    expect(answer.refusals[0]!.message).toMatch(/第 2 行.*第 21 个字符处/)
  })

  it('lists the first thousand refusals and counts all', async () => {
    const answer = await sendLines(lines(Array.from({ length: 1_100 }, () => ({ kind: 'published' }))))
    expect(answer.refusals).toHaveLength(1_000)
    expect(answer.accepted).toBe(0)
    expect(answer.refused).toBe(1_100)
  })
})

describe('a key', () => {
  it('sent again with the same content is a duplicate, however it is spelt', async () => {
    const fact = good()
    await feed.post('/api/facts', fact)
    const { units } = await office.read<{ units: readonly { id: string; name: string }[] }>('/api/units')
    const spelt = { ...fact, unit: units.find(({ id }) => id === fact.unit)!.name, title: ` ${String(fact['title'])} ` }
    expect(await feed.post<Taken>('/api/facts', [fact, spelt])).toMatchObject({ accepted: 0, duplicates: 2, refused: 0 })
    expect((await about(fact['title'])).total).toBe(1)
  })

  it('sent at once from many hands is taken once', async () => {
    const fact = good()
    const answers = await Promise.all(Array.from({ length: 10 }, () => feed.post<Taken>('/api/facts', fact)))
    expect(answers.reduce((sum, each) => sum + each.accepted, 0)).toBe(1)
    expect(answers.reduce((sum, each) => sum + each.duplicates, 0)).toBe(9)
  })

  it('with other content is refused with the way out, and corrected by a correction', async () => {
    const fact = good()
    await feed.post('/api/facts', fact)
    const other = { ...fact, title: `${String(fact['title'])}（改）` }
    const { refusals } = await feed.post<Taken>('/api/facts', other)
    expect(refusals).toMatchObject([{ index: 0, field: 'key', code: 'key-reused' }])
    expect(refusals[0]!.message).toMatch(/corrected/)
    const correction = { kind: 'corrected', key: randomUUID(), unit: fact.unit, item: fact.item, of: { feed: 'oa', key: fact.key }, set: { title: other.title }, reason: '标题有误' }
    expect(await feed.post<Taken>('/api/facts', correction)).toMatchObject({ accepted: 1, refused: 0 })
    expect((await about(other.title)).rows).toHaveLength(1)
  })

  it('of another feed is another key', async () => {
    const fact = good()
    const cms = await server.feed(admin, { name: 'cms' })
    await feed.post('/api/facts', fact)
    expect(await cms.post<Taken>('/api/facts', { ...fact, title: `${String(fact['title'])}二` })).toMatchObject({ accepted: 1, refused: 0 })
  })
})

describe('a body that cannot be read', () => {
  it.each([
    ['broken JSON', 'application/json', '[{"kind":"published",\n "unit": D03}]', 400, /第 2 行第 10 个字符处/],
    ['nothing', 'application/json', '', 400, /是空的/],
    ['more than eight megabytes', 'application/json', `["${'a'.repeat(8 * 1024 * 1024)}"]`, 413, /8 MB/],
  ])('of %s is answered with the place, and nothing is taken', async (_what, type, body, status, words) => {
    const before = (await server.nobody.read<{ facts: number }>('/api/health')).facts
    const answer = await feed.ask('/api/facts', { method: 'POST', body, headers: { 'content-type': type } })
    const fault = await Visitor.faultOf(answer)
    expect(fault.status).toBe(status)
    expect(fault.message).toMatch(words)
    expect((await server.nobody.read<{ facts: number }>('/api/health')).facts).toBe(before)
  })
})

describe('whose facts', () => {
  it("a feed's token reaches its own units and items only", async () => {
    const own = await server.feed(admin, { name: 'cms-d03', units: ['D03'], items: ['district-6'] })
    const answer = await own.post<Taken>('/api/facts', [good(), good({ unit: 'D05' }), good({ item: 'district-7' })])
    expect(answer).toMatchObject({ accepted: 1, refused: 2 })
    expect(answer.refusals.map(({ index, field, code }) => [index, field, code])).toEqual([[1, 'unit', 'out-of-scope'], [2, 'item', 'out-of-scope']])
  })

  it("a clerk reports for the own unit only, a head not at all", async () => {
    const clerk = await server.signIn('clerk.D03')
    expect(await clerk.post<Taken>('/api/facts', [good(), good({ unit: 'D05' })])).toMatchObject({ accepted: 1, refused: 1 })
    const head = await server.signIn('head.D03')
    expect((await head.send('POST', '/api/facts', good())).status).toBe(403)
  })

  it('a token that is wrong or revoked is told so', async () => {
    const short = await server.feed(admin, { name: 'short' })
    expect((await short.post<Taken>('/api/facts', good())).accepted).toBe(1)
    expect((await admin.ask(`/api/tokens/${short.id}`, { method: 'DELETE' })).status).toBe(204)
    const fault = await Visitor.faultOf(await short.send('POST', '/api/facts', good()))
    expect(fault).toMatchObject({ status: 401, code: 'bad-token' })
  })
})

describe('titles', () => {
  it('with markup come back letter for letter, as JSON that no page reads as HTML', async () => {
    const title = `<img src=x onerror="alert(1)"><script>alert('${randomUUID()}')</script>&amp;`
    await feed.post('/api/facts', good({ title }))
    const answer = await office.ask(`/api/obligations?q=${encodeURIComponent(title)}`)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(((await answer.json()) as ObligationPage).rows.map(row => row.title)).toEqual([title])
  })
})

describe('what a registered paper becomes', () => {
  const published = (paper: RawFact) => good({ ref: paper['ref'], title: paper['title'] })

  it('pending when formed today, on time once published, with the deadline proof behind it', async () => {
    const paper = formation(server.day)
    await feed.post('/api/facts', paper)
    const { rows: [open] } = await about(paper['title'])
    expect(['pending', 'dueSoon']).toContain(open?.status)
    await feed.post('/api/facts', published(paper))
    const { rows: [row] } = await about(paper['title'])
    expect(row).toMatchObject({ id: open!.id, status: 'onTime', proof: 'source', publishedDay: server.day, eventDay: server.day })
    const detail = await office.read<{ facts: readonly unknown[]; deadlineProof: { days: readonly unknown[] } | null }>(`/api/obligations/${encodeURIComponent(row!.id)}`)
    expect(detail.facts).toHaveLength(2)
    expect(detail.deadlineProof).not.toBeNull()
  })

  it('overdue when formed long ago, late once published', async () => {
    const paper = formation(addDays(server.day, -120))
    await feed.post('/api/facts', paper)
    expect((await about(paper['title'])).rows[0]?.status).toBe('overdue')
    await feed.post('/api/facts', published(paper))
    expect((await about(paper['title'])).rows[0]).toMatchObject({ status: 'late', lateBy: 'publication' })
  })

  it('unverified when nobody registered it and only the page tells its day', async () => {
    const page = good({ formedDay: server.day, ref: undefined })
    await feed.post('/api/facts', page)
    expect((await about(page['title'])).rows[0]).toMatchObject({ status: 'unverified', proof: 'backfilled' })
  })
})
