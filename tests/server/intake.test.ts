import { describe, expect, it } from 'vitest'
import { openIntake } from '../../server/intake.ts'
import { intakeAuditRow } from '../../server/intake-audit.ts'
import type { FactSource, JournalPort, RequestOrigin } from '../../server/intake/ports.ts'
import { Unreadable } from '../../server/intake/unreadable.ts'
import { LiveBoard } from '../../server/live/live-board.ts'
import { StoreFull } from '../../server/store/store-full.ts'
import { isFactEntry, type Entry } from '../../shared/facts/journal.ts'
import type { Scope } from '../../shared/facts/who-may.ts'
import { boardOf } from '../../shared/measures/board.ts'
import { startingSettings, unitOf } from '../support/small-district.ts'
import { standingClock, temporaryStore } from './store/temporary.ts'

const START = '2025-03-03T01:00:00.000Z'
const TODAY = '2025-03-03'

interface Faults {
  /** Thrown instead of writing, by what is about to be written. */
  store?: (entries: readonly Entry[]) => Error | undefined
}

async function opened() {
  const clock = standingClock(START)
  const store = await temporaryStore({ clock })
  const live = new LiveBoard('2025-03-03')
  const faults: Faults = {}
  const transactions: number[] = []
  const journal: JournalPort = {
    ...store.journal,
    append(entries, audit) {
      const fault = faults.store?.(entries)
      if (fault) throw fault
      store.journal.append(entries, audit)
      transactions.push(entries.length)
    },
  }
  const reported: unknown[] = []
  const open = () => openIntake({ store: journal, live, clock, auditRow: intakeAuditRow, report: (error) => reported.push(error) })
  const intake = open()
  await intake.settle(startingSettings(), { feed: 'admin' })
  transactions.length = 0
  const facts = () => [...store.journal.entries()].filter(isFactEntry)
  return { clock, store, live, intake, open, faults, transactions, reported, facts }
}

function from(feed: string, over: { role?: Scope['role']; units?: Scope['units']; request?: RequestOrigin; ofRecord?: boolean; account?: string } = {}): FactSource {
  const { role = 'feed', units = '*', request = { who: `feed:${feed}`, from: '10.1.1.1' }, ...source } = over
  return { feed, ...source, scope: { role, units }, request }
}

function page(key: string, over: object = {}): object {
  return { kind: 'published', key, unit: 'A', item: 'doc', day: TODAY, title: `公告${key}`, url: `https://yunhe.gov.cn/${key}.html`, channel: '政府网站', ...over }
}

