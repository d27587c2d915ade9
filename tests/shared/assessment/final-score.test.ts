import { describe, expect, it } from 'vitest'
import type { MarkedFact } from '../../../shared/facts/act.ts'
import { bonusOf, finalScore, negativeOf, vetoOf } from '../../../shared/assessment/final-score.ts'
import { unitActs, foldedActs, type UnitActs } from '../../../shared/obligations/assessment-acts.ts'
import type { RecordedFact } from '../../../shared/facts/fact.ts'

const scheme = {
  bonus: { cap: 5, gateScore: 85, gateNoOverdueBeyond: 20, entries: [{ code: 'J1', name: '推广', points: 2 }, { code: 'J2', name: '表扬', points: 1 }, { code: 'J3', name: '创新', points: 4 }] },
  negative: [{ code: 'K1', name: '被通报', points: 2 }], veto: { cap: 59.9, entries: ['伪造日期'] },
}

function actsOf(...marks: readonly Partial<MarkedFact>[]): UnitActs {
  const entries = marks.map((mark, n): RecordedFact => ({
    seq: n + 1, recordedAt: '2026-02-01T02:00:00.000Z', source: { feed: 'desk', account: 'reviewer' },
    fact: { kind: 'marked', key: `m${n}`, unit: 'A', item: '*', day: '2026-02-01', year: 2025, entry: 'J1', points: 1, reason: '有文件', ...mark },
  }))
  return unitActs(foldedActs(entries, '2026-02-01'), 'A', 2025)
}

describe('bonusOf()', () => {
  const open = { score: 90, longestOverdue: 0 }
  const cases: readonly (readonly [string, UnitActs, { readonly score: number | null; readonly longestOverdue: number }, number, string])[] = [
    ['nothing was entered', actsOf(), open, 0, ''],
    ['all of it counts', actsOf({ points: 2 }, { entry: 'J2', points: 1 }), open, 3, ''],
    ['no more than the cap counts', actsOf({ points: 2 }, { entry: 'J3', points: 4 }), open, 5, '加分合计以 5 分为限'],
    ['the gate of the score is shut', actsOf({ points: 2 }), { ...open, score: 84.99 }, 0, '测算分低于 85 分，不计加分'],
    ['the gate of the score is just open', actsOf({ points: 2 }), { ...open, score: 85 }, 2, ''],
    ['something is overdue for long', actsOf({ points: 2 }), { ...open, longestOverdue: 21 }, 0, '有逾期超过 20 个工作日的，不计加分'],
    ['the twentieth day is not yet long', actsOf({ points: 2 }), { ...open, longestOverdue: 20 }, 2, ''],
    ['there is no score', actsOf({ points: 2 }), { ...open, score: null }, 0, '没有得分，不计加分'],
    ['the last mark of an entry holds', actsOf({ points: 2 }, { points: 1 }), open, 1, ''],
    ['a mark taken back counts for nothing', actsOf({ points: 2 }, { points: 0, takeBack: true }), open, 0, ''],
  ]
  it.each(cases)('says what counts where %s', (_what, acts, gated, given, note) => {
    expect(bonusOf(scheme, acts, gated)).toMatchObject({ given, note })
  })
})

describe('negativeOf()', () => {
  it('takes points for each time and keeps reason, name and who', () => {
    expect(negativeOf(scheme, actsOf({ entry: 'K1', points: 2, reason: '省市各一次' }))).toEqual({
      lost: 4, entries: [{ code: 'K1', name: '被通报', points: 4, reason: '省市各一次', attachments: [], by: 'reviewer', at: '2026-02-01T02:00:00.000Z', seq: 1 }],
    })
  })

  it('shows nothing for none', () => {
    expect(negativeOf(scheme, actsOf({ entry: 'K1', points: 0 }))).toEqual({ lost: 0, entries: [] })
  })
})

describe('finalScore()', () => {
  const cases: readonly (readonly [string, Parameters<typeof finalScore>[1], number | null])[] = [
    ['adds and takes', { score: 88.5, bonus: 3, lost: 2, veto: false }, 89.5],
    ['is never below nothing', { score: 1, bonus: 0, lost: 4, veto: false }, 0],
    ['may exceed a hundred by its bonus', { score: 99, bonus: 3, lost: 0, veto: false }, 102],
    ['is capped by a veto', { score: 96, bonus: 0, lost: 0, veto: true }, 59.9],
    ['stays lower than the cap where it was lower', { score: 40, bonus: 0, lost: 0, veto: true }, 40],
    ['is none where there is no score', { score: null, bonus: 0, lost: 0, veto: true }, null],
    ['has two decimals', { score: 80.1, bonus: 0.2, lost: 0, veto: false }, 80.3],
  ]
  it.each(cases)('%s', (_what, parts, final) => {
    expect(finalScore(scheme, parts)).toBe(final)
  })
})

describe('vetoOf()', () => {
  it('is what a person entered with its kind and reason, and gone when taken back', () => {
    expect(vetoOf(actsOf({ entry: 'veto', points: 1, vetoKind: '伪造日期', reason: '成文日期改动' }))).toMatchObject({ name: '伪造日期', reason: '成文日期改动', by: 'reviewer' })
    expect(vetoOf(actsOf({ entry: 'veto', points: 1, vetoKind: '伪造日期' }, { entry: 'veto', points: 0, takeBack: true }))).toBeNull()
  })
})
