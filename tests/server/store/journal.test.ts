import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../shared/facts/journal.ts'
import { journalStore } from '../../../server/store/journal.ts'
import { openJournalReader } from '../../../server/store/journal-reader.ts'
import { isDurable } from '../../../server/store/sqlite.ts'
import { StoreFull } from '../../../server/store/store-full.ts'
import { audit, NOON, published, standingClock, temporaryConnection, temporaryFolder, temporaryStore } from './temporary.ts'

const mixed: readonly Entry[] = [
  { seq: 1, recordedAt: NOON, source: { feed: 'admin', account: 'admin' }, setting: { kind: 'feedOutage', effective: '2026-03-01', feed: 'cms' } },
  { ...published(2), source: { feed: 'oa', ofRecord: true } },
  { ...published(3), source: { feed: 'oa', ofRecord: false, account: 'clerk.D01' } },
  {
    seq: 4, recordedAt: '2026-03-02T04:00:00.001Z', source: { feed: 'desk' },
    fact: {
      kind: 'corrected', key: 'c-1', unit: 'D01', item: 'district-6', day: '2026-03-02', of: { feed: 'oa', key: 'k-2' },
      set: { title: '改正<b>标题</b>', refs: ['a', 'b'] }, reason: '录入错误', waits: true,
    },
  },
]

describe('append()', () => {
  it('keeps every field of facts and settings, in order', async () => {
    const { journal } = await temporaryStore()
    journal.append(mixed)
    expect([...journal.entries()]).toEqual(mixed)
    expect(journal.findByKey('desk', 'c-1')).toEqual(mixed[3])
    expect(journal.findBySeqs([3, 1, 9])).toEqual([mixed[2], mixed[0]])
  })

  it('counts entries and facts, across a restart too', async () => {
    const folder = temporaryFolder()
    const first = await temporaryStore({ folder })
    first.journal.append(mixed)
    expect([first.journal.lastSeq(), first.journal.count(), first.journal.factCount()]).toEqual([4, 4, 3])
    first.close()
    const { journal } = await temporaryStore({ folder })
    expect([journal.lastSeq(), journal.count(), journal.factCount()]).toEqual([4, 4, 3])
    expect(journal.lastRecordedAt()).toBe('2026-03-02T04:00:00.001Z')
    expect([...journal.entries(3)]).toEqual(mixed.slice(2))
  })

  it('begins at nothing', async () => {
    const { journal } = await temporaryStore()
    expect([journal.lastSeq(), journal.count(), journal.factCount(), journal.lastRecordedAt()]).toEqual([0, 0, 0, null])
    expect([...journal.entries()]).toEqual([])
  })

  it('writes the audit rows with the entries', async () => {
    const { journal, audit: log } = await temporaryStore()
    journal.append([published(1)], [{ who: 'feed:cms', act: 'facts-posted', about: '1', from: '10.0.0.8', detail: { accepted: 1 } }])
    expect(await log.list()).toEqual([
      { id: 1, at: NOON, who: 'feed:cms', act: 'facts-posted', about: '1', from: '10.0.0.8', detail: { accepted: 1 } },
    ])
  })

  it.each<[string, readonly Entry[]]>([
    ['a seq that leaves a gap', [published(1), published(3)]],
    ['a seq used before', [published(1), published(1)]],
    ['an instant that runs backwards', [published(1), { ...published(2), recordedAt: '2026-03-02T03:59:59.999Z' }]],
    ['a key used before in its feed', [published(1), published(2, { key: 'k-1' })]],
  ])('throws at %s and writes nothing of the batch, audit included', async (_rule, entries) => {
    const store = await temporaryStore()
    expect(() => store.journal.append(entries, [audit])).toThrow()
    expect(store.journal.lastSeq()).toBe(0)
    expect([...store.journal.entries()]).toEqual([])
    expect(await store.audit.list()).toEqual([])
    store.journal.append([published(1)])
    expect(store.journal.lastSeq()).toBe(1)
  })

  it('takes the same key from two feeds', async () => {
    const { journal } = await temporaryStore()
    journal.append([published(1), { ...published(2, { key: 'k-1' }), source: { feed: 'oa' } }])
    expect(journal.findByKey('cms', 'k-1')?.seq).toBe(1)
    expect(journal.findByKey('oa', 'k-1')?.seq).toBe(2)
  })

  it('stays at synchronous FULL after it has written', async () => {
    const connection = await temporaryConnection()
    journalStore(connection, standingClock()).append([published(1)])
    expect(connection.raw.pragma('synchronous', { simple: true })).toBe(2)
    expect(isDurable(connection.raw)).toBe(true)
  })

  it('throws StoreFull on a full disk, keeps nothing of it, and goes on when there is room again', async () => {
    const connection = await temporaryConnection()
    const journal = journalStore(connection, standingClock())
    journal.append([published(1)])
    const pages = connection.raw.pragma('page_count', { simple: true })
    connection.raw.pragma(`max_page_count = ${String(pages)}`)
    const many = Array.from({ length: 500 }, (_, index) => published(index + 2))
    expect(() => journal.append(many, [audit])).toThrow(StoreFull)
    expect(journal.lastSeq()).toBe(1)
    expect([...journal.entries()]).toEqual([published(1)])
    connection.raw.pragma('max_page_count = 1073741823')
    journal.append(many)
    expect(journal.lastSeq()).toBe(501)
    expect(journal.factCount()).toBe(501)
  })
})

describe('entries()', () => {
  it('streams across chunks and meets what is appended meanwhile', async () => {
    const { journal } = await temporaryStore()
    journal.append(Array.from({ length: 2_500 }, (_, index) => published(index + 1)))
    const seen: number[] = []
    for (const entry of journal.entries()) {
      seen.push(entry.seq)
      if (entry.seq === 1_200) journal.append([published(2_501)])
    }
    expect(seen).toEqual(Array.from({ length: 2_501 }, (_, index) => index + 1))
  })

  it('holds no read open between chunks: the log folds into the file while it is paused', async () => {
    const connection = await temporaryConnection()
    const journal = journalStore(connection, standingClock())
    journal.append(Array.from({ length: 1_500 }, (_, index) => published(index + 1)))
    const entries = journal.entries()
    entries.next()
    expect(connection.raw.pragma('wal_checkpoint(TRUNCATE)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }])
    expect([...entries]).toHaveLength(1_499)
  })

  it('is read by a second, read-only look beside the open store, which follows what is appended', async () => {
    const folder = temporaryFolder()
    const { journal } = await temporaryStore({ folder })
    journal.append(mixed.slice(0, 2))
    const reader = openJournalReader(folder)
    expect([...reader.entries()]).toEqual(mixed.slice(0, 2))
    journal.append(mixed.slice(2))
    expect([...reader.entries(3)]).toEqual(mixed.slice(2))
    reader.close()
  })
})
