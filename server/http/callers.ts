import { parse } from 'hono/utils/cookie'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Store } from '../store/open-store.ts'
import { nobody, type Caller } from './caller.ts'
import { cookieNames } from './cookies.ts'

/** The two headers that say who is calling; HTTP and the socket's handshake both have them. */
export interface Credentials {
  readonly cookie?: string | undefined
  readonly authorization?: string | undefined
}

export interface Callers {
  /** Who is calling: a bearer token first, else the session cookie, else the kiosk's; a wrong one is nobody. */
  of(credentials: Credentials): Promise<Caller>
  /** A right was given or taken: whoever calls next is looked up again. */
  forget(): void
}

/** How long a caller is believed without looking again; every change of rights passes `forget` and so holds at once. */
const BELIEVED = 5_000
const KEPT = 2_000

export function openCallers(store: Pick<Store, 'sessions' | 'tokens'>, clock: Clock, cookieSecure: Config['cookieSecure']): Callers {
  const known = new Map<string, { readonly caller: Caller; readonly until: number }>()
  const names = cookieNames.filter(({ secure }) => secure ? cookieSecure !== 'off' : cookieSecure !== 'on').map(({ name }) => name)
  let generation = 0

  async function lookedUp(secret: string, kind: 'token' | 'session'): Promise<Caller> {
    const key = `${kind} ${secret}`
    const now = Date.parse(clock.now())
    const believed = known.get(key)
    if (believed !== undefined && now < believed.until && believed.until - now <= BELIEVED) return believed.caller
    const asked = generation
    const caller = kind === 'token' ? await feedOf(secret) : await holderOf(secret)
    if (asked === generation && caller.kind !== 'nobody') {
      if (known.size >= KEPT) known.clear()
      known.set(key, { caller, until: now + BELIEVED })
    }
    return caller
  }

  async function feedOf(secret: string): Promise<Caller> {
    const token = await store.tokens.findBySecret(secret)
    return token === undefined ? nobody : { kind: 'feed', token }
  }

  async function holderOf(secret: string): Promise<Caller> {
    const session = await store.sessions.find(secret)
    if (session === undefined) return nobody
    const { holder } = session
    return holder.kind === 'account'
      ? { kind: 'person', account: holder.account, session }
      : { kind: 'wall', kiosk: holder.kiosk, session }
  }

  return {
    async of({ cookie, authorization }) {
      if (authorization?.startsWith('Bearer ')) return lookedUp(authorization.slice(7).trim(), 'token')
      if (cookie === undefined) return nobody
      const given = parse(cookie)
      for (const name of names) {
        const secret = given[name]
        const caller = secret ? await lookedUp(secret, 'session') : nobody
        if (caller.kind !== 'nobody') return caller
      }
      return nobody
    },
    forget() {
      generation += 1
      known.clear()
    },
  }
}
