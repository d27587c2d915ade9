import { describe, expect, it } from 'vitest'
import { StoreFull } from '../../../server/store/store-full.ts'
import { temporaryConnection } from './temporary.ts'

describe('commit()', () => {
  it('keeps all statements or none', async () => {
    const { db, commit } = await temporaryConnection()
    const row = (name: string) => db.insertInto('meta').values({ name, value: '' })
    await expect(commit([row('a'), row('b'), row('a')])).rejects.toThrow(/UNIQUE/)
    expect(await db.selectFrom('meta').selectAll().execute()).toEqual([])
    expect(await commit([row('a'), row('b')])).toBe(1)
    expect(await db.selectFrom('meta').select('name').execute()).toEqual([{ name: 'a' }, { name: 'b' }])
  })

  it('runs nothing more when the first statement changes no row', async () => {
    const { db, commit } = await temporaryConnection()
    const changed = await commit([db.deleteFrom('meta').where('name', '=', 'a'), db.insertInto('meta').values({ name: 'b', value: '' })])
    expect(changed).toBe(0)
    expect(await db.selectFrom('meta').selectAll().execute()).toEqual([])
  })

  it('throws StoreFull on a full disk, and reading goes on', async () => {
    const { db, raw, commit } = await temporaryConnection()
    await commit([db.insertInto('meta').values({ name: 'a', value: 'kept' })])
    raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
    const large = db.insertInto('meta').values({ name: 'b', value: 'x'.repeat(100_000) })
    await expect(commit([large])).rejects.toThrow(StoreFull)
    expect(await db.selectFrom('meta').selectAll().execute()).toEqual([{ name: 'a', value: 'kept' }])
  })
})
