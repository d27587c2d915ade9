import type { Connection } from './sqlite.ts'

/** Named words about the data folder itself. */
export interface MetaStore {
  find(name: string): Promise<string | undefined>
  set(name: string, value: string): Promise<void>
}

export function metaStore(connection: Connection): MetaStore {
  const { db } = connection
  return {
    async find(name) {
      const row = await db.selectFrom('meta').select('value').where('name', '=', name).executeTakeFirst()
      return row?.value
    },
    async set(name, value) {
      await connection.commit([
        db.insertInto('meta').values({ name, value }).onConflict(conflict => conflict.column('name').doUpdateSet({ value })),
      ])
    },
  }
}
