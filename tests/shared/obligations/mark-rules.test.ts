import { describe, expect, it } from 'vitest'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import type { ActDraft } from '../../../shared/facts/fact-context.ts'
import type { RecordedFact } from '../../../shared/facts/fact.ts'
import { refusedAct } from '../../../shared/obligations/act-rules.ts'
import { foldedActs } from '../../../shared/obligations/assessment-acts.ts'
import type { World } from '../../../shared/obligations/world.ts'
import { scheme, unitOf } from '../../support/small-district.ts'
import { shippedCalendar } from '../time/calendar-files.ts'

const leaf = { name: '人工', points: 4, kind: 'manual', measure: 'none', emptyMeans: 'skip', rule: '' } as const
const marked = {
  units: new Map([unitOf('A'), unitOf('V', { kind: 'vertical' })].map((unit) => [unit.id, unit])),
  scheme: {
    ...scheme, groups: [...scheme.groups, { code: 'C', name: '人工', leaves: [{ ...leaf, code: 'C1b' }] }],
    bonus: { cap: 5, gateScore: 85, gateNoOverdueBeyond: 20, entries: [{ code: 'J1', name: '推广', points: 2 }] },
    negative: [{ code: 'K1', name: '通报', points: 2 }], veto: { cap: 59.9, entries: ['伪造日期'] },
  },
}
const world = { ...marked, day: '2026-06-30', schemes: [], calendar: shippedCalendar(), proposals: [], settlements: [], samples: [{ id: 'S', year: 2025 } as World['samples'][number]] }
const mark = (over: object = {}): ActDraft => ({ kind: 'marked', unit: 'A', item: '*', year: 2025, entry: 'C1b', points: 3, reason: '齐全', ...over }) as ActDraft
const inspection = (over: object = {}): ActDraft => ({ kind: 'inspected', unit: 'A', item: 'doc', year: 2025, about: { url: 'https://a.gov.cn/1' }, sample: 'S', present: ['标题'], ...over }) as ActDraft
const recorded = (seq: number, draft: ActDraft, account = 'r1'): RecordedFact =>
  ({ seq, recordedAt: '2026-02-01T00:00:00.000Z', source: { feed: 'desk', account }, fact: { ...draft, key: `k${seq}`, day: '2026-02-01' } }) as RecordedFact

const codeOf = (draft: ActDraft, ...before: RecordedFact[]) => refusedAct({ draft, account: 'r2', world: { ...world, acts: foldedActs(before, '2026-02-01') } })?.code

describe('refusedAct() of a mark', () => {
  const cases: readonly (readonly [string, ActDraft, string | undefined])[] = [
    ['takes points of a leaf nothing reckons', mark(), undefined],
    ['takes all its points', mark({ points: 4 }), undefined],
    ['refuses more than is printed', mark({ points: 4.01 }), 'too-many-points'],
    ['refuses a leaf the system reckons', mark({ entry: 'A1' }), 'reckoned'],
    ['takes a bonus up to its points', mark({ entry: 'J1', points: 2 }), undefined],
    ['refuses a bonus beyond them', mark({ entry: 'J1', points: 3 }), 'too-many-points'],
    ['takes a deduction by times', mark({ entry: 'K1', points: 3 }), undefined],
    ['refuses half a time', mark({ entry: 'K1', points: 0.5 }), 'bad-value'],
    ['takes a veto of a known kind', mark({ entry: 'veto', points: 1, vetoKind: '伪造日期' }), undefined],
    ['refuses a veto of no kind', mark({ entry: 'veto', points: 1 }), 'unknown-veto'],
    ['refuses an entry the scheme has not', mark({ entry: 'Z9' }), 'unknown-entry'],
    ['takes back whatever was entered, even under an older scheme', mark({ entry: 'Z9', takeBack: true, points: 0 }), undefined],
    ['refuses a vertical unit, which has no score', mark({ unit: 'V' }), 'not-scored'],
  ]
  it.each(cases)('%s', (_what, draft, code) => {
    expect(codeOf(draft)).toBe(code)
  })

  it('never overwrites another mark silently: the second writer must have seen the first', () => {
    const first = recorded(7, mark())
    expect(codeOf(mark({ after: 0, points: 2 }), first)).toBe('marked-meanwhile')
    expect(codeOf(mark({ after: 7, points: 2 }), first)).toBeUndefined()
    expect(codeOf(mark({ after: 7, points: 2 }), first, recorded(8, mark({ points: 1 })))).toBe('marked-meanwhile')
    expect(codeOf(mark({ after: 0, year: 2026 }), first)).toBeUndefined()
  })

  it('reads a year by the scheme that governed its last day, whatever governs today', () => {
    const version = (n: number, effective: string, governs: Scheme) => ({ n, seq: n, recordedAt: '2025-01-01T00:00:00.000Z', by: null, effective, scheme: governs })
    const schemes = [version(1, '2025-01-01', world.scheme), version(2, '2026-01-01', { ...scheme, bonus: world.scheme.bonus, negative: [], veto: world.scheme.veto })]
    const at = (year: number) => refusedAct({ draft: mark({ year }), account: 'r2', world: { ...world, scheme: schemes[1]!.scheme, schemes, acts: foldedActs([], '2026-02-01') } })?.code
    expect([at(2025), at(2026)]).toEqual([undefined, 'unknown-entry'])
  })

  it('says who marked meanwhile, and what', () => {
    const refused = refusedAct({ draft: mark({ after: 0 }), account: 'r2', world: { ...world, acts: foldedActs([recorded(7, mark())], '2026-02-01') } })
    expect(refused?.message).toContain('r1')
    expect(refused?.message).toContain('3 分')
  })
})

describe('refusedAct() of an inspection', () => {
  it('never overwrites another one silently, the same page told by its address', () => {
    const first = recorded(7, inspection())
    expect(codeOf(inspection({ after: 0, about: { url: 'http://a.gov.cn/1/' } }), first)).toBe('inspected-meanwhile')
    expect(codeOf(inspection({ after: 7 }), first)).toBeUndefined()
    expect(codeOf(inspection({ after: 0, about: { url: 'https://a.gov.cn/2' } }), first)).toBeUndefined()
    expect(codeOf(inspection(), first)).toBeUndefined()
  })

  it('belongs to a sample that was drawn, of its year', () => {
    expect(codeOf(inspection({ sample: 'T' }))).toBe('unknown-sample')
    expect(codeOf(inspection({ year: 2026 }))).toBe('unknown-sample')
    expect(codeOf({ kind: 'spotted', unit: 'A', item: 'doc', year: 2025, sample: 'T', from: 'site', title: '件', url: 'https://a.gov.cn/1' } as ActDraft)).toBe('unknown-sample')
  })
})
