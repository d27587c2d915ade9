import { beforeAll, describe, expect, it } from 'vitest'
import type { SignInOffer, WhoAmI } from '../../shared/wire/answers.ts'
import { emptyFolder, password, startServer, type Server } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

describe('signing in', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer({ env: { TRUST_PROXY: 'on' } })
  })

  /** Somebody behind the proxy, at this address. */
  const at = (address: string) => new Visitor(server.url, { 'x-forwarded-for': address })
  const tryIn = (account: string, from: Visitor, secret = 'wrong-password') => from.send('POST', '/api/session', { account, password: secret })

  it('offers the accounts of the sample, each of which enters', async () => {
    const offer = await server.nobody.read<SignInOffer>('/api/session/offer')
    expect(offer).toMatchObject({ sample: true, password })
    expect(new Set(offer.accounts.map(({ role }) => role))).toEqual(new Set(['admin', 'supervisor', 'reviewer', 'head', 'clerk']))
    for (const { account, role, unit } of [offer.accounts[0]!, offer.accounts[30]!, offer.accounts.at(-1)!]) {
      expect(await (await server.signIn(account)).read<WhoAmI>('/api/session')).toMatchObject({ account, role, unit, sample: true })
    }
  })

  it('answers the same to an unknown account and to a wrong password', async () => {
    const [known, unknown] = [await tryIn('head.D20', at('10.0.0.1')), await tryIn('head.nobody', at('10.0.0.1'))]
    expect(await Visitor.faultOf(known)).toEqual(await Visitor.faultOf(unknown))
    expect([...known.headers.keys()].sort()).toEqual([...unknown.headers.keys()].sort())
  })

  it('is slowed after five wrong passwords, side by side too, while the owner enters from elsewhere', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => tryIn('clerk.D20', at('10.0.0.2'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429])
    expect((await tryIn('clerk.D20', at('10.0.0.2'), password)).status).toBe(429)
    expect((await tryIn('clerk.D20', at('10.0.0.3'), password)).status).toBe(200)
    expect((await tryIn('head.D20', at('10.0.0.2'), password)).status).toBe(200)
  })

  it('is still slowed after a restart, and sessions go on', async () => {
    const before = await server.signIn('supervisor')
    expect((await server.stop()).code).toBe(0)
    server = await startServer({ folder: server.folder, port: server.port, env: { TRUST_PROXY: 'on' } })
    expect((await tryIn('clerk.D20', at('10.0.0.2'), password)).status).toBe(429)
    expect((await before.read<WhoAmI>('/api/session')).account).toBe('supervisor')
  })

  it('believes no X-Forwarded-For unless told to trust a proxy', async () => {
    await server.stop()
    server = await startServer({ folder: server.folder })
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) statuses.push((await tryIn('clerk.D21', at(`10.1.0.${n}`))).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })
})

describe('a real district (SAMPLE=off)', () => {
  let server: Server
  let link: string
  const env = { SAMPLE: 'off', DISTRICT: '青阳区', SUPERVISED_FROM: '2026-01-01' }
  beforeAll(async () => {
    server = await startServer({ folder: emptyFolder(), env })
    link = /\/first-admin\/([\w-]+)/.exec(server.program.said())![1]!
  })
  const first = { account: 'zhang', password: 'a-good-long-secret' }

  it('has no sample account and offers none', async () => {
    expect(await server.nobody.read<SignInOffer>('/api/session/offer')).toEqual({ session: null, district: '青阳区', sample: false, accounts: [], password: null })
    for (const account of ['admin', 'supervisor', 'reviewer', 'head.D03', 'clerk.D03']) await expect(server.signIn(account)).rejects.toThrow('401')
    expect(server.program.said()).not.toContain(password)
  })

  it('makes its first administrator by the printed link, once', async () => {
    expect((await server.nobody.send('POST', '/api/first-admin', { secret: 'wrong', ...first })).status).toBe(403)
    expect((await server.nobody.send('POST', '/api/first-admin', { secret: link, ...first, password: 'short' })).status).toBe(400)
    expect((await server.nobody.send('POST', '/api/first-admin', { secret: link, ...first })).status).toBe(201)
    expect((await server.nobody.send('POST', '/api/first-admin', { secret: link, account: 'li', password: first.password })).status).toBe(403)
    const admin = await server.signIn(first.account, first.password)
    expect(await admin.read<WhoAmI>('/api/session')).toMatchObject({ role: 'admin', sample: false })
    expect((await admin.read<{ accounts: readonly unknown[] }>('/api/accounts')).accounts).toHaveLength(1)
  })

  it('prints no link once there is an administrator, and lets nobody in as before', async () => {
    await server.stop()
    server = await startServer({ folder: server.folder, env })
    expect(server.program.said()).not.toContain('/first-admin/')
    expect((await server.nobody.send('POST', '/api/first-admin', { secret: link, account: 'li', password: first.password })).status).toBe(403)
    expect((await server.signIn(first.account, first.password)).cookie).toContain('session=')
  })

  it('begins with its own name, both catalogues and an empty board that claims no rate', async () => {
    const admin = await server.signIn(first.account, first.password)
    const board = await admin.read<{ sample: boolean; units: readonly unknown[]; district: { name: string; onTime: { share: number | null }; coverage: { share: number | null } } }>('/api/board')
    expect(board).toMatchObject({ sample: false, units: [], district: { name: '青阳区', onTime: { share: null }, coverage: { share: null } } })
    const { catalogues } = await admin.read<{ catalogues: readonly { id: string; rows: number }[] }>('/api/catalogues')
    expect(catalogues.map(({ id, rows }) => [id, rows])).toEqual([['district', 68], ['medical-security', 19]])
  })
})
