import type { Context } from 'hono'
import type { AuditRow } from '../store/audit.ts'
import { auditName } from './caller.ts'
import type { HttpEnv, HttpParts } from './parts.ts'

type Trusting = Pick<HttpParts, 'config'>

/** Network address of whoever sent the request: the socket's, or what a trusted proxy in front says. */
export function addressOf(c: Context<HttpEnv>, { config }: Trusting): string {
  const forwarded = config.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || (c.env?.incoming?.socket.remoteAddress ?? 'local')
}

/** Whether the browser came over TLS, as far as the configuration or a trusted proxy says so. */
export function isSecure(c: Context<HttpEnv>, { config }: Trusting): boolean {
  if (config.cookieSecure !== 'auto') return config.cookieSecure === 'on'
  return config.trustProxy && c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https'
}

/** The audit row of this request: who, what, about what, from where. */
export function auditOf(c: Context<HttpEnv>, parts: Trusting, act: Pick<AuditRow, 'act' | 'about' | 'detail'>): AuditRow {
  return { who: auditName(c.var.caller), from: addressOf(c, parts), ...act }
}
