import type { Compilable } from 'kysely'
import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from './sqlite.ts'

/** One act to be remembered (操作日志): who, what, about what, from where. The store adds when. */
export interface AuditRow {
  /** `account:<login>`, `feed:<name>`, `kiosk:<id>` or `system`. */
  readonly who: string
  /** kebab-case: `facts-posted`, `token-made`, `signed-in` … */
  readonly act: string
  /** What it was done to: an id, a range of revisions; empty when nothing in particular. */
  readonly about: string
  /** Network address or `local`. */
  readonly from: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface AuditEntry extends AuditRow {
  readonly id: number
  readonly at: Instant
}

export interface AuditStore {
  append(row: AuditRow): Promise<void>
  /** Newest first; `before` is the id of the oldest already seen. */
  list(page?: { before?: number; limit?: number }): Promise<AuditEntry[]>
}

/** The statement that writes one audit row, for the transaction of the act itself. */
export function auditInsert(connection: Connection, clock: Clock): (row: AuditRow) => Compilable {
  return row => connection.db.insertInto('audit').values(auditValues(row, clock.now()))
}

export function auditValues(row: AuditRow, at: Instant) {
  return { at, who: row.who, act: row.act, about: row.about, origin: row.from, detail: JSON.stringify(row.detail ?? {}) }
}

export function auditStore(connection: Connection, clock: Clock): AuditStore {
  const insert = auditInsert(connection, clock)
  return {
    async append(row) {
      await connection.commit([insert(row)])
    },
    async list({ before, limit = 100 } = {}) {
      let query = connection.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit)
      if (before !== undefined) query = query.where('id', '<', before)
      const rows = await query.execute()
      return rows.map(({ origin, detail, ...row }) => ({ ...row, from: origin, detail: JSON.parse(detail) }))
    },
  }
}
