import { expect, it } from 'vitest'
import { schemeVersionsOf, standingOf, versionBefore, versionOn } from '../../../shared/obligations/scheme-versions.ts'
import type { RecordedSetting } from '../../../shared/facts/setting.ts'
import { scheme } from '../../support/small-district.ts'

const recorded = (seq: number, effective: string): RecordedSetting => ({ seq, recordedAt: '2026-01-01T00:00:00.000Z', source: { feed: 'desk', account: 'admin' }, setting: { kind: 'scheme', effective, scheme } })
/** Recorded in this order: of 2025, of 2026 (twice), of 2027, and one put in before it. */
const versions = schemeVersionsOf([recorded(3, '2025-01-01'), recorded(5, '2026-01-01'), recorded(9, '2026-01-01'), recorded(11, '2027-01-01'), recorded(12, '2026-12-01')])
const today = '2026-06-30'

it.each([['2024-12-31', undefined], ['2025-01-01', 1], ['2025-12-31', 1], ['2026-01-01', 3], ['2026-11-30', 3], ['2026-12-01', 5], ['2027-01-01', 4]])('versionOn() %s is version %s', (day, n) => {
  expect(versionOn(versions, day)?.n).toBe(n)
})

it('standingOf() says which governs, which comes, which has been and which never had a day', () => {
  expect(versions.map((version) => standingOf(versions, version, today))).toEqual([
    { state: 'past', until: '2025-12-31' }, { state: 'replaced', replacedBy: 3 }, { state: 'inForce', until: '2026-11-30' },
    { state: 'coming', until: null }, { state: 'coming', until: '2026-12-31' },
  ])
})

it('versionBefore() is what governed a version\'s first day until it was recorded', () => {
  expect(versions.map((version) => versionBefore(versions, version)?.n)).toEqual([undefined, 1, 2, 3, 3])
})
