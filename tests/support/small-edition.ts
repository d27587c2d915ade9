import { canonicalJson } from '../../shared/assessment/canonical-json.ts'
import { editionBodyOf } from '../../shared/assessment/edition-body.ts'
import type { EditionBody } from '../../shared/assessment/edition.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { partsOf } from '../../shared/measures/board.ts'
import { judgementOf } from '../../shared/obligations/judge.ts'
import type { Day, Instant } from '../../shared/time/day.ts'
import { journalLine, journalPrintOf, recordedBy, sha256Of } from '../../server/assessment/journal-print.ts'

export interface SmallEdition {
  readonly body: EditionBody
  readonly sha256: string
  /** Head and journal, as a freeze file holds them before compression. */
  readonly text: string
}

/** A journal frozen as of a day, as known at an instant. */
export function frozen(entries: readonly Entry[], { day, knownAt, edition = 1, reason = '' }: { readonly day: Day; readonly knownAt: Instant; readonly edition?: number; readonly reason?: string }): SmallEdition {
  const known = [...recordedBy(entries, knownAt)]
  const { world, duties, revision } = judgementOf(known, { day, knownAt })
  const lines = known.map(journalLine)
  const body = editionBodyOf({ parts: partsOf(duties, world), world, revision }, { period: day.slice(0, 7), edition, reason, software: '1.0.0', journal: journalPrintOf(lines) })
  const sha256 = sha256Of(canonicalJson(body))
  const head = canonicalJson({ file: 'assessment-edition-file/1', sha256, body })
  return { body, sha256, text: `${[head, ...lines].join('\n')}\n` }
}
