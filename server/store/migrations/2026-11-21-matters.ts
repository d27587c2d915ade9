import { sql, type Kysely, type Migration } from 'kysely'
import { strict } from '../sqlite.ts'

/** Files handed in with appeals and requests (附件), and a short way to the facts that make up matters. */
export const matters: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.createTable('attachment')
      .addColumn('id', 'text', column => column.primaryKey().notNull())
      .addColumn('sha256', 'text', column => column.notNull())
      .addColumn('unit', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('type', 'text', column => column.notNull())
      .addColumn('size', 'integer', column => column.notNull())
      .addColumn('by', 'text', column => column.notNull())
      .addColumn('at', 'text', column => column.notNull())
      .addUniqueConstraint('attachment_of_unit', ['unit', 'sha256'])
      .modifyEnd(strict).execute()
    await sql`create index journal_matters on journal (seq)
      where kind in ('disputed', 'ruled', 'requested', 'extended', 'declined', 'corrected')`.execute(db)
  },
}
