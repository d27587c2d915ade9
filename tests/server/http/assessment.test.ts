import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssessmentResult } from '../../../shared/assessment/result.ts'
import type { MarkRow, MarksAnswer } from '../../../shared/wire/assessment-answers.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import type { IntakeResult } from '../../../server/intake/ports.ts'
import shipped from '../../../data/schemes/default.json' with { type: 'json' }
import { errorIn, openSmallServer, type SmallServer } from './small-server.ts'

let server: SmallServer
let cookie: string
let count = 0
beforeAll(async () => {
  server = await openSmallServer({ now: '2026-03-10T02:00:00.000Z' })
  cookie = await server.cookieOf('reviewer')
  await server.intake.settle([{ kind: 'scheme', effective: '2026-01-01', scheme: shipped as unknown as Scheme }], { feed: 'admin' })
})
afterAll(() => server.close())

async function read<T>(path: string): Promise<T> {
  const answer = await server.request(path, { cookie })
  expect([path, answer.status]).toEqual([path, 200])
  return await answer.json() as T
}
const marksIn = (query = '', year = 2026) => read<MarksAnswer>(`/api/assessments/${year}/marks${query}`)

async function mark(fields: Readonly<Record<string, unknown>>): Promise<IntakeResult> {
  count += 1
  const body = { kind: 'marked', key: `mark-${count}`, unit: 'A', item: '*', day: server.now.slice(0, 10), year: 2026, reason: '看了佐证', ...fields }
  return await (await server.request('/api/facts', { cookie, body })).json() as IntakeResult
}

/** A leaf of the shipped scheme that only a person can judge. */
const entry = 'D3b'
const ofEntry = ({ marks }: MarksAnswer, entry: string): readonly MarkRow[] => marks.filter((each) => each.entry === entry)

describe('GET /api/assessments/:year/marks', () => {
  it('gives the year\'s span, years that have begun and the scheme of the day, and no mark where nobody marked', async () => {
    const told = await marksIn()
    expect(told).toMatchObject({ year: 2026, to: '2026-03-10', asOf: '2026-03-10', marks: [] })
    expect(told.years.at(-1)).toBe(2026)
    expect(told.scheme.groups.length).toBeGreaterThan(0)
    expect(await errorIn(await server.request('/api/assessments/2031/marks', { cookie }))).toMatchObject({ code: 'not-found' })
  })

  it('keeps every opinion with who, when and why; the last holds, and a second reviewer who has not seen it is refused with its words', async () => {
    expect((await mark({ entry, points: 0.5, after: 0 })).accepted).toBe(1)
    const [first] = ofEntry(await marksIn(), entry)
    expect(first).toMatchObject({ unit: 'A', points: 0.5, by: 'reviewer', takenBack: false, reason: '看了佐证' })
    const late = await mark({ entry, points: 1, after: 0 })
    expect(late).toMatchObject({ accepted: 0, refusals: [{ code: 'marked-meanwhile', message: expect.stringContaining('reviewer') as string }] })
    expect((await mark({ entry, points: 1, after: first!.seq, reason: '补看了佐证' })).accepted).toBe(1)
    expect(ofEntry(await marksIn('?unit=A'), entry).map(({ points, reason }) => [points, reason])).toEqual([[0.5, '看了佐证'], [1, '补看了佐证']])
    expect((await marksIn('?unit=B')).marks).toEqual([])
  })

  it('is the result\'s own source: a mark counts, one taken back does not, both stay on record', async () => {
    const lost = async () => (await read<AssessmentResult>('/api/assessments/2026')).units.find(({ unit }) => unit === 'A')!.negative.lost
    expect(await lost()).toBe(0)
    await mark({ entry: 'K1', points: 1, after: 0 })
    expect(await lost()).toBeGreaterThan(0)
    const [{ seq }] = ofEntry(await marksIn(), 'K1') as [MarkRow]
    expect((await mark({ entry: 'K1', points: 0, takeBack: true, after: seq })).accepted).toBe(1)
    expect(await lost()).toBe(0)
    expect(ofEntry(await marksIn(), 'K1').map(({ takenBack }) => takenBack)).toEqual([false, true])
  })

  it('as known before a mark knows nothing of it, and that past never changes', async () => {
    const known = '2026-03-10T02:10:00.000Z'
    server.now = '2026-03-10T02:20:00.000Z'
    const [last] = ofEntry(await marksIn(), entry).slice(-1)
    const then = `?asOf=2026-03-10&knownAt=${encodeURIComponent(known)}`
    const before = ofEntry(await marksIn(then), entry)
    expect((await mark({ entry, points: 0, after: last?.seq ?? 0 })).accepted).toBe(1)
    expect(ofEntry(await marksIn(then), entry)).toEqual(before)
    expect(ofEntry(await marksIn(), entry).length).toBe(before.length + 1)
  })

  it('is the office\'s alone, and only a reviewer marks', async () => {
    for (const role of ['head', 'clerk'] as const) {
      const answer = await server.request('/api/assessments/2026/marks', { cookie: await server.cookieOf(role) })
      expect([role, answer.status]).toEqual([role, 403])
    }
    const answer = await server.request('/api/facts', { cookie: await server.cookieOf('supervisor'), body: { kind: 'marked', key: 'sup-1', unit: 'A', item: '*', day: '2026-03-10', year: 2026, entry: 'veto', points: 1, reason: 'x' } })
    expect(JSON.stringify(await answer.json())).toContain('不能提交“评分”')
  })
})
