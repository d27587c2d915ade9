import type { Account, Role } from '../store/account.ts'
import type { Kiosk } from '../store/kiosk.ts'
import type { Session } from '../store/session.ts'
import type { FeedToken } from '../store/token.ts'

/** Who makes a request or holds a socket. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly account: Account; readonly session: Session }
  | { readonly kind: 'wall'; readonly kiosk: Kiosk; readonly session: Session }
  | { readonly kind: 'feed'; readonly token: FeedToken }

export type Person = Extract<Caller, { kind: 'person' }>

export const nobody: Caller = { kind: 'nobody' }

/** Everybody who can stand before a route: people by role, a wall display, a feed with a token, and nobody in particular. */
export type CallerKind = Role | 'wall' | 'feed' | 'nobody'

export function callerKind(caller: Caller): CallerKind {
  return caller.kind === 'person' ? caller.account.role : caller.kind
}

/** The same right as before: the same session of the same account in the same standing, or the same kiosk. */
export function sameCaller(a: Caller, b: Caller): boolean {
  if (a.kind === 'person' && b.kind === 'person') return a.session.id === b.session.id && a.account.authVersion === b.account.authVersion
  return a.kind === 'wall' && b.kind === 'wall' && a.session.id === b.session.id
}

/** How the audit log names the caller. */
export function auditName(caller: Caller): string {
  switch (caller.kind) {
    case 'person': return `account:${caller.account.login}`
    case 'wall': return `kiosk:${caller.kiosk.id}`
    case 'feed': return `feed:${caller.token.feed}`
    case 'nobody': return 'nobody'
  }
}
