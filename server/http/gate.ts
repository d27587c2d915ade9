import type { Hono, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { accessTable, type AccessRule } from './access.ts'
import type { HttpEnv } from './parts.ts'
import { callerKind } from './caller.ts'
import { refused } from './errors.ts'

const rules: ReadonlyMap<string, AccessRule> = new Map(accessTable.map(rule => [rule.route, rule]))

/** Lets a request through only where the route table names its caller; a route without a rule lets nobody through. */
export const gate: MiddlewareHandler<HttpEnv> = async (c, next) => {
  // The first of a request's routes is the one that answers it.
  const route = matchedRoutes(c).find(each => each.method !== 'ALL')
  if (route === undefined) return next()
  const kind = callerKind(c.var.caller)
  const rule = rules.get(`${route.method} ${route.path}`)
  if (rule?.who.includes(kind)) return next()
  if (kind === 'nobody' && c.req.header('authorization') !== undefined) {
    throw refused(401, 'bad-token', '令牌无效或已撤销，请向管理员索取新的令牌（Authorization: Bearer …）。')
  }
  if (kind === 'nobody') throw refused(401, 'sign-in-required', '请先登录：登录状态不存在或已过期。')
  throw refused(403, 'forbidden', '当前账号没有此项权限，如确有需要请联系管理员。')
}

/** Throws at start when a route has no rule, or a rule no route: the table and the program are the same list. */
export function mustCoverEveryRoute(app: Hono<HttpEnv>): void {
  const served = new Set(app.routes.filter(each => each.method !== 'ALL').map(each => `${each.method} ${each.path}`))
  const open = [...served].filter(route => !rules.has(route))
  const idle = [...rules.keys()].filter(route => !served.has(route))
  if (open.length > 0) throw new Error(`routes without an access rule: ${open.join(', ')}`)
  if (idle.length > 0) throw new Error(`access rules without a route: ${idle.join(', ')}`)
}
