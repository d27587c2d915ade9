import type { Selectable } from 'kysely'
import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { auditInsert, type AuditRow } from './audit.ts'
import { newSessionRow } from './new-session.ts'
import type { KioskTable } from './schema.ts'
import { hashOf, newId, newSecret } from './secret.ts'
import { KIOSK_LINK_LIFETIME, later } from './session-lifetime.ts'
import type { Connection } from './sqlite.ts'

/** A wall display (大屏): reads the board, nothing else. */
export interface Kiosk {
  readonly id: string
  readonly name: string
  readonly createdAt: Instant
  readonly createdBy: string
  /** Until when its link may be opened, once. */
  readonly linkUntil: Instant
  readonly exchangedAt: Instant | null
  readonly revokedAt: Instant | null
}

export interface KioskWithUse extends Kiosk {
  /** Null when the link was not opened yet or the session has ended. */
  readonly lastSeenAt: Instant | null
}

export interface KioskStore {
  /** `linkSecret` goes into the link, shown once. */
  create(kiosk: { name: string; createdBy: string }, audit: AuditRow): Promise<{ kiosk: Kiosk; linkSecret: string }>
  find(id: string): Promise<Kiosk | undefined>
  /** Trades the link for a session, once; undefined when it is unknown, used, out of date or revoked. */
  exchange(linkSecret: string, audit: Omit<AuditRow, 'who' | 'about'>): Promise<{ kiosk: Kiosk; secret: string } | undefined>
  /** Oldest first, revoked ones too. */
  list(): Promise<KioskWithUse[]>
  /** Ends its session. False when there is no such kiosk or it was revoked before. */
  revoke(id: string, audit: AuditRow): Promise<boolean>
}

export function kioskStore(connection: Connection, clock: Clock): KioskStore {
  const { db } = connection
  const audited = auditInsert(connection, clock)

  return {
    async create({ name, createdBy }, audit) {
      const linkSecret = newSecret()
      const now = clock.now()
      const row = {
        id: newId(), name, link_hash: hashOf(linkSecret), link_until: later(now, KIOSK_LINK_LIFETIME),
        created_at: now, created_by: createdBy, exchanged_at: null, revoked_at: null,
      }
      await connection.commit([db.insertInto('kiosk').values(row), audited(audit)])
      return { kiosk: kioskOf(row), linkSecret }
    },
    async find(id) {
      const row = await db.selectFrom('kiosk').selectAll().where('id', '=', id).executeTakeFirst()
      return row && kioskOf(row)
    },
    async exchange(linkSecret, audit) {
      const row = await db.selectFrom('kiosk').selectAll().where('link_hash', '=', hashOf(linkSecret)).executeTakeFirst()
      if (row === undefined) return undefined
      const now = clock.now()
      const secret = newSecret()
      const used = db.updateTable('kiosk').set({ exchanged_at: now })
        .where('id', '=', row.id).where('exchanged_at', 'is', null).where('revoked_at', 'is', null).where('link_until', '>', now)
      const session = db.insertInto('session').values(newSessionRow({ kiosk: row.id }, { secret, now }))
      const changed = await connection.commit([used, session, audited({ ...audit, who: `kiosk:${row.id}`, about: row.id })])
      return changed === 0 ? undefined : { kiosk: kioskOf({ ...row, exchanged_at: now }), secret }
    },
    async list() {
      const rows = await db.selectFrom('kiosk').leftJoin('session', 'session.kiosk', 'kiosk.id')
        .selectAll('kiosk').select('session.last_seen_at').orderBy('kiosk.created_at').orderBy('kiosk.id').execute()
      return rows.map(row => ({ ...kioskOf(row), lastSeenAt: row.last_seen_at }))
    },
    async revoke(id, audit) {
      const revoked = db.updateTable('kiosk').set({ revoked_at: clock.now() }).where('id', '=', id).where('revoked_at', 'is', null)
      return await connection.commit([revoked, db.deleteFrom('session').where('kiosk', '=', id), audited(audit)]) > 0
    },
  }
}

export function kioskOf(row: Selectable<KioskTable>): Kiosk {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    createdBy: row.created_by,
    linkUntil: row.link_until,
    exchangedAt: row.exchanged_at,
    revokedAt: row.revoked_at,
  }
}