describe('take()', () => {
  it('takes the good, names the bad by index and answers when they are durable and live', async () => {
    const { intake, live, store, facts } = await opened()
    const before = live.revision
    const result = await intake.take([page('1'), { kind: 'published' }, new Unreadable('broken-line', '第 3 行…'), page('2', { unit: '云河区B局', item: '类别/doc' })], from('cms', { ofRecord: true }))
    expect(result).toMatchObject({ accepted: 2, duplicates: 0, refused: 2, revision: before + 2 })
    expect([...new Set(result.refusals.map((each) => each.index))]).toEqual([1, 2])
    expect(facts().map(({ fact, source, recordedAt }) => [fact.unit, fact.item, source, recordedAt])).toEqual([
      ['A', 'doc', { feed: 'cms', ofRecord: true }, START], ['B', 'doc', { feed: 'cms', ofRecord: true }, START],
    ])
    expect(live.board()).toEqual(boardOf([...store.journal.entries()], { day: live.day }))
  })

  it('counts the same content of a key as duplicate and refuses other content with the way out', async () => {
    const { intake, facts } = await opened()
    await intake.take([page('1')], from('cms'))
    const result = await intake.take([page('1', { unit: '云河区A局' }), page('1', { title: '另一份' })], from('cms'))
    expect(result).toMatchObject({ accepted: 0, duplicates: 1, refused: 1 })
    expect(result.refusals).toMatchObject([{ code: 'key-reused', field: 'key', index: 1 }])
    expect(result.refusals[0]?.message).toContain('corrected')
    expect(facts()).toHaveLength(1)
  })

  it('does so within one request, and lets another feed use the same key', async () => {
    const { intake } = await opened()
    const [one, other] = await Promise.all([
      intake.take([page('1'), page('1'), page('1', { title: '另一份' })], from('cms')),
      intake.take([page('1')], from('oa')),
    ])
    expect(one).toMatchObject({ accepted: 1, duplicates: 1, refused: 1 })
    expect(other).toMatchObject({ accepted: 1 })
  })

  it('counts bulk sent again as duplicates, with what is new in it taken and what differs refused', async () => {
    const { intake, facts } = await opened()
    const bulk = Array.from({ length: 150 }, (_, n) => page(`b${n}`))
    await intake.take(bulk.slice(0, 140), from('cms'))
    const again = [...bulk.slice(0, 5), page('b5', { title: '另一份' }), ...bulk.slice(6)]
    const [result, neighbour] = await Promise.all([intake.take(again, from('cms')), intake.take([page('1')], from('cms'))])
    expect(result).toMatchObject({ accepted: 10, duplicates: 139, refused: 1, refusals: [{ index: 5, code: 'key-reused' }] })
    expect(neighbour).toMatchObject({ accepted: 1 })
    expect(facts()).toHaveLength(151)
  })

  it('counts a declaration sent again the next day as duplicate', async () => {
    const { intake, clock } = await opened()
    const nothing = { kind: 'nothing', key: 'n', unit: 'A', item: 'stats', day: TODAY, about: { period: '2024-Q4' }, url: 'https://yunhe.gov.cn/n' }
    await intake.take([nothing], from('cms'))
    clock.moveTo('2025-03-04T01:00:00.000Z')
    expect(await intake.take([nothing], from('cms'))).toMatchObject({ accepted: 0, duplicates: 1 })
  })

  it('writes what arrives in one turn in one transaction, one audit row a request', async () => {
    const { intake, transactions, store } = await opened()
    const results = await Promise.all([
      intake.take([page('1')], from('cms')), intake.take([page('2'), page('3')], from('oa')), intake.take([{}], from('cms')), intake.take([], from('cms')),
    ])
    expect(transactions).toEqual([3])
    expect(results.map((each) => each.accepted)).toEqual([1, 2, 0, 0])
    expect(await store.audit.list()).toMatchObject([
      { who: 'feed:oa', act: 'entries-made', from: '10.1.1.1', detail: { feed: 'oa', entries: 2 } },
      { who: 'feed:cms', act: 'entries-made', from: '10.1.1.1', detail: { feed: 'cms', entries: 1 } },
    ])
  })

  it('audits a request once though its body comes in parts', async () => {
    const { intake, store } = await opened()
    const source = from('cms')
    await intake.take([{}], source)
    await intake.take([page('1')], source)
    await intake.take([page('2')], source)
    expect(await store.audit.list()).toHaveLength(1)
  })

  it('lists the first 1,000 refusals and counts all', async () => {
    const { intake } = await opened()
    const result = await intake.take(Array.from({ length: 1500 }, () => 5), from('cms'))
    expect(result.refused).toBe(1500)
    expect(result.refusals).toHaveLength(1000)
  })

  it.each([
    ['a unit outside the scope', page('1'), from('cms', { units: ['B'] }), 'out-of-scope'],
    ['a kind the role may not write', { ...page('1'), kind: 'observed' }, from('cms'), 'not-allowed'],
    ['a row not printed for the unit', page('1', { unit: 'S' }), from('cms'), 'row-not-printed'],
    ['an unknown item', page('1', { item: '类别/none' }), from('cms'), 'unknown-item'],
    ['情况说明 for what always exists', { kind: 'nothing', key: 'n', unit: 'A', item: 'report', about: { period: '2024' }, url: 'https://a.cn/' }, from('cms'), 'always-exists'],
    ['a slot nobody has', page('1', { item: 'budget', period: '2025/none' }), from('cms'), 'bad-period'],
  ])('refuses %s', async (_what, raw, source, code) => {
    const { intake, facts } = await opened()
    const result = await intake.take([raw], source)
    expect(result.refusals.map((each) => each.code)).toContain(code)
    expect(facts()).toEqual([])
  })

  it('takes a row that is printed for the unit though traits left it out', async () => {
    const { intake } = await opened()
    expect(await intake.take([page('1', { unit: 'B', item: 'gated' })], from('cms'))).toMatchObject({ accepted: 1 })
  })

  it('passes facts of a merged unit on to its successor and keeps the unit named', async () => {
    const { intake, facts, clock } = await opened()
    await intake.settle([{ kind: 'unitChange', effective: '2025-03-01', unit: unitOf('C', { validTo: '2025-03-01', successor: 'B' }) }], { feed: 'admin' })
    clock.moveTo('2025-03-04T01:00:00.000Z')
    await intake.take([page('1', { unit: 'C' }), page('2', { unit: 'C', day: '2025-02-28' })], from('cms', { units: ['C'] }))
    expect(facts().map(({ fact }) => [fact.unit, fact.namedUnit])).toEqual([['B', 'C'], ['C', undefined]])
    expect(await intake.take([page('1', { unit: 'C' })], from('cms', { units: ['C'] }))).toMatchObject({ duplicates: 1 })
  })
})

