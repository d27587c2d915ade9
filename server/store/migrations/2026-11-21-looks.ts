import type { Kysely, Migration } from 'kysely'
import { strict } from '../sqlite.ts'

/** When each person last looked at a unit's page (上次查看以来). */
export const looks: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.createTable('look')
      .addColumn('account', 'text', column => column.notNull().references('account.id').onDelete('cascade'))
      .addColumn('unit', 'text', column => column.notNull())
      .addColumn('since_at', 'text', column => column.notNull())
      .addColumn('seen_at', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('look_key', ['account', 'unit'])
      .modifyEnd(strict)
      .execute()
  },
}
