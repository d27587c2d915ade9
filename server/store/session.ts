import type { Selectable } from 'kysely'
import { must } from '../../shared/must.ts'
import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { accountOf, type Account } from './account.ts'
import { kioskOf, type Kiosk } from './kiosk.ts'
import type { SessionTable } from './schema.ts'
import { newSessionRow } from './new-session.ts'
import { hashOf, newSecret } from './secret.ts'
import { later, sessionLifetimes, TOUCH_EVERY } from './session-lifetime.ts'
import type { Connection } from './sqlite.ts'

export type SessionHolder =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'kiosk'; readonly kiosk: Kiosk }

export interface Session {
  /** SHA-256 of the secret: names the session without opening it. */
  readonly id: string
  readonly holder: SessionHolder
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly idleUntil: Instant
  readonly absoluteUntil: Instant
}

export interface SessionStore {
  /** A kiosk's session comes from `KioskStore.exchange`. */
  create(account: Account): Promise<{ session: Session; secret: string }>
  /** Undefined when unknown, expired, or its holder was disabled, changed or revoked since. */
  find(secret: string): Promise<Session | undefined>
  /** The same by id, for a socket that stays open. */
  findById(id: string): Promise<Session | undefined>
  /** Seen now: moves the idle limit, at most once a minute on disk. */
  touch(session: Session): Promise<void>
  delete(id: string): Promise<void>
  deleteFor(holder: { account: string } | { kiosk: string }): Promise<void>
  /** Removes the expired ones; says how many. */
  sweep(): Promise<number>
}

export function sessionStore(connection: Connection, clock: Clock): SessionStore {
  const { db } = connection

  async function findById(id: string): Promise<Session | undefined> {
    const now = clock.now()
    const row = await db.selectFrom('session').selectAll()
      .where('token_hash', '=', id).where('idle_until', '>', now).where('absolute_until', '>', now).executeTakeFirst()
    const holder = row && await holderOf(row)
    return holder && sessionOf(row, holder)
  }

  async function holderOf(row: Selectable<SessionTable>): Promise<SessionHolder | undefined> {
    if (row.account !== null) {
      const account = await db.selectFrom('account').selectAll().where('id', '=', row.account).executeTakeFirst()
      const stands = account?.disabled === 0 && account.auth_version === row.auth_version
      return stands ? { kind: 'account', account: accountOf(account) } : undefined
    }
    const kiosk = await db.selectFrom('kiosk').selectAll().where('id', '=', must(row.kiosk, 'a session has a holder')).executeTakeFirst()
    return kiosk?.revoked_at === null ? { kind: 'kiosk', kiosk: kioskOf(kiosk) } : undefined
  }

  return {
    findById,
    find: secret => findById(hashOf(secret)),
    async create(account) {
      const secret = newSecret()
      const row = newSessionRow({ account: account.id, authVersion: account.authVersion }, { secret, now: clock.now() })
      await connection.commit([db.insertInto('session').values(row)])
      return { session: sessionOf(row, { kind: 'account', account }), secret }
    },
    async touch(session) {
      const now = clock.now()
      if (now < later(session.lastSeenAt, TOUCH_EVERY)) return
      const idleUntil = later(now, sessionLifetimes[session.holder.kind].idle)
      await connection.commit([
        db.updateTable('session').set({ last_seen_at: now, idle_until: idleUntil }).where('token_hash', '=', session.id),
      ])
    },
    async delete(id) {
      await connection.commit([db.deleteFrom('session').where('token_hash', '=', id)])
    },
    async deleteFor(holder) {
      const all = db.deleteFrom('session')
      await connection.commit(['account' in holder ? all.where('account', '=', holder.account) : all.where('kiosk', '=', holder.kiosk)])
    },
    async sweep() {
      const now = clock.now()
      return connection.commit([
        db.deleteFrom('session').where(eb => eb.or([eb('idle_until', '<=', now), eb('absolute_until', '<=', now)])),
      ])
    },
  }
}

function sessionOf(row: Selectable<SessionTable>, holder: SessionHolder): Session {
  return {
    id: row.token_hash,
    holder,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    idleUntil: row.idle_until,
    absoluteUntil: row.absolute_until,
  }
}
