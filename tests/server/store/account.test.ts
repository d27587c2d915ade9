import { describe, expect, it } from 'vitest'
import type { NewAccount } from '../../../server/store/account.ts'
import { audit, NOON, temporaryStore } from './temporary.ts'

const clerk: NewAccount = { login: 'clerk.D01', name: '区府办联络员', role: 'clerk', unit: 'D01', passwordHash: 'hash-1' }
const admin: NewAccount = { login: 'admin', name: '管理员', role: 'admin', unit: null, passwordHash: 'hash-2' }

describe('AccountStore', () => {
  it('creates accounts, finds them by login and id, and lists them by login', async () => {
    const { accounts } = await temporaryStore()
    const [made] = await accounts.create([clerk, admin], audit)
    expect(made).toEqual({
      id: made?.id, login: 'clerk.D01', name: '区府办联络员', role: 'clerk', unit: 'D01', authVersion: 1, disabled: false, createdAt: NOON,
    })
    expect(await accounts.findByLogin('clerk.D01')).toEqual(made)
    expect(await accounts.find(made?.id ?? '')).toEqual(made)
    expect(await accounts.findPasswordHash(made?.id ?? '')).toBe('hash-1')
    expect((await accounts.list()).map(account => account.login)).toEqual(['admin', 'clerk.D01'])
    expect(await accounts.findByLogin('clerk.d01')).toBeUndefined()
  })

  it('creates all or none, with one audit row', async () => {
    const { accounts, audit: log } = await temporaryStore()
    await accounts.create([admin], audit)
    await expect(accounts.create([clerk, admin], audit)).rejects.toThrow(/UNIQUE/)
    expect(await accounts.list()).toHaveLength(1)
    expect(await log.list()).toHaveLength(1)
  })

  it.each([[{ ...clerk, unit: null }], [{ ...admin, unit: 'D01' }]])('throws where role and unit do not fit: %o', async account => {
    const { accounts } = await temporaryStore()
    await expect(accounts.create([account], audit)).rejects.toThrow(/CHECK constraint failed: account_unit/)
  })

  it('raises the auth version with password, role, unit and admission, not with the name', async () => {
    const { accounts } = await temporaryStore()
    const [made] = await accounts.create([clerk], audit)
    const id = made?.id ?? ''
    expect(await accounts.setPassword(id, 'hash-9', audit)).toBe(true)
    expect(await accounts.findPasswordHash(id)).toBe('hash-9')
    await accounts.change(id, { name: '新名' }, audit)
    expect(await accounts.find(id)).toMatchObject({ name: '新名', authVersion: 2 })
    await accounts.change(id, { role: 'head' }, audit)
    await accounts.change(id, { unit: 'D02' }, audit)
    await accounts.change(id, { disabled: true }, audit)
    expect(await accounts.find(id)).toMatchObject({ role: 'head', unit: 'D02', disabled: true, authVersion: 5 })
  })

  it('answers false for an account that is not there, and writes no audit row', async () => {
    const { accounts, audit: log } = await temporaryStore()
    expect(await accounts.setPassword('nobody', 'x', audit)).toBe(false)
    expect(await accounts.change('nobody', { disabled: true }, audit)).toBe(false)
    expect(await log.list()).toEqual([])
  })
})

describe('FirstAdminStore', () => {
  const first = { login: 'chief', name: '第一管理员', passwordHash: 'hash' }

  it('makes the first administrator once', async () => {
    const { firstAdmin, accounts } = await temporaryStore({ sample: false })
    const secret = await firstAdmin.issue() ?? ''
    expect(await firstAdmin.redeem('guess', first, audit)).toBeUndefined()
    const [one, two] = await Promise.all([firstAdmin.redeem(secret, first, audit), firstAdmin.redeem(secret, { ...first, login: 'second' }, audit)])
    expect(one).toMatchObject({ login: 'chief', role: 'admin', unit: null })
    expect(two).toBeUndefined()
    expect((await accounts.list()).map(account => account.login)).toEqual(['chief'])
    expect(await firstAdmin.issue()).toBeUndefined()
  })

  it('voids the link of an earlier start', async () => {
    const { firstAdmin } = await temporaryStore({ sample: false })
    const old = await firstAdmin.issue() ?? ''
    const fresh = await firstAdmin.issue() ?? ''
    expect(await firstAdmin.redeem(old, first, audit)).toBeUndefined()
    expect(await firstAdmin.redeem(fresh, first, audit)).toMatchObject({ login: 'chief' })
  })
})
