import type { AccountStore } from './account.ts'
import type { AuditStore } from './audit.ts'
import type { FirstAdminStore } from './first-admin.ts'
import type { JournalStore } from './journal.ts'
import type { KioskStore } from './kiosk.ts'
import type { MetaStore } from './meta.ts'
import type { SessionStore } from './session.ts'
import type { ThrottleStore } from './throttle.ts'
import type { TokenStore } from './token.ts'

/** Everything that outlives the process. Values in the domain's shape; rows never leave the store. */
export interface Store {
  readonly journal: JournalStore
  readonly accounts: AccountStore
  readonly firstAdmin: FirstAdminStore
  readonly sessions: SessionStore
  readonly tokens: TokenStore
  readonly kiosks: KioskStore
  readonly throttle: ThrottleStore
  readonly audit: AuditStore
  readonly meta: MetaStore
  close(): void
}
