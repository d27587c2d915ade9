import { describe, expect, it } from 'vitest'
import type { Account, NewAccount } from '../../../server/store/account.ts'
import type { Store } from '../../../server/store/open-store.ts'
import { audit, NOON, standingClock, temporaryFolder, temporaryStore } from './temporary.ts'

const clerk: NewAccount = { login: 'clerk.D01', name: '联络员', role: 'clerk', unit: 'D01', passwordHash: 'hash' }

async function signedIn(options: Parameters<typeof temporaryStore>[0] = {}) {
  const clock = standingClock()
  const store = await temporaryStore({ clock, ...options })
  const [account] = await store.accounts.create([clerk], audit) as [Account]
  return { clock, store, account, ...await store.sessions.create(account) }
}

describe('SessionStore', () => {
  it('finds a session by its secret and by its id, with its holder', async () => {
    const { store, account, session, secret } = await signedIn()
    expect(session).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/), holder: { kind: 'account', account }, createdAt: NOON, lastSeenAt: NOON,
      idleUntil: '2026-03-02T16:00:00.000Z', absoluteUntil: '2026-03-09T04:00:00.000Z',
    })
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await store.sessions.find(secret)).toEqual(session)
    expect(await store.sessions.findById(session.id)).toEqual(session)
    expect(await store.sessions.find(session.id)).toBeUndefined()
    expect(await store.sessions.find('')).toBeUndefined()
  })

  it('outlives a restart', async () => {
    const folder = temporaryFolder()
    const { store, secret } = await signedIn({ folder })
    store.close()
    const again = await temporaryStore({ folder })
    expect((await again.sessions.find(secret))?.holder).toMatchObject({ kind: 'account', account: { login: 'clerk.D01' } })
  })

  it.each([
    ['2026-03-02T15:59:59.999Z', true],
    ['2026-03-02T16:00:00.000Z', false],
  ])('unused for 12 hours it ends: at %s found is %s', async (instant, found) => {
    const { clock, store, secret } = await signedIn()
    clock.moveTo(instant)
    expect(await store.sessions.find(secret) !== undefined).toBe(found)
  })

  it('touch() moves the idle limit but never the absolute one', async () => {
    const { clock, store, secret } = await signedIn()
    for (let hours = 11; hours < 24 * 7; hours += 11) {
      clock.moveTo(new Date(Date.parse(NOON) + hours * 3_600_000).toISOString())
      const session = await store.sessions.find(secret)
      expect(session?.lastSeenAt).not.toBe(clock.now())
      if (session) await store.sessions.touch(session)
    }
    expect(await store.sessions.find(secret)).toMatchObject({ lastSeenAt: clock.now() })
    clock.moveTo('2026-03-09T04:00:00.000Z')
    expect(await store.sessions.find(secret)).toBeUndefined()
  })

  it('touch() reaches the disk at most once a minute', async () => {
    const { clock, store, session, secret } = await signedIn()
    clock.moveTo('2026-03-02T04:00:59.999Z')
    await store.sessions.touch(session)
    expect(await store.sessions.find(secret)).toEqual(session)
    clock.moveTo('2026-03-02T04:01:00.000Z')
    await store.sessions.touch(session)
    expect((await store.sessions.find(secret))?.lastSeenAt).toBe('2026-03-02T04:01:00.000Z')
  })

  it.each<[string, (store: Store, account: Account) => Promise<unknown>]>([
    ['the password changes', (store, { id }) => store.accounts.setPassword(id, 'other', audit)],
    ['the account is disabled', (store, { id }) => store.accounts.change(id, { disabled: true }, audit)],
    ['the unit changes', (store, { id }) => store.accounts.change(id, { unit: 'D02' }, audit)],
    ['all sessions of the account are deleted', (store, { id }) => store.sessions.deleteFor({ account: id })],
  ])('ends when %s', async (_what, act) => {
    const { store, account, secret } = await signedIn()
    await act(store, account)
    expect(await store.sessions.find(secret)).toBeUndefined()
  })

  it('is void when it was opened with rights of an older version', async () => {
    const { store, account } = await signedIn()
    await store.accounts.setPassword(account.id, 'other', audit)
    const { secret } = await store.sessions.create(account)
    expect(await store.sessions.find(secret)).toBeUndefined()
  })

  it('delete() ends one session and leaves the account its others', async () => {
    const { store, account, session, secret } = await signedIn()
    const other = await store.sessions.create(account)
    await store.sessions.delete(session.id)
    expect(await store.sessions.find(secret)).toBeUndefined()
    expect(await store.sessions.find(other.secret)).toEqual(other.session)
  })

  it('sweep() removes the expired ones only', async () => {
    const { clock, store, account } = await signedIn()
    clock.moveTo('2026-03-02T15:00:00.000Z')
    const { secret } = await store.sessions.create(account)
    clock.moveTo('2026-03-02T16:00:00.000Z')
    expect(await store.sessions.sweep()).toBe(1)
    expect(await store.sessions.sweep()).toBe(0)
    expect(await store.sessions.find(secret)).toBeDefined()
  })
})
