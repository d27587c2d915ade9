import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import { printedBlock, type JournalPrint } from '../../shared/assessment/edition-parts.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Instant } from '../../shared/time/day.ts'

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An entry as exports and fingerprints write it, whole on one line. */
export function journalLine(entry: Entry): string {
  return canonicalJson(entry)
}

/** Entries recorded up to an instant, of a journal in order. */
export function* recordedBy(entries: Iterable<Entry>, knownAt: Instant): IterableIterator<Entry> {
  for (const entry of entries) {
    if (entry.recordedAt > knownAt) return
    yield entry
  }
}

/** The fingerprint of journal lines: a block's hash covers its thousand lines and the block before, so the last one covers all. */
export function journalPrintOf(lines: Iterable<string>): JournalPrint {
  const blocks: string[] = []
  let entries = 0
  let block = createHash('sha256')
  const close = () => {
    blocks.push(block.digest('hex'))
    block = createHash('sha256').update(blocks.at(-1) ?? '')
  }
  for (const line of lines) {
    block.update(line).update('\n')
    entries += 1
    if (entries % printedBlock === 0) close()
  }
  if (entries % printedBlock !== 0) close()
  return { entries, sha256: blocks.at(-1) ?? sha256Of(''), blocks }
}
