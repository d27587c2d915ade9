import type { Setting } from '../shared/facts/setting.ts'
import type { Entry } from '../shared/facts/journal.ts'
import type { Source } from '../shared/facts/fact.ts'
import { dayOf } from '../shared/time/day.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { StartingFiles } from './starting-files.ts'
import type { Store } from './store/open-store.ts'

export interface FirstStart {
  readonly store: Pick<Store, 'journal'>
  readonly files: StartingFiles
  readonly config: Pick<Config, 'district' | 'supervisedFrom'>
  readonly clock: Clock
}

const admin: Source = { feed: 'admin' }

/**
 * Writes what a real district begins with into an empty journal, in one transaction: 督查起始日, calendar, catalogues, law and
 * scheme. Units come later, by an administrator; until then nobody owes anything.
 */
export function beginDistrict({ store, files, config, clock }: FirstStart): void {
  if (store.journal.count() > 0) return
  const recordedAt = clock.now()
  const today = dayOf(recordedAt)
  const from = config.supervisedFrom ?? today
  // A supervision that begins later is known from now on.
  const effective = from < today ? from : today
  const settings: readonly Setting[] = [
    { kind: 'supervisedFrom', effective, day: from, district: config.district ?? '本区', sample: false },
    ...files.calendar.map((year): Setting => ({ kind: 'calendarYear', effective, year })),
    ...files.catalogues.map((catalogue): Setting => ({ kind: 'catalogueVersion', effective, catalogue })),
    { kind: 'statutory', effective, rules: files.statutory },
    { kind: 'scheme', effective, scheme: files.scheme },
  ]
  const entries = settings.map((setting, place): Entry => ({ seq: place + 1, recordedAt, source: admin, setting }))
  store.journal.append(entries, [{ who: 'system', act: 'district-begun', about: `${entries.length}`, from: 'local' }])
}
