import type { MiddlewareHandler } from 'hono'
import { refused } from './errors.ts'

const reads = /^(GET|HEAD|OPTIONS)$/

/**
 * Refuses a writing request that another site made a browser send. Sec-Fetch-Site decides where the browser gives it;
 * on plain HTTP (an insecure context has none) the Origin must be our own host. A program that sends no cookie acts in
 * nobody's name, so nothing can be forged: a feed with its token, or a sign-in from a command line.
 */
export const sameSiteOnly: MiddlewareHandler = async (c, next) => {
  if (reads.test(c.req.method)) return next()
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  const isProgram = site === undefined && origin === undefined && !c.req.header('cookie')
  const isFeed = c.req.header('authorization')?.startsWith('Bearer ') && !c.req.header('cookie')
  const isOurs = site !== undefined ? site === 'same-origin' : isOwnOrigin(origin, c.req.header('host'))
  if (isProgram || isFeed || isOurs) return next()
  throw refused(403, 'cross-site', '请求不是从本系统页面发出的，已拒绝。请从本系统的页面操作；程序对接请用令牌，或带上与本站一致的 Origin。')
}

/** The Origin names the host the request was sent to. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
