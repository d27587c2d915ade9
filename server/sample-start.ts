import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit } from '../shared/catalogue/item.ts'
import { isFactEntry, type Entry } from '../shared/facts/journal.ts'
import { dayOf, type Day } from '../shared/time/day.ts'
import type { Clock } from './clock.ts'
import type { SampleSources } from './feeds/sample/district.ts'
import { sampleEntries } from './feeds/sample/sample-journal.ts'
import { makeSampleAccounts } from './sample-accounts.ts'
import type { StartingFiles } from './starting-files.ts'
import type { Store } from './store/open-store.ts'

export interface SampleStart {
  readonly store: Pick<Store, 'journal' | 'accounts' | 'meta'>
  readonly files: StartingFiles
  readonly clock: Clock
  /** The program's own folder. */
  readonly folder: string
}

/** Entries of one transaction. */
const BATCH = 5_000
/** Day of the last start that left nothing missing: planning all of it anew takes seconds. */
const WHOLE_ON = 'sample-whole-on'

/**
 * Fills an empty journal with the fictional district from 1 January of last year to yesterday, or tops an older one up; makes
 * the accounts that are missing. Entries keep the instants at which they would have been learned, never before the last one.
 */
export async function beginSample({ store, files, clock, folder }: SampleStart): Promise<SampleSources> {
  const { journal } = store
  const units: readonly Unit[] = JSON.parse(readFileSync(join(folder, 'data', 'sample', 'units.json'), 'utf8'))
  const start = startOf(journal.entries())
  const sources = { today: dayOf(clock.now()), ...files, units, ...(start === undefined ? {} : { start }) }
  if (await store.meta.find(WHOLE_ON) !== sources.today) topUp(journal, sources)
  await store.meta.set(WHOLE_ON, sources.today)
  await makeSampleAccounts(store, units)
  return sources
}

function topUp(journal: Store['journal'], sources: SampleSources): void {
  const notBefore = journal.lastRecordedAt()
  const missing = notBefore === null
    ? sampleEntries({ ...sources, afterDay: null })
    : sampleEntries({
        ...sources, notBefore, afterDay: dayOf(notBefore),
        isKnown: (feed, key) => journal.findByKey(feed, key) !== undefined || journal.findByKey('sample-live', key) !== undefined,
      })
  let batch: Entry[] = []
  let seq = journal.lastSeq()
  for (const entry of missing) {
    seq += 1
    batch.push({ seq, ...entry })
    if (batch.length === BATCH) {
      journal.append(batch)
      batch = []
    }
  }
  if (batch.length > 0) journal.append(batch)
}

/** 督查起始日 of a journal; it is told by the first entries. */
function startOf(entries: Iterable<Entry>): Day | undefined {
  for (const entry of entries) {
    if (isFactEntry(entry)) return undefined
    if (entry.setting.kind === 'supervisedFrom') return entry.setting.day
  }
  return undefined
}
