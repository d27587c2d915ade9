import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInOffer } from '../../../server/http/api-schemas.ts'
import { passwordHash } from '../../../server/http/passwords.ts'
import type { SignInOffer } from '../../../shared/wire/answers.ts'
import { cookieIn, errorIn, openSmallServer, password, type SmallServer } from './small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await openSmallServer()
})
afterAll(() => server.close())

describe('signing in', () => {
  it('POST /api/session hands out a cookie no script can read, and GET says who one is', async () => {
    const answer = await server.signIn('supervisor')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    const who = await server.request('/api/session', { cookie: cookieIn(answer) })
    expect(await who.json()).toEqual({ kind: 'person', account: 'supervisor', displayName: 'supervisor', role: 'supervisor', unit: null, sample: false })
  })

  it('GET /api/session is 401 for nobody, with a Chinese sentence', async () => {
    const answer = await server.request('/api/session')
    expect([answer.status, (await errorIn(answer)).code]).toEqual([401, 'sign-in-required'])
  })

  it('GET /api/session/offer says as much, and without an error that there is nobody', async () => {
    const offer = async (cookie?: string) => await (await server.request('/api/session/offer', cookie === undefined ? {} : { cookie })).json() as SignInOffer
    expect((await offer(await server.cookieOf('supervisor'))).session).toMatchObject({ account: 'supervisor', role: 'supervisor' })
    expect(await offer()).toMatchObject({ session: null, accounts: [] })
    expect(signInOffer.safeParse(await offer()).error).toBeUndefined()
  })

  it('DELETE /api/session ends the session for good', async () => {
    const cookie = cookieIn(await server.signIn('reviewer'))
    expect((await server.request('/api/session', { method: 'DELETE', cookie })).status).toBe(204)
    expect((await server.request('/api/session', { cookie })).status).toBe(401)
  })

  it('POST /api/session says the same of an unknown account, a wrong password and a closed account', async () => {
    const [closed] = await server.store.accounts.create([{ login: 'closed', name: '', role: 'reviewer', unit: null, passwordHash: 'x' }], { who: 't', act: 'made', about: '', from: '' })
    await server.store.accounts.setPassword(closed!.id, await passwordHash(password), { who: 't', act: 'x', about: '', from: '' })
    await server.store.accounts.change(closed!.id, { disabled: true }, { who: 't', act: 'x', about: '', from: '' })
    const answers = [await server.signIn('nobody-here'), await server.signIn('admin', { password: 'not it' }), await server.signIn('closed')]
    expect(await Promise.all(answers.map(async each => [each.status, (await errorIn(each)).message])))
      .toEqual(answers.map(() => [401, '账号或密码不正确。']))
  })

  it('POST /api/session stops an address after five wrong tries for an account, and lets the owner in from another', async () => {
    for (let n = 0; n < 5; n += 1) expect((await server.signIn('head', { password: 'guess', from: '10.0.0.9' })).status).toBe(401)
    expect((await server.signIn('head', { from: '10.0.0.9' })).status).toBe(429)
    expect((await server.signIn('head', { from: '10.0.0.8' })).status).toBe(200)
    expect((await server.signIn('clerk', { from: '10.0.0.9' })).status).toBe(200)
    server.now = new Date(Date.parse(server.now) + 301_000).toISOString()
    expect((await server.signIn('head', { from: '10.0.0.9' })).status).toBe(200)
  })

  it('POST /api/session hears no more than five of many tries made side by side', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => server.signIn('head', { password: 'guess', from: '10.0.0.7' })))
    expect(tries.filter(each => each.status === 401).length).toBeLessThanOrEqual(5)
    expect(new Set(tries.map(each => each.status))).not.toContain(200)
  })

  it('GET /api/board is 401 once the session has been idle too long', async () => {
    const cookie = cookieIn(await server.signIn('supervisor'))
    const begun = server.now
    server.now = new Date(Date.parse(begun) + 13 * 3_600_000).toISOString()
    expect((await server.request('/api/board', { cookie })).status).toBe(401)
    server.now = begun
  })
})

describe('rights change at once', () => {
  it('PATCH /api/accounts/:id with disabled ends the sessions of the account', async () => {
    const cookie = cookieIn(await server.signIn('reviewer'))
    expect((await server.request('/api/board', { cookie })).status).toBe(200)
    const { accounts } = await (await server.request('/api/accounts', { cookie: await server.cookieOf('admin') })).json() as { accounts: { id: string; account: string }[] }
    const id = accounts.find(each => each.account === 'reviewer')!.id
    expect((await server.request(`/api/accounts/${id}`, { method: 'PATCH', body: { disabled: true }, cookie: await server.cookieOf('admin') })).status).toBe(200)
    expect((await server.request('/api/board', { cookie })).status).toBe(401)
    await server.request(`/api/accounts/${id}`, { method: 'PATCH', body: { disabled: false }, cookie: await server.cookieOf('admin') })
  })

  it('POST /api/session/password gives a new session, ends the others, and wants the old password', async () => {
    const [mine, other] = [cookieIn(await server.signIn('reviewer')), cookieIn(await server.signIn('reviewer'))]
    const wrong = await server.request('/api/session/password', { body: { old: 'no', password: 'another good one' }, cookie: mine })
    expect(wrong.status).toBe(401)
    const changed = await server.request('/api/session/password', { body: { old: password, password: 'another good one' }, cookie: mine })
    expect(changed.status).toBe(204)
    expect((await server.request('/api/session', { cookie: other })).status).toBe(401)
    expect((await server.request('/api/session', { cookie: cookieIn(changed) })).status).toBe(200)
    expect((await server.signIn('reviewer')).status).toBe(401)
  })

  it('PATCH /api/accounts/:id keeps the last administrator in office', async () => {
    const { accounts } = await (await server.request('/api/accounts', { cookie: await server.cookieOf('admin') })).json() as { accounts: { id: string; account: string }[] }
    const id = accounts.find(each => each.account === 'admin')!.id
    const answer = await server.request(`/api/accounts/${id}`, { method: 'PATCH', body: { role: 'reviewer' }, cookie: await server.cookieOf('admin') })
    expect([answer.status, (await errorIn(answer)).code]).toEqual([409, 'last-admin'])
  })
})

describe('cookies', () => {
  it('the cookie is Secure and bound to the host behind a proxy that ends TLS', async () => {
    const proxied = await openSmallServer({ config: { cookieSecure: 'auto', trustProxy: true } })
    const answer = await proxied.signIn('admin', { headers: { 'x-forwarded-proto': 'https' } })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=.*; Secure; /)
    expect((await proxied.request('/api/session', { cookie: cookieIn(answer) })).status).toBe(200)
    await proxied.close()
  })

  it('with COOKIE_SECURE=on a cookie without the prefix signs nobody in', async () => {
    const strict = await openSmallServer({ config: { cookieSecure: 'on', trustProxy: false } })
    const given = cookieIn(await strict.signIn('admin'))
    expect((await strict.request('/api/session', { cookie: given.replace('__Host-', '') })).status).toBe(401)
    expect((await strict.request('/api/session', { cookie: given })).status).toBe(200)
    await strict.close()
  })
})
