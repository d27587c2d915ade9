import type { Selectable } from 'kysely'
import type { Instant } from '../../shared/time/day.ts'
import type { SessionTable } from './schema.ts'
import { hashOf } from './secret.ts'
import { later, sessionLifetimes } from './session-lifetime.ts'

export function newSessionRow(
  holder: { account: string; authVersion: number } | { kiosk: string },
  { secret, now }: { secret: string; now: Instant },
): Selectable<SessionTable> {
  const lifetime = sessionLifetimes['account' in holder ? 'account' : 'kiosk']
  return {
    token_hash: hashOf(secret),
    account: 'account' in holder ? holder.account : null,
    auth_version: 'account' in holder ? holder.authVersion : null,
    kiosk: 'kiosk' in holder ? holder.kiosk : null,
    created_at: now,
    last_seen_at: now,
    idle_until: later(now, lifetime.idle),
    absolute_until: later(now, lifetime.absolute),
  }
}
