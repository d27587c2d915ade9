import type { Clock } from '../clock.ts'
import { accountOf, newAccountRow, type Account, type NewAccount } from './account.ts'
import { auditInsert, type AuditRow } from './audit.ts'
import { hashOf, newSecret } from './secret.ts'
import type { Connection } from './sqlite.ts'

const LINK = 'first-admin-link'

/** The one-time link that makes the first administrator of a real data folder. */
export interface FirstAdminStore {
  /** A new secret, which voids the one before; undefined once an administrator exists. */
  issue(): Promise<string | undefined>
  /** Makes the administrator, once; undefined when the secret does not hold. */
  redeem(secret: string, admin: Omit<NewAccount, 'role' | 'unit'>, audit: AuditRow): Promise<Account | undefined>
}

export function firstAdminStore(connection: Connection, clock: Clock): FirstAdminStore {
  const { db } = connection
  return {
    async issue() {
      const admin = await db.selectFrom('account').select('id').where('role', '=', 'admin').limit(1).executeTakeFirst()
      if (admin !== undefined) return undefined
      const secret = newSecret()
      const value = hashOf(secret)
      await connection.commit([
        db.insertInto('meta').values({ name: LINK, value }).onConflict(conflict => conflict.column('name').doUpdateSet({ value })),
      ])
      return secret
    },
    async redeem(secret, admin, audit) {
      const row = newAccountRow({ ...admin, role: 'admin', unit: null }, clock.now())
      const used = await connection.commit([
        db.deleteFrom('meta').where('name', '=', LINK).where('value', '=', hashOf(secret)),
        db.insertInto('account').values(row),
        auditInsert(connection, clock)(audit),
      ])
      return used === 0 ? undefined : accountOf(row)
    },
  }
}
