import { sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely'
import { makeAppendOnly, strict } from '../sqlite.ts'

/** The journal and what stands beside it: audit, accounts, sessions, tokens, kiosks, throttle, meta. */
export const first: Migration = {
  async up(db: Kysely<never>) {
    await make(db.schema.createTable('journal')
      .addColumn('seq', 'integer', column => column.primaryKey().notNull())
      .addColumn('recorded_at', 'text', column => column.notNull())
      .addColumn('entry', 'text', column => column.notNull().check(sql`entry in ('fact', 'setting')`))
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('feed', 'text', column => column.notNull())
      .addColumn('of_record', 'integer', column => column.check(sql`of_record in (0, 1)`))
      .addColumn('account', 'text')
      .addColumn('key', 'text')
      .addColumn('unit', 'text')
      .addColumn('item', 'text')
      .addColumn('day', 'text', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      // A setting has no key, and nulls never collide.
      .addUniqueConstraint('journal_feed_key', ['feed', 'key'])
      .addCheckConstraint('journal_fact_whole', sql`entry = 'setting' or (key is not null and unit is not null and item is not null)`))
    await makeAppendOnly(db, { name: 'journal', counted: 'seq' })

    await make(db.schema.createTable('audit')
      .addColumn('id', 'integer', column => column.primaryKey().notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addColumn('who', 'text', column => column.notNull())
      .addColumn('act', 'text', column => column.notNull())
      .addColumn('about', 'text', column => column.notNull())
      .addColumn('origin', 'text', column => column.notNull())
      .addColumn('detail', 'text', column => column.notNull()))
    await makeAppendOnly(db, { name: 'audit' })

    await make(db.schema.createTable('account')
      .addColumn('id', 'text', column => column.primaryKey().notNull())
      .addColumn('login', 'text', column => column.notNull().unique())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('role', 'text', column => column.notNull()
        .check(sql`role in ('admin', 'supervisor', 'reviewer', 'head', 'clerk')`))
      .addColumn('unit', 'text')
      .addColumn('password_hash', 'text', column => column.notNull())
      .addColumn('auth_version', 'integer', column => column.notNull())
      .addColumn('disabled', 'integer', column => column.notNull().check(sql`disabled in (0, 1)`))
      .addColumn('created_at', 'text', column => column.notNull())
      .addCheckConstraint('account_unit', sql`(role in ('head', 'clerk')) = (unit is not null)`))

    await make(db.schema.createTable('token')
      .addColumn('id', 'text', column => column.primaryKey().notNull())
      .addColumn('feed', 'text', column => column.notNull())
      .addColumn('secret_hash', 'text', column => column.notNull().unique())
      .addColumn('units', 'text', column => column.notNull())
      .addColumn('items', 'text', column => column.notNull())
      .addColumn('of_record', 'integer', column => column.notNull().check(sql`of_record in (0, 1)`))
      .addColumn('created_at', 'text', column => column.notNull())
      .addColumn('created_by', 'text', column => column.notNull())
      .addColumn('revoked_at', 'text'))

    await make(db.schema.createTable('kiosk')
      .addColumn('id', 'text', column => column.primaryKey().notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('link_hash', 'text', column => column.notNull().unique())
      .addColumn('link_until', 'text', column => column.notNull())
      .addColumn('created_at', 'text', column => column.notNull())
      .addColumn('created_by', 'text', column => column.notNull())
      .addColumn('exchanged_at', 'text')
      .addColumn('revoked_at', 'text'))

    await make(db.schema.createTable('session')
      .addColumn('token_hash', 'text', column => column.primaryKey().notNull())
      .addColumn('account', 'text', column => column.references('account.id').onDelete('cascade'))
      .addColumn('auth_version', 'integer')
      .addColumn('kiosk', 'text', column => column.references('kiosk.id').onDelete('cascade'))
      .addColumn('created_at', 'text', column => column.notNull())
      .addColumn('last_seen_at', 'text', column => column.notNull())
      .addColumn('idle_until', 'text', column => column.notNull())
      .addColumn('absolute_until', 'text', column => column.notNull())
      .addCheckConstraint('session_one_holder', sql`(account is null) <> (kiosk is null)`))

    await make(db.schema.createTable('throttle')
      .addColumn('key', 'text', column => column.primaryKey().notNull())
      .addColumn('points', 'integer', column => column.notNull())
      .addColumn('until', 'text', column => column.notNull()))

    await make(db.schema.createTable('meta')
      .addColumn('name', 'text', column => column.primaryKey().notNull())
      .addColumn('value', 'text', column => column.notNull()))
  },
}

async function make(table: CreateTableBuilder<string, string>): Promise<void> {
  await table.modifyEnd(strict).execute()
}
