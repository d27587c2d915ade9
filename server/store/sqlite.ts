import Sqlite from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, sql, type Compilable, type RawBuilder } from 'kysely'
import type { Database } from './schema.ts'
import { StoreFull } from './store-full.ts'

/*
 * Everything that is SQLite's alone: pragmas, triggers, STRICT, integrity, fault codes. Another database stands in by
 * a file with these same exports.
 */

/** One open database: `db` for typed queries, `raw` for the journal's prepared statements. */
export interface Connection {
  readonly db: Kysely<Database>
  readonly raw: Sqlite.Database
  /**
   * All or nothing, durable when it resolves: rows changed by the first statement; when that is none, the others are
   * not run. Throws StoreFull on a full disk.
   */
  commit(statements: readonly Compilable[]): Promise<number>
  close(): void
}

/** SQLite can roll DDL back; the stock adapter says it cannot and would leave half a failed migration behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class TransactionalDialect extends SqliteDialect {
  readonly #raw: Sqlite.Database

  constructor(raw: Sqlite.Database) {
    super({ database: raw })
    this.#raw = raw
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }

  override createDriver(): SqliteDriver {
    return new FaultKeepingDriver(this.#raw)
  }
}

/** A full disk may end a transaction by itself; rolling back again would hide the fault that ended it. */
class FaultKeepingDriver extends SqliteDriver {
  readonly #raw: Sqlite.Database

  constructor(raw: Sqlite.Database) {
    super({ database: raw })
    this.#raw = raw
  }

  override async rollbackTransaction(...connection: Parameters<SqliteDriver['rollbackTransaction']>): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(...connection)
  }
}

/** Opens without changing anything on disk; `makeDurable` follows before the first write. */
export function openSqlite(file: string, access: 'write' | 'read'): Connection {
  const raw = new Sqlite(file, { readonly: access === 'read', timeout: 5_000 })
  raw.pragma('foreign_keys = ON')
  raw.pragma('cache_size = -65536')
  // Without it INSERT OR REPLACE would delete rows past the triggers that refuse deletion.
  raw.pragma('recursive_triggers = ON')
  const db = new Kysely<Database>({ dialect: new TransactionalDialect(raw) })
  const commit = async (statements: readonly Compilable[]) => inOneGo(raw, () => {
    let first: number | undefined
    for (const statement of statements) {
      const { sql: text, parameters } = statement.compile()
      const { changes } = raw.prepare(text).run(...parameters)
      first ??= changes
      if (first === 0) break
    }
    return first ?? 0
  })
  return { db, raw, commit, close: () => void raw.close() }
}

/**
 * The driver is built with NORMAL as its WAL default and falls back to it on re-opening, so FULL is set on every open:
 * an acknowledged entry survives power loss. Checkpoints every 64 MB keep bulk intake off the main file.
 */
export function makeDurable(raw: Sqlite.Database): void {
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('wal_autocheckpoint = 16384')
  raw.pragma('journal_size_limit = 67108864')
}

/** To be asked after a write: before it the driver may still report what it later drops. */
export function isDurable(raw: Sqlite.Database): boolean {
  return raw.pragma('synchronous', { simple: true }) === 2 && raw.pragma('journal_mode', { simple: true }) === 'wal'
}

/** Runs work in one immediate transaction; a full or failing disk becomes StoreFull with nothing kept. */
export function inOneGo<T>(raw: Sqlite.Database, work: () => T): T {
  try {
    return raw.transaction(work).immediate()
  } catch (error) {
    throw isFull(error) ? new StoreFull(error) : error
  }
}

export function isFull(error: unknown): boolean {
  return /^(SQLITE_FULL|SQLITE_IOERR(?!_CORRUPTFS)|ENOSPC|EDQUOT)/.test(faultCode(error))
}

/** "SQLITE_CANTOPEN", "ENOSPC" … or "" when the error carries none. */
export function faultCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** What is broken in the file, or undefined when every page and row reads well. */
export function damageIn(raw: Sqlite.Database): string | undefined {
  try {
    const finding = raw.pragma('quick_check(1)', { simple: true })
    return finding === 'ok' ? undefined : String(finding)
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(faultCode(error))) return faultCode(error)
    throw error
  }
}

/** Ends a `create table`: wrong types are refused instead of stored. */
export const strict: RawBuilder<unknown> = sql`strict`

/** No row of the table can be changed or removed, by whatever program opens the file; `counted` rows follow without a gap. */
export async function makeAppendOnly(db: Kysely<never>, table: { name: string; counted?: string }): Promise<void> {
  const name = sql.ref(table.name)
  const refuse = sql.lit(`${table.name}: append-only`)
  for (const act of ['update', 'delete'] as const) {
    const trigger = sql.ref(`${table.name}_no_${act}`)
    await sql`create trigger ${trigger} before ${sql.raw(act)} on ${name} begin select raise(abort, ${refuse}); end`.execute(db)
  }
  if (table.counted === undefined) return
  const counter = sql.ref(table.counted)
  const gap = sql.lit(`${table.name}: ${table.counted} must follow without a gap`)
  await sql`create trigger ${sql.ref(`${table.name}_counted`)} before insert on ${name}
    when new.${counter} is not (select coalesce(max(${counter}), 0) + 1 from ${name})
    begin select raise(abort, ${gap}); end`.execute(db)
}

/** Holds a file for this process alone; the system lets go of it when the process ends, however it ends. */
export function holdFile(file: string): { release(): void } | undefined {
  const raw = new Sqlite(file, { timeout: 500 })
  try {
    raw.pragma('journal_mode = MEMORY')
    raw.exec('begin exclusive')
    return { release: () => void raw.close() }
  } catch (error) {
    raw.close()
    if (faultCode(error).startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}
