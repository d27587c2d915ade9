import { fileURLToPath } from 'node:url'
import { readFileSync } from 'node:fs'
import type { Unit } from '../../../../shared/catalogue/item.ts'
import type { Journal } from '../../../../shared/facts/journal.ts'
import { startOfDay, type Day } from '../../../../shared/time/day.ts'
import { readStartingFiles } from '../../../../server/starting-files.ts'
import type { SampleSources } from '../../../../server/feeds/sample/district.ts'
import type { SampleEntry } from '../../../../server/feeds/sample/sample-entry.ts'

const top = fileURLToPath(new URL('../../../../', import.meta.url))

/** The sample's sources as the server reads them, for a running day. */
export function sourcesFor(today: Day): SampleSources {
  const units: readonly Unit[] = JSON.parse(readFileSync(`${top}data/sample/units.json`, 'utf8'))
  return { today, ...readStartingFiles(top), units }
}

/** The entries a journal of that morning holds, numbered. */
export function journalBefore(entries: readonly SampleEntry[], day: Day): Journal {
  const end = startOfDay(day)
  return entries.filter((each) => each.recordedAt < end).map((each, n) => ({ seq: n + 1, ...each }))
}
