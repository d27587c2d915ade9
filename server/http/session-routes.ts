import type { Context } from 'hono'
import type { SignInOffer, WhoAmI } from '../../shared/wire/answers.ts'
import { samplePassword } from '../sample-accounts.ts'
import { sessionLifetimes } from '../store/session-lifetime.ts'
import { readBody } from './body.ts'
import { ownPasswordBody, signInBody } from './bodies.ts'
import type { Caller } from './caller.ts'
import { giveCookie, takeCookies } from './cookies.ts'
import { refused } from './errors.ts'
import { addressOf, auditOf, isSecure } from './origin-of.ts'
import type { Api, HttpEnv, HttpParts } from './parts.ts'
import { mustBeStrong, passwordHash } from './passwords.ts'
import { signedIn } from './sign-in.ts'

/** Signing in and out, who am I, and one's own password. */
export function sessionRoutes(api: Api, parts: HttpParts): void {
  const { store, callers } = parts
  const sample = () => parts.live.world().sample

  async function enter(c: Context<HttpEnv>, account: Parameters<typeof store.sessions.create>[0]): Promise<Caller> {
    const { session, secret } = await store.sessions.create(account)
    giveCookie(c, { kind: 'session', secret, secure: isSecure(c, parts), maxAge: sessionLifetimes.account.absolute / 1000 })
    return { kind: 'person', account, session }
  }

  async function leave(caller: Caller): Promise<void> {
    if (caller.kind !== 'person' && caller.kind !== 'wall') return
    await store.sessions.delete(caller.session.id)
    callers.forget()
    await parts.hub.recheck()
  }

  api.post('/api/session', async c => {
    const { account: login, password } = await readBody(c, signInBody)
    const address = addressOf(c, parts)
    const account = await signedIn(parts, { login, password, address })
    await store.audit.append({ who: `account:${login}`, act: 'signed-in', about: account.id, from: address })
    // The session of whoever sat here before ends: a sign-in never goes on under an old secret.
    if (c.var.caller.kind === 'person') await leave(c.var.caller)
    return c.json(whoIs(await enter(c, account), sample()))
  })

  api.get('/api/session', c => {
    const who = whoIs(c.var.caller, sample())
    if (who === null) throw refused(401, 'sign-in-required', '请先登录：登录状态不存在或已过期。')
    return c.json(who)
  })

  api.get('/api/session/offer', async c => {
    const { district, sample: isSample } = parts.live.world()
    const session = whoIs(c.var.caller, isSample)
    const all = isSample && session === null ? await store.accounts.list() : []
    const accounts = all.filter(each => !each.disabled).map(({ login, name, role, unit }) => ({ account: login, displayName: name, role, unit }))
    return c.json<SignInOffer>({ session, district, sample: isSample, accounts, password: isSample && session === null ? samplePassword : null })
  })

  api.delete('/api/session', async c => {
    if (c.var.caller.kind !== 'nobody') await store.audit.append(auditOf(c, parts, { act: 'signed-out', about: '' }))
    await leave(c.var.caller)
    takeCookies(c)
    return c.body(null, 204)
  })

  api.post('/api/session/password', async c => {
    const { old, password } = await readBody(c, ownPasswordBody)
    if (c.var.caller.kind !== 'person') throw refused(401, 'sign-in-required', '请先登录。')
    const { account } = c.var.caller
    mustBeStrong(password)
    await signedIn(parts, { login: account.login, password: old, address: addressOf(c, parts) })
    await store.accounts.setPassword(account.id, await passwordHash(password), auditOf(c, parts, { act: 'password-changed', about: account.id }))
    callers.forget()
    await parts.hub.recheck()
    const changed = await store.accounts.find(account.id)
    if (changed !== undefined) await enter(c, changed)
    return c.body(null, 204)
  })
}

/** Null for nobody, and for a feed, which is no one on a screen. */
function whoIs(caller: Caller, sample: boolean): WhoAmI | null {
  if (caller.kind === 'person') {
    const { login, name, role, unit } = caller.account
    return { kind: 'person', account: login, displayName: name, role, unit, sample }
  }
  if (caller.kind === 'wall') return { kind: 'wall', account: caller.kiosk.id, displayName: caller.kiosk.name, role: 'wall', unit: null, sample }
  return null
}
