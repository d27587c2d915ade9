import type { Statement } from 'better-sqlite3'
import type { Entry } from '../../shared/facts/journal.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { Instant } from '../../shared/time/day.ts'
import type { Clock } from '../clock.ts'
import { auditValues, type AuditRow } from './audit.ts'
import type { KeptEdition } from './edition.ts'
import { entryReader, readColumns, rowOfEntry, writtenColumns, type ReadRow, type WrittenRow } from './journal-row.ts'
import { inOneGo, type Connection } from './sqlite.ts'

/** The journal on disk: the truth everything else is derived from. */
export interface JournalStore {
  /**
   * One transaction, durable when it returns, audit rows and editions with it. Throws StoreFull on a full disk with nothing written,
   * and on a broken invariant: seq not following, recordedAt running backwards, a (feed, key) used before.
   */
  append(entries: readonly Entry[], audit?: readonly AuditRow[], editions?: readonly KeptEdition[]): void
  /** In order of seq, from `from` on; new entries may be appended meanwhile and are then met too. */
  entries(from?: number): IterableIterator<Entry>
  findByKey(feed: string, key: string): Entry | undefined
  /** A file a fact of this unit may name. */
  findAttachment(sha256: string, unit: string): { readonly size: number } | undefined
  /** In the order asked for; unknown ones are left out. */
  findBySeqs(seqs: readonly number[]): Entry[]
  /** What units and the office write to each other, and every correction, in order of seq, from `from` on. */
  matterFacts(from: number): RecordedFact[]
  /** 0 when empty. */
  lastSeq(): number
  /** Null when empty: the next entry may not be older. */
  lastRecordedAt(): Instant | null
  count(): number
  /** Entries that are facts. */
  factCount(): number
}

const columns = readColumns.join(', ')

/**
 * Prepared driver statements instead of the query builder: this is the one hot path, where compiling a query per row
 * takes longer than the insert itself. The SQL is plain.
 */
export function journalStore(connection: Connection, clock: Clock): JournalStore {
  const { raw } = connection
  const insert = raw.prepare<WrittenRow>(
    `insert into journal (${writtenColumns.join(', ')}) values (${writtenColumns.map(() => '?').join(', ')})`)
  const insertAudit = raw.prepare<ReturnType<typeof auditValues>>(
    'insert into audit (at, who, act, about, origin, detail) values (@at, @who, @act, @about, @origin, @detail)')
  const insertEdition = raw.prepare<KeptEdition>('insert into edition (period, edition, sha256, body) values (@period, @edition, @sha256, @body)')
  const byKey = raw.prepare<[string, string], ReadRow>(`select ${columns} from journal where feed = ? and key = ?`).raw()
  const bySeq = raw.prepare<[number], ReadRow>(`select ${columns} from journal where seq = ?`).raw()
  // The words of the partial index, so that it is used.
  const ofMatters = raw.prepare<[number], ReadRow>(`select ${columns} from journal
    where kind in ('disputed', 'ruled', 'requested', 'extended', 'declined', 'corrected') and seq >= ? order by seq`).raw()
  const attachment = raw.prepare<[string, string], { size: number }>('select size from attachment where sha256 = ? and unit = ?')
  const read = entryReader()
  const state = raw.prepare<[], { count: number; facts: number }>('select count(*) as count, count(key) as facts from journal').get()
  let last = state?.count ?? 0
  let facts = state?.facts ?? 0
  let lastRecordedAt = bySeq.get(last)?.[1] ?? null

  function append(entries: readonly Entry[], audit: readonly AuditRow[] = [], editions: readonly KeptEdition[] = []): void {
    let seq = last
    let recordedAt = lastRecordedAt
    inOneGo(raw, () => {
      for (const entry of entries) {
        seq += 1
        if (entry.seq !== seq) throw new Error(`invariant broken: journal seq ${entry.seq} where ${seq} follows`)
        if (recordedAt !== null && entry.recordedAt < recordedAt) {
          throw new Error(`invariant broken: journal recordedAt ${entry.recordedAt} runs back behind ${recordedAt}`)
        }
        recordedAt = entry.recordedAt
        insert.run(...rowOfEntry(entry))
      }
      for (const row of audit) insertAudit.run(auditValues(row, clock.now()))
      for (const edition of editions) insertEdition.run(edition)
    })
    last = seq
    lastRecordedAt = recordedAt
    for (const entry of entries) if (isFactEntry(entry)) facts += 1
  }

  return {
    append,
    entries: (from = 1) => entriesOf(connection, from),
    findByKey(feed, key) {
      const row = byKey.get(feed, key)
      return row && read(row)
    },
    findAttachment: (sha256, unit) => attachment.get(sha256, unit),
    findBySeqs: seqs => seqs.flatMap(seq => {
      const row = bySeq.get(seq)
      return row ? [read(row)] : []
    }),
    matterFacts: from => ofMatters.all(from).map(read).filter(isFactEntry),
    lastSeq: () => last,
    lastRecordedAt: () => lastRecordedAt,
    count: () => last,
    factCount: () => facts,
  }
}

const CHUNK = 1_000

/** Chunk by chunk, each a finished read: an open one would keep the log from being folded into the file. */
export function* entriesOf({ raw }: Connection, from: number): IterableIterator<Entry> {
  const chunk: Statement<[number, number], ReadRow> = raw.prepare<[number, number], ReadRow>(
    `select ${columns} from journal where seq >= ? order by seq limit ?`).raw()
  const read = entryReader()
  let next = from
  for (;;) {
    const rows = chunk.all(next, CHUNK)
    for (const row of rows) yield read(row)
    const lastRow = rows.at(-1)
    if (lastRow === undefined || rows.length < CHUNK) return
    next = lastRow[0] + 1
  }
}
