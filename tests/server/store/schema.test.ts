import { describe, expect, it } from 'vitest'
import type { Selectable } from 'kysely'
import { auditStore } from '../../../server/store/audit.ts'
import { journalStore } from '../../../server/store/journal.ts'
import type { Database } from '../../../server/store/schema.ts'
import { audit, NOON, published, standingClock, temporaryConnection } from './temporary.ts'

type Shape<Value> =
  [Value] extends [string] ? 'text' : [Value] extends [number] ? 'integer'
    : [Value] extends [string | null] ? 'text?' : [Value] extends [number | null] ? 'integer?' : never

type Described<Row> = { [Column in keyof Row]: Shape<Row[Column]> }

/** Fails to compile when it differs from the interface; the test compares it with the real tables. */
const described: { [Table in keyof Database]: Described<Selectable<Database[Table]>> } = {
  journal: {
    seq: 'integer', recorded_at: 'text', entry: 'text', kind: 'text', feed: 'text', of_record: 'integer?', account: 'text?',
    key: 'text?', unit: 'text?', item: 'text?', day: 'text', body: 'text',
  },
  audit: { id: 'integer', at: 'text', who: 'text', act: 'text', about: 'text', origin: 'text', detail: 'text' },
  account: {
    id: 'text', login: 'text', name: 'text', role: 'text', unit: 'text?', password_hash: 'text', auth_version: 'integer',
    disabled: 'integer', created_at: 'text',
  },
  session: {
    token_hash: 'text', account: 'text?', auth_version: 'integer?', kiosk: 'text?', created_at: 'text', last_seen_at: 'text',
    idle_until: 'text', absolute_until: 'text',
  },
  token: {
    id: 'text', feed: 'text', secret_hash: 'text', units: 'text', items: 'text', of_record: 'integer', created_at: 'text',
    created_by: 'text', revoked_at: 'text?',
  },
  kiosk: {
    id: 'text', name: 'text', link_hash: 'text', link_until: 'text', created_at: 'text', created_by: 'text', exchanged_at: 'text?',
    revoked_at: 'text?',
  },
  throttle: { key: 'text', points: 'integer', until: 'text' },
  meta: { name: 'text', value: 'text' },
  attachment: { id: 'text', sha256: 'text', unit: 'text', name: 'text', type: 'text', size: 'integer', by: 'text', at: 'text' },
  look: { account: 'text', unit: 'text', since_at: 'text', seen_at: 'text' },
  edition: { period: 'text', edition: 'integer', sha256: 'text', body: 'text' },
}

describe('Database', () => {
  it('says exactly the tables and columns the migrations make', async () => {
    const { db } = await temporaryConnection()
    const tables = await db.introspection.getTables()
    const found = Object.fromEntries(tables.map(table => [
      table.name,
      Object.fromEntries(table.columns.map(column => [column.name, column.dataType.toLowerCase() + (column.isNullable ? '?' : '')])),
    ]))
    expect(found).toEqual(described)
  })

  it('refuses a value of the wrong type in every table (STRICT)', async () => {
    const { raw } = await temporaryConnection()
    const tables = raw.pragma('table_list') as { name: string; strict: number }[]
    const ours = tables.filter(table => table.name in described)
    expect(ours.map(table => [table.name, table.strict]).sort()).toEqual(Object.keys(described).sort().map(name => [name, 1]))
    expect(() => raw.exec(`insert into throttle values ('k', 'many', '${NOON}')`)).toThrow(/cannot store TEXT value in INTEGER/)
  })
})

describe('journal and audit', () => {
  const attempts = [
    `update journal set day = '2020-01-01' where seq = 1`,
    `delete from journal where seq = 1`,
    `delete from journal`,
    `insert or replace into journal select * from journal where seq = 1`,
    `update audit set who = 'nobody'`,
    `delete from audit`,
    `insert or replace into audit select * from audit`,
  ]

  it.each(attempts)('refuse change and deletion: %s', async statement => {
    const connection = await temporaryConnection()
    const journal = journalStore(connection, standingClock())
    journal.append([published(1)], [audit])
    expect(() => connection.raw.exec(statement)).toThrow(/append-only|without a gap/)
    expect([...journal.entries()]).toEqual([published(1)])
    expect(await auditStore(connection, standingClock()).list()).toEqual([{ ...audit, id: 1, at: NOON, detail: {} }])
  })

  it('refuse a journal row that leaves a gap, and a second one with the same feed and key, from any program', async () => {
    const { raw } = await temporaryConnection()
    const row = (seq: number, key: string) => raw.exec(`insert into journal values
      (${seq}, '${NOON}', 'fact', 'published', 'cms', null, null, '${key}', 'D01', 'district-6', '2026-03-02', '{}')`)
    row(1, 'a')
    expect(() => row(3, 'b')).toThrow(/without a gap/)
    expect(() => row(2, 'a')).toThrow(/UNIQUE constraint failed: journal.feed, journal.key/)
    row(2, 'b')
  })
})
