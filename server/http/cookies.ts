import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { HttpEnv } from './parts.ts'

export type CookieKind = 'session' | 'kiosk'

/** With Secure a cookie carries the prefix that binds it to this very host. A person's session comes before a wall's. */
export const cookieNames: readonly { readonly name: string; readonly kind: CookieKind; readonly secure: boolean }[] = [
  { name: '__Host-session', kind: 'session', secure: true },
  { name: 'session', kind: 'session', secure: false },
  { name: '__Host-kiosk', kind: 'kiosk', secure: true },
  { name: 'kiosk', kind: 'kiosk', secure: false },
]

/** Hands the browser its secret where no script can read it and no other site can use it. */
export function giveCookie(c: Context<HttpEnv>, cookie: { kind: CookieKind; secret: string; secure: boolean; maxAge: number }): void {
  const { kind, secret, secure, maxAge } = cookie
  const name = secure ? `__Host-${kind}` : kind
  setCookie(c, name, secret, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
}

export function takeCookies(c: Context<HttpEnv>): void {
  for (const { name, secure } of cookieNames) {
    if (c.req.header('cookie')?.includes(`${name}=`)) deleteCookie(c, name, { path: '/', secure })
  }
}
