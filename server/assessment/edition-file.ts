import { setImmediate } from 'node:timers/promises'
import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import type { EditionFileHead } from '../../shared/assessment/edition.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Instant } from '../../shared/time/day.ts'
import type { KeptEdition } from '../store/edition.ts'
import { journalLine, recordedBy } from './journal-print.ts'

/** Lines sent between two looks at what else the main thread has to do. */
const SLICE = 500

/** The journal up to an instant (null: whole), one canonical line an entry. */
export async function* journalPieces(entries: Iterable<Entry>, knownAt: Instant | null): AsyncGenerator<string> {
  let piece = ''
  let lines = 0
  for (const entry of knownAt === null ? entries : recordedBy(entries, knownAt)) {
    piece += `${journalLine(entry)}\n`
    lines += 1
    if (lines % SLICE !== 0) continue
    yield piece
    piece = ''
    await setImmediate()
  }
  if (piece !== '') yield piece
}

/** A freeze file (封存文件): its head, then the journal it was counted from; all that is needed to count it again. */
export async function* editionFilePieces({ sha256, body }: KeptEdition, knownAt: Instant, entries: Iterable<Entry>): AsyncGenerator<string> {
  const rest: Omit<EditionFileHead, 'body'> = { file: 'assessment-edition-file/1', sha256 }
  // The body is canonical already, and its name the first: read and written again it would hold the main thread.
  yield `{"body":${body},${canonicalJson(rest).slice(1)}\n`
  yield* journalPieces(entries, knownAt)
}
