import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { attachmentFiles } from './attachment-files.ts'
import { auditInsert, type AuditRow } from './audit.ts'
import type { AttachmentTable } from './schema.ts'
import { newId } from './secret.ts'
import type { Connection } from './sqlite.ts'

/** A file (附件) one unit's matters may name by its SHA-256; another unit's hand-in of the same bytes is another row. */
export interface Attachment {
  readonly id: string
  readonly sha256: string
  readonly unit: string
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** Account that handed it in. */
  readonly by: string
  readonly at: Instant
}

export interface NewAttachment extends Pick<Attachment, 'unit' | 'name' | 'type' | 'by'> {
  readonly bytes: Uint8Array
}

export interface AttachmentStore {
  /** File and row are durable when it resolves; the same bytes handed in again by a unit answer the first row. */
  keep(given: NewAttachment, audit: Omit<AuditRow, 'about'>): Promise<Attachment>
  /** At once, for the reader of facts. */
  find(sha256: string, unit: string): Attachment | undefined
  /** Of all units, the oldest first. */
  ofContent(sha256: string): Promise<Attachment[]>
  read(attachment: Attachment): Promise<Buffer>
  /** Bytes a unit handed in since an instant. */
  sizeSince(unit: string, at: Instant): Promise<number>
}

export function attachmentStore(connection: Connection, clock: Clock, folder: string): AttachmentStore {
  const { db, raw } = connection
  const audited = auditInsert(connection, clock)
  const files = attachmentFiles(folder)
  const byUnit = raw.prepare<[string, string], Selectable<AttachmentTable>>('select * from attachment where sha256 = ? and unit = ?')
  const find = (sha256: string, unit: string) => byUnit.get(sha256, unit)

  return {
    async keep({ bytes, ...given }, audit) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const known = find(sha256, given.unit)
      if (known) return known
      files.keep(sha256, bytes)
      const row = { id: newId(), sha256, size: bytes.length, at: clock.now(), ...given }
      await connection.commit([db.insertInto('attachment').values(row), audited({ ...audit, about: sha256 })])
      return row
    },
    find,
    async ofContent(sha256) {
      return db.selectFrom('attachment').selectAll().where('sha256', '=', sha256).orderBy('at').orderBy('id').execute()
    },
    read: ({ sha256 }) => files.read(sha256),
    async sizeSince(unit, at) {
      const { sum } = await db.selectFrom('attachment').select(eb => eb.fn.sum<number | null>('size').as('sum'))
        .where('unit', '=', unit).where('at', '>=', at).executeTakeFirstOrThrow()
      return Number(sum ?? 0)
    },
  }
}
