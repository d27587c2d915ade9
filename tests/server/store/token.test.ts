import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_FILE } from '../../../server/store/data-folder.ts'
import { audit, NOON, temporaryFolder, temporaryStore } from './temporary.ts'

const oa = { feed: 'oa', units: '*', items: ['district-6'], ofRecord: true, createdBy: 'admin' } as const

describe('TokenStore', () => {
  it('finds a token by its secret, until it is revoked', async () => {
    const { tokens } = await temporaryStore()
    const { token, secret } = await tokens.create(oa, audit)
    expect(token).toEqual({ ...oa, id: token.id, createdAt: NOON, revokedAt: null })
    expect(await tokens.findBySecret(secret)).toEqual(token)
    expect(await tokens.findBySecret('guess')).toBeUndefined()
    expect(await tokens.revoke(token.id, audit)).toBe(true)
    expect(await tokens.revoke(token.id, audit)).toBe(false)
    expect(await tokens.findBySecret(secret)).toBeUndefined()
    expect(await tokens.list()).toEqual([{ ...token, revokedAt: NOON }])
  })

  it('renews a feed: two tokens of one feed stand beside each other', async () => {
    const { tokens } = await temporaryStore()
    const old = await tokens.create({ ...oa, units: ['D01', 'D02'], items: '*' }, audit)
    const fresh = await tokens.create({ ...oa, ofRecord: false }, audit)
    await tokens.revoke(old.token.id, audit)
    expect(await tokens.findBySecret(fresh.secret)).toEqual(fresh.token)
    expect(await tokens.list()).toContainEqual({ ...old.token, revokedAt: NOON })
  })

  it('writes no secret to the disk', async () => {
    const folder = temporaryFolder()
    const store = await temporaryStore({ folder })
    const { secret } = await store.tokens.create(oa, audit)
    const { linkSecret } = await store.kiosks.create({ name: '大屏', createdBy: 'admin' }, audit)
    store.close()
    const bytes = readFileSync(join(folder, DATABASE_FILE))
    expect([bytes.includes(secret), bytes.includes(linkSecret), bytes.includes('大屏')]).toEqual([false, false, true])
  })
})
