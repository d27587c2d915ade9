import { setImmediate } from 'node:timers/promises'
import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import type { EditionBody, EditionFileHead } from '../../shared/assessment/edition.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { must } from '../../shared/must.ts'
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
export async function* editionFilePieces({ sha256, body }: KeptEdition, entries: Iterable<Entry>): AsyncGenerator<string> {
  const whole = JSON.parse(body) as EditionBody
  const head: EditionFileHead = { file: 'assessment-edition-file/1', sha256, body: whole }
  yield `${canonicalJson(head)}\n`
  yield* journalPieces(entries, must(whole.result.knownAt, 'an edition is known at an instant'))
}
