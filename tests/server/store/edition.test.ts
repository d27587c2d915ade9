import { describe, expect, it } from 'vitest'
import { openJournalReader } from '../../../server/store/journal-reader.ts'
import { published, temporaryConnection, temporaryFolder, temporaryStore } from './temporary.ts'

const kept = { period: '2025', edition: 1, sha256: 'a'.repeat(64), body: '{"format":"assessment-edition/1"}' }

describe('editions (封存)', () => {
  it('are written with the entries that speak of them, and read back by a worker too', async () => {
    const folder = temporaryFolder()
    const { journal, editions } = await temporaryStore({ folder })
    journal.append([published(1)], [], [kept])
    expect(editions.find('2025', 1)).toEqual(kept)
    expect(editions.find('2025', 2)).toBeUndefined()
    const reader = openJournalReader(folder)
    expect(reader.findEdition('2025', 1)).toEqual(kept)
    reader.close()
  })

  it('leave no entry behind when one of that name exists already: all or nothing', async () => {
    const { journal, editions } = await temporaryStore()
    journal.append([published(1)], [], [kept])
    expect(() => journal.append([published(2)], [], [{ ...kept, body: '{}' }])).toThrow(/UNIQUE/)
    expect([journal.count(), editions.find('2025', 1)?.body]).toEqual([1, kept.body])
  })

  it('cannot be changed or removed, by whatever program', async () => {
    const { raw } = await temporaryConnection()
    raw.prepare('insert into edition (period, edition, sha256, body) values (@period, @edition, @sha256, @body)').run(kept)
    for (const attempt of ["update edition set body = '{}'", 'delete from edition', "insert or replace into edition values ('2025', 1, 'b', '{}')"]) {
      expect(() => raw.exec(attempt)).toThrow(/append-only/)
    }
  })
})
