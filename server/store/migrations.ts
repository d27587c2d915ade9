import { Migrator, type Migration } from 'kysely'
import { first } from './migrations/2026-11-21-first.ts'
import { looks } from './migrations/2026-11-21-looks.ts'
import { matters } from './migrations/2026-11-21-matters.ts'
import { editions } from './migrations/2026-11-22-editions.ts'
import type { Connection } from './sqlite.ts'

/** Every step the schema has taken, by name in order; a step that has shipped is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-21-first': first,
  '2026-11-21-looks': looks,
  '2026-11-21-matters': matters,
  '2026-11-22-editions': editions,
}

/** Names of the steps the file has taken; undefined when it is not a database of this program. */
export async function findStepsTaken({ db }: Connection): Promise<string[] | undefined> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (tables.length === 0) return []
  if (!tables.some(table => table.name === 'kysely_migration')) return undefined
  const rows = await db.withTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration').select('name').execute()
  return rows.map(row => row.name)
}

/** Takes all missing steps in one transaction: a failed one throws and leaves everything as before. */
export async function migrate({ db }: Connection, steps = migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...steps }) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
