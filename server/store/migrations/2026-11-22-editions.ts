import type { Kysely, Migration } from 'kysely'
import { makeAppendOnly, strict } from '../sqlite.ts'

/** Settled results (封存), each whole as canonical JSON; the journal's entry of the settlement carries their fingerprint. */
export const editions: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.createTable('edition')
      .addColumn('period', 'text', column => column.notNull())
      .addColumn('edition', 'integer', column => column.notNull())
      .addColumn('sha256', 'text', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('edition_key', ['period', 'edition'])
      .modifyEnd(strict)
      .execute()
    await makeAppendOnly(db, { name: 'edition' })
  },
}
