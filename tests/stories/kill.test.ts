import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import { publication, type RawFact } from '../support/fresh-facts.ts'
import { seedOf } from '../support/seed.ts'
import { sampleFolder, startServer, type Server } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const seed = seedOf()
/** A small generator of its own, so that a seed replays the moments of death. */
let state = seed
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const SENDERS = 6
interface Taken { readonly accepted: number; readonly duplicates: number; readonly refused: number; readonly revision: number }

let server: Server
let token: string
let folder: string
/** What an answer has acknowledged, and what was sent without an answer. */
const acknowledged: RawFact[] = []
const unanswered: RawFact[] = []
let lastRevision = 0

beforeAll(async () => {
  folder = sampleFolder()
  server = await startServer({ folder })
  token = (await server.feed(await server.signIn('admin'), { name: 'oa', ofRecord: true })).token
})

const feedOf = (running: Server) => new Visitor(running.url, { authorization: `Bearer ${token}` })

/** Senders that send one request after the other, single facts and small bulks, until the server is gone. */
async function pour(running: Server): Promise<void> {
  const feed = feedOf(running)
  const send = async (): Promise<void> => {
    for (;;) {
      const facts = Array.from({ length: random() < 0.5 ? 1 : 1 + Math.floor(random() * 30) }, () => publication(running.day))
      const answer = await feed.send('POST', '/api/facts', facts).then(async got => (got.ok ? await got.json() as Taken : null), () => null)
      if (answer === null) {
        unanswered.push(...facts)
        return
      }
      expect(answer).toMatchObject({ accepted: facts.length, duplicates: 0, refused: 0 })
      acknowledged.push(...facts)
      lastRevision = Math.max(lastRevision, answer.revision)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, send))
}

/** How often each key stands in the journal, read past the server. */
function timesKept(): Map<string, number> {
  const reader = openJournalReader(folder)
  const times = new Map<string, number>()
  for (const entry of reader.entries()) if (isFactEntry(entry) && entry.source.feed === 'oa') times.set(entry.fact.key, (times.get(entry.fact.key) ?? 0) + 1)
  reader.close()
  return times
}

const notOnce = (facts: readonly RawFact[], times: ReadonlyMap<string, number>) => facts.filter(({ key }) => times.get(key) !== 1).length

describe(`a server killed while facts pour in (LAW_SEED=${seed})`, () => {
  it.each([1, 2, 3, 4])('has every acknowledged fact exactly once after death %i', async () => {
    const pouring = pour(server)
    await wait(100 + random() * 900)
    expect((await server.kill()).signal).toBe('SIGKILL')
    await pouring
    server = await startServer({ folder })
    expect((await server.nobody.read<{ revision: number }>('/api/health')).revision).toBeGreaterThanOrEqual(lastRevision)
    const times = timesKept()
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(notOnce(acknowledged, times)).toBe(0)
    expect([...times.values()].filter(count => count > 1)).toEqual([])
  })

  it('counts what is sent again as duplicates, and takes once what had no answer', async () => {
    const feed = feedOf(server)
    const before = timesKept()
    const again = await feed.post<Taken>('/api/facts', acknowledged)
    expect(again).toMatchObject({ accepted: 0, duplicates: acknowledged.length, refused: 0 })
    const kept = unanswered.filter(({ key }) => before.has(key)).length
    const rest = await feed.post<Taken>('/api/facts', unanswered)
    expect(rest).toMatchObject({ accepted: unanswered.length - kept, duplicates: kept, refused: 0 })
    const times = timesKept()
    expect(notOnce([...acknowledged, ...unanswered], times)).toBe(0)
  })

  it('shows each of them once in the list of obligations', async () => {
    const office = await server.signIn('supervisor')
    const sample = [0, 0.25, 0.5, 0.75, 0.999].map(part => acknowledged[Math.floor(part * acknowledged.length)]!)
    for (const fact of sample) {
      const { total } = await office.read<{ total: number }>(`/api/obligations?q=${encodeURIComponent(String(fact['title']))}`)
      expect(total).toBe(1)
    }
  })

  it('leaves a whole database and a journal without a gap', async () => {
    expect((await server.stop()).code).toBe(0)
    const database = new Sqlite(`${folder}/board.sqlite`, { readonly: true })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const { count, last } = database.prepare('select count(*) as count, max(seq) as last from journal').get() as { count: number; last: number }
    expect(count).toBe(last)
    database.close()
  })
})
