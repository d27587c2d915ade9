import type { Selectable } from 'kysely'
import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { auditInsert, type AuditRow } from './audit.ts'
import type { AccountTable } from './schema.ts'
import { newId } from './secret.ts'
import type { Connection } from './sqlite.ts'

/** 管理员 · 督查 · 考核 · 单位负责人 · 联络员 */
export type Role = 'admin' | 'supervisor' | 'reviewer' | 'head' | 'clerk'

export interface Account {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  /** Unit id of a head or clerk; null for the office. */
  readonly unit: string | null
  /** Rises with every change of password, role, unit or admission; sessions of an older version are void. */
  readonly authVersion: number
  readonly disabled: boolean
  readonly createdAt: Instant
}

export interface NewAccount {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly unit: string | null
  readonly passwordHash: string
}

export type AccountChanges = Partial<Pick<Account, 'name' | 'role' | 'unit' | 'disabled'>>

export interface AccountStore {
  /** Throws when a login is taken (ask `findByLogin` first). All or none. */
  create(accounts: readonly NewAccount[], audit: AuditRow): Promise<Account[]>
  find(id: string): Promise<Account | undefined>
  findByLogin(login: string): Promise<Account | undefined>
  /** For the sign-in only: the hash goes nowhere else. */
  findPasswordHash(id: string): Promise<string | undefined>
  /** By login. */
  list(): Promise<Account[]>
  /** False when there is no such account. Ends its sessions. */
  setPassword(id: string, passwordHash: string, audit: AuditRow): Promise<boolean>
  /** False when there is no such account. A change of role, unit or admission ends its sessions. */
  change(id: string, changes: AccountChanges, audit: AuditRow): Promise<boolean>
}

export function accountStore(connection: Connection, clock: Clock): AccountStore {
  const { db } = connection
  const audited = auditInsert(connection, clock)
  const sessionsGone = (id: string) => db.deleteFrom('session').where('account', '=', id)

  return {
    async create(accounts, audit) {
      const rows = accounts.map(account => newAccountRow(account, clock.now()))
      if (rows.length > 0) await connection.commit([...rows.map(row => db.insertInto('account').values(row)), audited(audit)])
      return rows.map(accountOf)
    },
    async find(id) {
      const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
      return row && accountOf(row)
    },
    async findByLogin(login) {
      const row = await db.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirst()
      return row && accountOf(row)
    },
    async findPasswordHash(id) {
      const row = await db.selectFrom('account').select('password_hash').where('id', '=', id).executeTakeFirst()
      return row?.password_hash
    },
    async list() {
      const rows = await db.selectFrom('account').selectAll().orderBy('login').execute()
      return rows.map(accountOf)
    },
    async setPassword(id, passwordHash, audit) {
      const update = db.updateTable('account').where('id', '=', id)
        .set(eb => ({ password_hash: passwordHash, auth_version: eb('auth_version', '+', 1) }))
      return await connection.commit([update, sessionsGone(id), audited(audit)]) > 0
    },
    async change(id, { disabled, ...rest }, audit) {
      const admission = disabled === undefined ? {} : { disabled: Number(disabled) }
      const voids = disabled !== undefined || rest.role !== undefined || rest.unit !== undefined
      const update = db.updateTable('account').where('id', '=', id)
        .set(eb => ({ ...rest, ...admission, auth_version: eb('auth_version', '+', voids ? 1 : 0) }))
      return await connection.commit([update, ...(voids ? [sessionsGone(id)] : []), audited(audit)]) > 0
    },
  }
}

export function newAccountRow(account: NewAccount, createdAt: Instant): Selectable<AccountTable> {
  const { passwordHash, ...rest } = account
  return { ...rest, id: newId(), password_hash: passwordHash, auth_version: 1, disabled: 0, created_at: createdAt }
}

export function accountOf(row: Selectable<AccountTable>): Account {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role as Role,
    unit: row.unit,
    authVersion: row.auth_version,
    disabled: row.disabled === 1,
    createdAt: row.created_at,
  }
}
