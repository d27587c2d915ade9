import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Fact, RecordedFact } from '../../../shared/facts/fact.ts'
import type { Instant } from '../../../shared/time/day.ts'
import { DATABASE_FILE } from '../../../server/store/data-folder.ts'
import { migrate } from '../../../server/store/migrations.ts'
import { openStore, type Store, type StoreOptions } from '../../../server/store/open-store.ts'
import { makeDurable, openSqlite, type Connection } from '../../../server/store/sqlite.ts'

export const NOON: Instant = '2026-03-02T04:00:00.000Z'
export const audit = { who: 'account:admin', act: 'tried', about: '', from: 'local' }

/** A clock that stands still until it is moved. */
export function standingClock(start: Instant = NOON) {
  let now = start
  return { now: () => now, moveTo: (instant: Instant) => void (now = instant) }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function temporaryStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ folder: temporaryFolder(), sample: true, clock: standingClock(), ...options })
  onTestFinished(() => store.close())
  return store
}

/** The database under a store, without the store's lock and stamp. */
export async function temporaryConnection(folder = temporaryFolder()): Promise<Connection> {
  const connection = openSqlite(join(folder, DATABASE_FILE), 'write')
  onTestFinished(() => connection.close())
  makeDurable(connection.raw)
  await migrate(connection)
  return connection
}

export function published(seq: number, change: Partial<Fact> = {}): RecordedFact {
  const fact = {
    kind: 'published', key: `k-${seq}`, unit: 'D01', item: 'district-6', day: '2026-03-02', title: `公告${seq}`,
    url: `https://yunhe.example/${seq}.html`, channel: '政府网站', ...change,
  } as Fact
  return { seq, recordedAt: NOON, source: { feed: 'cms' }, fact }
}
