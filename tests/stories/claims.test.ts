import { expect, it } from 'vitest'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import { openStore } from '../../server/store/open-store.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import { silenceReason } from '../../shared/obligations/lapsed-duties.ts'
import { addDays, startOfDay } from '../../shared/time/day.ts'
import type { DutyPage } from '../../shared/wire/answers.ts'
import { sampleFolder, startServer, type Server } from '../support/server.ts'

const duty = { unit: 'D03', item: 'district-6' }

/** Claims that silence made, as the journal on disk has them. */
function lapsed(folder: string) {
  const reader = openJournalReader(folder)
  const found = [...reader.entries()].filter(entry => !isFactEntry(entry) && entry.setting.kind === 'dutyState' && entry.setting.reason === silenceReason)
  reader.close()
  return found
}
const rowOf = async (server: Server) => (await (await server.signIn('supervisor')).read<DutyPage>(`/api/duties?unit=${duty.unit}&item=${duty.item}`)).rows[0]!

it('a proposal nobody answered while the server was down is claimed at the start, and never again after a kill', async () => {
  const folder = sampleFolder()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const store = await openStore({ folder, sample: true, clock: { now: () => new Date().toISOString() } })
  // Thirty days hold five working days whatever holidays fall among them.
  const effective = addDays(today, -30)
  const recordedAt = store.journal.lastRecordedAt() ?? startOfDay(today)
  store.journal.append([{ seq: store.journal.lastSeq() + 1, recordedAt, source: { feed: 'desk', account: 'supervisor' }, setting: { kind: 'dutyState', effective, duties: [duty], state: 'proposed', reason: '请认领' } }])
  store.close()
  const first = await startServer({ folder, env: { SAMPLE_LIVE: 'off' } })
  const row = await rowOf(first)
  expect(row).toMatchObject({ state: 'claimed', by: 'clock', reason: silenceReason })
  expect(row.since! > effective && row.since! < today).toBe(true)
  await first.kill()
  expect(lapsed(folder)).toHaveLength(1)
  const second = await startServer({ folder, env: { SAMPLE_LIVE: 'off' } })
  expect(await rowOf(second)).toEqual({ ...row })
  await second.stop()
  expect(lapsed(folder)).toHaveLength(1)
})
