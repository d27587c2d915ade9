import { describe, expect, it } from 'vitest'
import type { RecordedSetting } from '../../../shared/facts/setting.ts'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import { worldOf } from '../../../shared/obligations/world-of.ts'
import { Story } from '../../support/story.ts'

const settingsOf = (story: Story) => story.entries.filter((entry): entry is RecordedSetting => !isFactEntry(entry))
const withdrawn = { kind: 'dutyState', effective: '2026-02-01', duties: [{ unit: 'A', item: 'doc' }], state: 'notApplicable', reason: '职责划转' } as const

describe('worldOf()', () => {
  it('shares what the same settings make between days, and nothing where one more is in force', () => {
    const settings = settingsOf(new Story().setting(withdrawn))
    const at = (day: string) => worldOf(settings, { day, knownAt: null })
    expect(at('2026-01-20').duties).toBe(at('2026-01-31').duties)
    expect(at('2026-02-01').duties).not.toBe(at('2026-01-31').duties)
    expect([at('2026-01-31'), at('2026-02-01')].map(({ duties }) => duties.get('A|doc')?.state)).toEqual(['claimed', 'notApplicable'])
    expect(at('2026-01-31').day).toBe('2026-01-31')
  })

  it('a world made of shared settings equals one folded from the same settings anew', () => {
    const settings = settingsOf(new Story().setting(withdrawn))
    const anew = settings.map((each) => ({ ...each }))
    for (const day of ['2026-01-10', '2026-01-31', '2026-02-01', '2026-02-01']) {
      const [kept, fresh] = [settings, anew].map((each) => worldOf(each, { day, knownAt: null }))
      const plain = ({ calendar: _calendar, calendarKnownAt: _known, ...rest }: typeof kept & object) => rest
      expect(plain(kept!)).toEqual(plain(fresh!))
    }
  })

  it('a setting of the assessment makes no new duties', () => {
    const settings = settingsOf(new Story())
    const before = worldOf(settings, { day: '2026-03-10', knownAt: null })
    const proposed: RecordedSetting = {
      seq: 999, recordedAt: '2026-03-10T01:00:00.000Z', source: { feed: 'desk', account: 'r' },
      setting: { kind: 'scoreProposed', effective: '2026-03-10', proposal: {} } as unknown as RecordedSetting['setting'],
    }
    const after = worldOf([...settings, proposed], { day: '2026-03-10', knownAt: null })
    expect(after.duties).toBe(before.duties)
    expect([before.proposals.length, after.proposals.length]).toEqual([0, 1])
  })
})