describe('take() of corrections', () => {
  const late = [
    { kind: 'formed', key: 'f', unit: 'A', item: 'permit', day: '2025-01-02', ref: 'r', title: '许可' },
    page('p', { item: 'permit', ref: 'r', day: '2025-03-03' }),
  ]
  const earlier = { kind: 'corrected', key: 'c', unit: 'A', item: 'permit', day: TODAY, of: { feed: 'oa', key: 'p' }, set: { day: '2025-01-06' }, reason: '登记有误' }
  const waits = (entries: readonly Entry[]) => entries.map((each) => isFactEntry(each) && each.fact.kind === 'corrected' && each.fact.waits === true)

  it('lets one wait that would improve a settled status, sent later or in the same breath', async () => {
    const later = await opened()
    await later.intake.take(late, from('oa', { ofRecord: true }))
    await later.intake.take([earlier], from('oa', { ofRecord: true }))
    expect(waits(later.facts())).toEqual([false, false, true])

    const atOnce = await opened()
    expect(await atOnce.intake.take([...late, earlier], from('oa', { ofRecord: true }))).toMatchObject({ accepted: 3 })
    expect(waits(atOnce.facts())).toEqual([false, false, true])
    expect(atOnce.transactions).toEqual([2, 1])
  })

  it('lets one stand at once that improves nothing, and a supervisor’s', async () => {
    const { intake, facts } = await opened()
    await intake.take(late, from('oa', { ofRecord: true }))
    await intake.take([{ ...earlier, set: { title: '改正' } }], from('oa'))
    await intake.take([{ ...earlier, key: 's' }], from('desk', { role: 'supervisor' }))
    expect(waits(facts())).toEqual([false, false, false, false])
  })

  it('is released by a supervisor, who may name the correction itself', async () => {
    const { intake, live } = await opened()
    await intake.take([...late, earlier], from('oa', { ofRecord: true }))
    const status = () => live.obligation('A|permit|doc:r@2025-01-02')?.publishedDay
    expect(status()).toBe('2025-03-03')
    const confirm = { kind: 'corrected', key: 'ok', of: { feed: 'oa', key: 'c' }, confirm: true, reason: '属实', unit: 'A', item: 'permit' }
    expect(await intake.take([confirm], from('oa'))).toMatchObject({ refused: 1 })
    expect(await intake.take([confirm], from('desk', { role: 'supervisor' }))).toMatchObject({ accepted: 1 })
    expect(status()).toBe('2025-01-06')
  })

  it('finds an obligation that the request itself has opened', async () => {
    const { intake, transactions } = await opened()
    const dispute = { kind: 'disputed', key: 'd', unit: 'A', item: 'permit', about: { obligation: 'A|permit|doc:r@2025-01-02' }, reason: '有截图' }
    expect(await intake.take([late[0], dispute], from('desk', { role: 'clerk', units: ['A'] }))).toMatchObject({ accepted: 2, refused: 0 })
    expect(transactions).toEqual([1, 1])
  })

  it('refuses to touch the obligation of another unit', async () => {
    const { intake } = await opened()
    await intake.take(late, from('oa'))
    const dispute = { kind: 'disputed', key: 'd', unit: 'B', item: 'permit', about: { obligation: 'A|permit|doc:r@2025-01-02' }, reason: '有截图' }
    const result = await intake.take([dispute], from('desk', { role: 'clerk', units: ['B'] }))
    expect(result.refusals).toMatchObject([{ code: 'other-obligation' }])
  })
})

