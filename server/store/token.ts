import type { Selectable } from 'kysely'
import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { auditInsert, type AuditRow } from './audit.ts'
import type { TokenTable } from './schema.ts'
import { hashOf, newId, newSecret } from './secret.ts'
import type { Connection } from './sqlite.ts'

/** All ids, or these. */
export type Some = '*' | readonly string[]

/** A feed's pass (接入令牌): for which units and items its holder may append facts. */
export interface FeedToken {
  readonly id: string
  /** Tokens belong to a feed and can be renewed: several may name the same one. */
  readonly feed: string
  readonly units: Some
  readonly items: Some
  readonly ofRecord: boolean
  readonly createdAt: Instant
  readonly createdBy: string
  readonly revokedAt: Instant | null
}

export type NewToken = Pick<FeedToken, 'feed' | 'units' | 'items' | 'ofRecord' | 'createdBy'>

export interface TokenStore {
  /** The secret is shown once; only its hash is kept. */
  create(token: NewToken, audit: AuditRow): Promise<{ token: FeedToken; secret: string }>
  /** The token that is not revoked. */
  findBySecret(secret: string): Promise<FeedToken | undefined>
  /** Oldest first, revoked ones too. */
  list(): Promise<FeedToken[]>
  /** False when there is no such token or it was revoked before. */
  revoke(id: string, audit: AuditRow): Promise<boolean>
}

export function tokenStore(connection: Connection, clock: Clock): TokenStore {
  const { db } = connection
  const audited = auditInsert(connection, clock)

  return {
    async create(token, audit) {
      const secret = newSecret()
      const row = {
        id: newId(), feed: token.feed, secret_hash: hashOf(secret), units: JSON.stringify(token.units), items: JSON.stringify(token.items),
        of_record: Number(token.ofRecord), created_at: clock.now(), created_by: token.createdBy, revoked_at: null,
      }
      await connection.commit([db.insertInto('token').values(row), audited(audit)])
      return { token: tokenOf(row), secret }
    },
    async findBySecret(secret) {
      const row = await db.selectFrom('token').selectAll()
        .where('secret_hash', '=', hashOf(secret)).where('revoked_at', 'is', null).executeTakeFirst()
      return row && tokenOf(row)
    },
    async list() {
      const rows = await db.selectFrom('token').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(tokenOf)
    },
    async revoke(id, audit) {
      const update = db.updateTable('token').set({ revoked_at: clock.now() }).where('id', '=', id).where('revoked_at', 'is', null)
      return await connection.commit([update, audited(audit)]) > 0
    },
  }
}

function tokenOf(row: Selectable<TokenTable>): FeedToken {
  return {
    id: row.id,
    feed: row.feed,
    units: JSON.parse(row.units),
    items: JSON.parse(row.items),
    ofRecord: row.of_record === 1,
    createdAt: row.created_at,
    createdBy: row.created_by,
    revokedAt: row.revoked_at,
  }
}
