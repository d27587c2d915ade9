import { join } from 'node:path'
import type { Entry } from '../../shared/facts/journal.ts'
import { editionFinder, type EditionStore } from './edition.ts'
import { entriesOf } from './journal.ts'
import { DATABASE_FILE } from './data-folder.ts'
import { openSqlite } from './sqlite.ts'

/** A second, read-only look at the journal for a worker thread, beside the store that is open. */
export interface JournalReader {
  entries(from?: number): IterableIterator<Entry>
  findEdition: EditionStore['find']
  close(): void
}

export function openJournalReader(folder: string): JournalReader {
  const connection = openSqlite(join(folder, DATABASE_FILE), 'read')
  return { entries: (from = 1) => entriesOf(connection, from), findEdition: editionFinder(connection), close: connection.close }
}
