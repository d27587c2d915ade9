import type { Generated } from 'kysely'

/**
 * Tables as stored. Portable columns only: instants and days are text, yes/no is 0 or 1, lists and bodies are JSON text.
 * A test compares this with what the migrations really made.
 */
export interface Database {
  readonly journal: JournalTable
  readonly audit: AuditTable
  readonly account: AccountTable
  readonly session: SessionTable
  readonly token: TokenTable
  readonly kiosk: KioskTable
  readonly throttle: ThrottleTable
  readonly meta: MetaTable
  readonly attachment: AttachmentTable
  readonly look: LookTable
  readonly edition: EditionTable
}

/** 流水: append-only. `key`, `unit` and `item` are null for a setting; `day` is a fact's day or a setting's effective day. */
export interface JournalTable {
  seq: number
  recorded_at: string
  entry: 'fact' | 'setting'
  kind: string
  feed: string
  of_record: number | null
  account: string | null
  key: string | null
  unit: string | null
  item: string | null
  day: string
  /** The whole fact or setting as JSON; the columns above repeat of it what uniqueness and questions in SQL need. */
  body: string
}

/** Append-only: who did what, when and from where. */
export interface AuditTable {
  id: Generated<number>
  at: string
  who: string
  act: string
  about: string
  origin: string
  detail: string
}

export interface AccountTable {
  id: string
  login: string
  name: string
  role: string
  unit: string | null
  password_hash: string
  auth_version: number
  disabled: number
  created_at: string
}

/** Exactly one of `account` and `kiosk` is given. */
export interface SessionTable {
  token_hash: string
  account: string | null
  auth_version: number | null
  kiosk: string | null
  created_at: string
  last_seen_at: string
  idle_until: string
  absolute_until: string
}

export interface TokenTable {
  id: string
  feed: string
  secret_hash: string
  units: string
  items: string
  of_record: number
  created_at: string
  created_by: string
  revoked_at: string | null
}

export interface KioskTable {
  id: string
  name: string
  link_hash: string
  link_until: string
  created_at: string
  created_by: string
  exchanged_at: string | null
  revoked_at: string | null
}

export interface ThrottleTable {
  key: string
  points: number
  until: string
}

export interface MetaTable {
  name: string
  value: string
}

/** When a person last looked at a unit's page: `since_*` is where the visit before this one ended, `seen_*` the latest look. */
export interface LookTable {
  account: string
  unit: string
  since_at: string
  seen_at: string
}

/** 封存: append-only; a settled result whole, as canonical JSON, and its fingerprint. */
export interface EditionTable {
  period: string
  edition: number
  sha256: string
  body: string
}

/** 附件: what is known of a file; its bytes stand beside the database under `sha256`. */
export interface AttachmentTable {
  id: string
  sha256: string
  unit: string
  name: string
  type: string
  size: number
  by: string
  at: string
}
