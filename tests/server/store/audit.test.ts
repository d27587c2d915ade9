import { describe, expect, it } from 'vitest'
import { audit, temporaryStore } from './temporary.ts'

describe('AuditStore', () => {
  it('lists newest first, page by page', async () => {
    const { audit: log } = await temporaryStore()
    for (const about of ['1', '2', '3', '4', '5']) await log.append({ ...audit, about })
    const newest = await log.list({ limit: 2 })
    expect(newest.map(row => row.about)).toEqual(['5', '4'])
    const older = await log.list({ before: newest.at(-1)?.id ?? 0, limit: 2 })
    expect(older.map(row => row.about)).toEqual(['3', '2'])
  })
})