describe('the journal’s clock', () => {
  it('never runs backwards though the clock does', async () => {
    const { intake, clock, facts, open } = await opened()
    await intake.take([page('1')], from('cms'))
    clock.moveTo('2025-03-02T01:00:00.000Z')
    await intake.take([page('2')], from('cms'))
    await open().take([page('3')], from('cms'))
    expect(facts().map((each) => each.recordedAt)).toEqual([START, START, START])
  })

  it('rolls to a new day before the first fact of it, which is no fact of the future', async () => {
    const { intake, clock, live, store } = await opened()
    clock.moveTo('2025-03-05T17:00:00.000Z')
    expect(await intake.take([page('1', { day: '2025-03-06' })], from('cms'))).toMatchObject({ accepted: 1 })
    expect(live.day).toBe('2025-03-06')
    const rolls = [...store.journal.entries()].filter((each) => !isFactEntry(each) && each.setting.kind === 'dayRolled')
    expect(rolls).toMatchObject([{ source: { feed: 'clock' }, setting: { effective: '2025-03-06' } }])
  })

  it('roll() writes a day once', async () => {
    const { intake, live, transactions } = await opened()
    await Promise.all([intake.roll('2025-03-04'), intake.roll('2025-03-04'), intake.roll('2025-03-01')])
    expect(live.day).toBe('2025-03-04')
    expect(transactions).toEqual([1])
  })
})

describe('settle()', () => {
  it('keeps its place among the facts of the same turn', async () => {
    const { intake, store } = await opened()
    await Promise.all([
      intake.take([page('1', { unit: 'D' })], from('cms')),
      intake.settle([{ kind: 'unitChange', effective: TODAY, unit: unitOf('D') }], { feed: 'admin' }, { who: 'account:admin', from: 'local' }),
      intake.take([page('2', { unit: 'D' })], from('cms')),
    ]).then(([before, , after]) => {
      expect(before).toMatchObject({ refused: 1 })
      expect(after).toMatchObject({ accepted: 1 })
    })
    expect(await store.audit.list()).toMatchObject([{ who: 'feed:cms' }, { who: 'account:admin', detail: { entries: 1 } }])
  })
})

describe('when something fails', () => {
  it('rejects on a full disk with nothing half-applied, and goes on when there is room again', async () => {
    const { intake, faults, live, facts } = await opened()
    const { revision } = live
    faults.store = () => new StoreFull(new Error('SQLITE_FULL'))
    const tried = await Promise.allSettled([intake.take([page('1')], from('cms')), intake.take([page('1')], from('cms')), intake.take([{}], from('cms'))])
    expect(tried.map((each) => each.status)).toEqual(['rejected', 'rejected', 'fulfilled'])
    expect(tried[0]).toMatchObject({ reason: { name: 'StoreFull' } })
    expect([live.revision, facts().length]).toEqual([revision, 0])
    delete faults.store
    expect(await intake.take([page('1')], from('cms'))).toMatchObject({ accepted: 1, duplicates: 0, revision: revision + 1 })
  })

  it('fails one bad request and takes its neighbours of the same turn', async () => {
    const { intake, faults, facts } = await opened()
    faults.store = (entries) => entries.some((each) => isFactEntry(each) && each.fact.key === 'bad') ? new Error('constraint') : undefined
    const tried = await Promise.allSettled([
      intake.take([page('1'), {}], from('cms')), intake.take([page('bad')], from('cms')), intake.take([page('2')], from('cms')),
    ])
    expect(tried).toMatchObject([
      { status: 'fulfilled', value: { accepted: 1, refused: 1 } }, { status: 'rejected' }, { status: 'fulfilled', value: { accepted: 1, refused: 0 } },
    ])
    expect(facts().map((each) => each.fact.key)).toEqual(['1', '2'])
  })

  it('does not fail a request for a listener’s fault', async () => {
    const { intake, reported } = await opened()
    const heard: number[] = []
    intake.onAppended(() => { throw new Error('deaf') })
    intake.onAppended((entries) => heard.push(entries.length))
    expect(await intake.take([page('1'), page('2')], from('cms'))).toMatchObject({ accepted: 2 })
    expect(heard).toEqual([2])
    expect(reported).toMatchObject([{ message: 'deaf' }])
  })
})
