import { describe, expect, it } from 'vitest'
import { sameFact } from '../../../shared/facts/same-fact.ts'
import type { CorrectedFact, Fact, NothingFact, PublishedFact } from '../../../shared/facts/fact.ts'

const page: PublishedFact = { kind: 'published', key: 'k', unit: 'D01', item: 'doc', day: '2026-03-02', title: '通知', url: 'https://a.cn/1', channel: '政府网站', refs: ['a', 'b'] }
const none: NothingFact = { kind: 'nothing', key: 'k', unit: 'D01', item: 'stats', day: '2026-03-02', about: { period: '2025-Q4' }, url: 'https://a.cn/2' }
const correction: CorrectedFact = { kind: 'corrected', key: 'k', unit: 'D01', item: 'doc', day: '2026-03-02', of: { feed: 'cms', key: 'a' }, void: true, reason: '错' }

describe('sameFact()', () => {
  const { title, ...rest } = page
  const cases: readonly (readonly [what: string, a: Fact, b: Fact, same: boolean])[] = [
    ['the same', page, { ...page }, true],
    ['another order of names', page, { title, ...rest }, true],
    ['another title', page, { ...page, title: '通告' }, false],
    ['another day', page, { ...page, day: '2026-03-03' }, false],
    ['one field more', page, { ...page, policy: false }, false],
    ['another order of a list', page, { ...page, refs: ['b', 'a'] }, false],
    ['another unit', page, { ...page, unit: 'D02' }, false],
    ['another kind', page, none, false],
    ['a declaration sent again the next day', none, { ...none, day: '2026-03-03' }, true],
    ['a correction that waits', { ...correction, waits: true }, correction, true],
    ['a unit that has a successor by now', page, { ...page, unit: 'D02', namedUnit: 'D01' }, true],
    ['the successor named directly', { ...page, unit: 'D02', namedUnit: 'D01' }, { ...page, unit: 'D02' }, true],
  ]
  it.each(cases)('compares %s', (_what, a, b, same) => {
    expect(sameFact(a, b)).toBe(same)
    expect(sameFact(b, a)).toBe(same)
  })
})
