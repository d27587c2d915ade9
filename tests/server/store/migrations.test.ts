import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { sql, type Migration } from 'kysely'
import { findStepsTaken, migrate, migrations } from '../../../server/store/migrations.ts'
import { DATABASE_FILE } from '../../../server/store/data-folder.ts'
import { openSqlite } from '../../../server/store/sqlite.ts'
import { temporaryConnection, temporaryFolder } from './temporary.ts'

const adds: Migration = { up: async db => { await db.schema.alterTable('meta').addColumn('note', 'text').execute() } }
const fails: Migration = {
  up: async db => {
    await db.schema.createTable('half').addColumn('id', 'integer').execute()
    await sql`insert into meta values ('half', 'done', null)`.execute(db)
    await sql`select nonsense from nowhere`.execute(db)
  },
}

const schemaOf = (connection: Awaited<ReturnType<typeof temporaryConnection>>) =>
  connection.raw.prepare('select name, sql from sqlite_master order by name').all()

describe('migrate()', () => {
  it('makes a fresh file whole and changes nothing the second time', async () => {
    const connection = await temporaryConnection()
    expect(await findStepsTaken(connection)).toEqual(Object.keys(migrations))
    const before = schemaOf(connection)
    await migrate(connection)
    expect(schemaOf(connection)).toEqual(before)
  })

  it('throws at a failing step and leaves schema and rows as before, the good steps of the batch included', async () => {
    const connection = await temporaryConnection()
    await connection.db.insertInto('meta').values({ name: 'mode', value: 'real' }).execute()
    const before = schemaOf(connection)
    await expect(migrate(connection, { ...migrations, '2027-01-adds': adds, '2027-02-fails': fails })).rejects.toThrow(/nowhere/)
    expect(schemaOf(connection)).toEqual(before)
    expect(await connection.db.selectFrom('meta').selectAll().execute()).toEqual([{ name: 'mode', value: 'real' }])
    expect(await findStepsTaken(connection)).toEqual(Object.keys(migrations))
    await migrate(connection, { ...migrations, '2027-01-adds': adds })
    expect(await findStepsTaken(connection)).toEqual([...Object.keys(migrations), '2027-01-adds'])
  })
})

describe('findStepsTaken()', () => {
  it('is empty for an empty file and undefined for the database of another program', async () => {
    const connection = openSqlite(join(temporaryFolder(), DATABASE_FILE), 'write')
    expect(await findStepsTaken(connection)).toEqual([])
    connection.raw.exec('create table theirs (id integer)')
    expect(await findStepsTaken(connection)).toBeUndefined()
    connection.close()
  })
})
