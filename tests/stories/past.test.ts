import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import { boardOf } from '../../shared/measures/board.ts'
import { addDays, dayOf, endOfDay, type Day } from '../../shared/time/day.ts'
import type { ObligationPage, UnitAnswer } from '../../shared/wire/answers.ts'
import { formation, publication } from '../support/fresh-facts.ts'
import { startServer, type Server } from '../support/server.ts'
import type { Visitor } from '../support/visitor.ts'

let server: Server
let office: Visitor
let feed: Visitor
let journal: readonly Entry[]
beforeAll(async () => {
  // The machine's own time zone is nobody's business: days are days of Asia/Shanghai.
  server = await startServer({ env: { TZ: 'America/Los_Angeles' } })
  office = await server.signIn('supervisor')
  feed = await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })
  journal = kept()
})

/** The journal, read past the server. */
function kept(): readonly Entry[] {
  const reader = openJournalReader(server.folder)
  const entries = [...reader.entries()]
  reader.close()
  return entries
}

const plain = (board: Board) => JSON.parse(JSON.stringify(board)) as Board
const ask = (query: string) => office.read<Board>(`/api/board${query}`)

it('the day is the local day of Asia/Shanghai, wherever the machine stands', () => {
  expect([dayOf(new Date(Date.now() - 60_000).toISOString()), dayOf(new Date().toISOString())]).toContain(server.day)
})

describe('GET /api/board', () => {
  it('is the board of the journal, judged from scratch', async () => {
    expect(await ask('')).toEqual(plain(boardOf(journal, { day: server.day })))
  })

  const lastYear = () => `${Number(server.day.slice(0, 4)) - 1}`
  const pasts: readonly (readonly [what: string, asOf: () => Day, knownAt: (() => Day) | null])[] = [
    ['a day last spring', () => `${lastYear()}-04-15`, null],
    ['31 December as known then', () => `${lastYear()}-12-31`, () => `${lastYear()}-12-31`],
    ['31 December as known now', () => `${lastYear()}-12-31`, null],
    ['today as known a month ago', () => server.day, () => addDays(server.day, -30)],
  ]
  it.each(pasts)('of %s is boardOf of the journal at that point', async (_what, asOf, knownAt) => {
    const query = `?asOf=${asOf()}${knownAt ? `&knownAt=${knownAt()}` : ''}`
    const expected = boardOf(journal, knownAt ? { day: asOf(), knownAt: endOfDay(knownAt()) } : { day: asOf() })
    expect(await ask(query)).toEqual(plain(expected))
  })

  it('as known then does not change by what is learned later, as known now it does', async () => {
    const day = addDays(server.day, -40)
    const then = `?asOf=${day}&knownAt=${day}`
    const [before, beforeNow] = [await ask(then), await ask(`?asOf=${day}`)]
    await feed.post('/api/facts', formation(addDays(day, -60)))
    expect(await ask(then)).toEqual(before)
    const now = await ask(`?asOf=${day}`)
    expect(now.revision).toBeGreaterThan(beforeNow.revision)
    expect(now.district.overdue).toBe(beforeNow.district.overdue + 1)
  })

  it('answers the rest meanwhile, and from memory when asked again', async () => {
    const fresh = `?asOf=${addDays(server.day, -77)}&knownAt=${addDays(server.day, -70)}`
    let isThere = false
    const asked = ask(fresh).finally(() => {
      isThere = true
    })
    const meanwhile: boolean[] = []
    while (!isThere) {
      await server.nobody.read('/api/health')
      meanwhile.push(isThere)
      await wait(5)
    }
    const first = await asked
    // Judging a past takes many times as long as a word of health: a blocked thread would have answered once at most.
    expect(meanwhile.filter(late => !late).length).toBeGreaterThan(5)
    const [again, etag] = await office.ask(`/api/board${fresh}`).then(async answer => [await answer.json() as Board, answer.headers.get('etag')!] as const)
    expect(again).toEqual(first)
    expect((await office.ask(`/api/board${fresh}`, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it.each([
    ['asOf', '2026-02-30', /不是一个存在的日期/],
    ['asOf', '2999-01-01', /不能晚于今天/],
    ['knownAt', 'yesterday', /应为日期/],
    ['asof', '2026-01-01', /没有“asof”这个筛选项/],
  ])('with %s=%s is refused by name', async (name, value, words) => {
    const answer = await office.ask(`/api/board?${name}=${value}`)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { error: { message: string } }).error.message).toMatch(words)
  })
})

describe('the past of lists and pages', () => {
  it('is the same past: totals of obligations and units agree with the board of that day', async () => {
    const at = `asOf=${addDays(server.day, -120)}&knownAt=${addDays(server.day, -100)}`
    const board = await ask(`?${at}`)
    for (const figure of ['onTime', 'eventual'] as const) {
      const { total } = await office.read<ObligationPage>(`/api/obligations?counted=${figure}&limit=1&${at}`)
      expect(total).toBe(board.district[figure].whole)
      const { total: part } = await office.read<ObligationPage>(`/api/obligations?counted=${figure}&part=1&limit=1&${at}`)
      expect(part).toBe(board.district[figure].part)
    }
    const unit = await office.read<UnitAnswer>(`/api/units/D03?${at}`)
    expect(unit.unit).toEqual(board.units.find(({ id }) => id === 'D03'))
  })

  it('holds an obligation as it stood: overdue then, late now', async () => {
    const paper = formation(addDays(server.day, -100))
    await feed.post('/api/facts', [paper, publication(addDays(server.day, -10), { ref: paper['ref'], title: paper['title'] })])
    const find = async (at: string) => (await office.read<ObligationPage>(`/api/obligations?q=${encodeURIComponent(String(paper['title']))}${at}`)).rows.map(({ status }) => status)
    expect(await find('')).toEqual(['late'])
    expect(await find(`&asOf=${addDays(server.day, -20)}`)).toEqual(['overdue'])
    expect(await find(`&asOf=${addDays(server.day, -20)}&knownAt=${addDays(server.day, -20)}`)).toEqual([])
  })
})
