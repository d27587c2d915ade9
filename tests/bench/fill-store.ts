import { mkdirSync } from 'node:fs'
import { openStore } from '../../server/store/open-store.ts'
import { systemClock } from '../../server/clock.ts'
import { isFactEntry, type Entry } from '../../shared/facts/journal.ts'
import type { Day } from '../../shared/time/day.ts'
import { bigJournal } from './big-journal.ts'
import type { Filled } from './scene.ts'

const BATCH = 5_000

/** Writes a journal of about so many facts through the real store, with a supervisor's session and a feed's token. */
export async function fillStore(folder: string, facts: number, to: Day): Promise<Filled> {
  mkdirSync(folder, { recursive: true })
  const store = await openStore({ folder, sample: false, clock: systemClock })
  const journal = bigJournal(facts, to)
  let batch: Entry[] = []
  let told = 0
  for (const entry of journal.entries()) {
    batch.push(entry)
    if (isFactEntry(entry)) told += 1
    if (batch.length === BATCH) {
      store.journal.append(batch)
      batch = []
    }
  }
  store.journal.append(batch)
  const audit = { who: 'system', act: 'bench', about: '', from: 'local' }
  const [account] = await store.accounts.create([{ login: 'bench', name: '测', role: 'supervisor', unit: null, passwordHash: 'none' }], audit)
  const { secret } = await store.sessions.create(account!)
  const { secret: token } = await store.tokens.create({ feed: 'bench', units: '*', items: '*', ofRecord: true, createdBy: account!.id }, audit)
  store.close()
  return { folder, facts: told, units: journal.district.units.length, cookie: `session=${secret}`, token }
}
