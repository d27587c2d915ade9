import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { auditInsert, type AuditRow } from './audit.ts'
import { later } from './session-lifetime.ts'
import type { Connection } from './sqlite.ts'

/** Who looked at which unit's page. */
export interface Looker {
  readonly account: string
  readonly unit: string
}

export interface LookStore {
  /** When the visit before the present one ended; undefined at a first visit. */
  findSince(looker: Looker): Promise<Instant | undefined>
  /** Looked at now. `done`: what changed was read, the next comparison starts here. A new visit and `done` are audited. */
  look(look: Looker & { readonly done: boolean }, audit: AuditRow): Promise<void>
}

/** Looks closer together than this are one visit, so that reading the page again does not wipe out what it says. */
const VISIT = 30 * 60_000

export function lookStore(connection: Connection, clock: Clock): LookStore {
  const { db } = connection
  const audited = auditInsert(connection, clock)
  const rowOf = ({ account, unit }: Looker) =>
    db.selectFrom('look').selectAll().where('account', '=', account).where('unit', '=', unit).executeTakeFirst()

  return {
    async findSince(looker) {
      const row = await rowOf(looker)
      if (!row) return undefined
      return clock.now() > later(row.seen_at, VISIT) ? row.seen_at : row.since_at
    },
    async look({ account, unit, done }, audit) {
      const row = await rowOf({ account, unit })
      const now = clock.now()
      const isNew = row === undefined || now > later(row.seen_at, VISIT)
      const before = row === undefined || done ? now : isNew ? row.seen_at : row.since_at
      const values = { since_at: before, seen_at: now }
      const put = db.insertInto('look').values({ account, unit, ...values }).onConflict(conflict => conflict.columns(['account', 'unit']).doUpdateSet(values))
      await connection.commit(isNew || done ? [put, audited(audit)] : [put])
    },
  }
}
