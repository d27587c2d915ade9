import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../shared/facts/fact.ts'
import type { Entry } from '../../../shared/facts/journal.ts'
import type { Setting } from '../../../shared/facts/setting.ts'
import { assessmentOf } from '../../../shared/assessment/assessment-of.ts'
import type { AssessmentResult } from '../../../shared/assessment/result.ts'
import { boardOf, partsOf } from '../../../shared/measures/board.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { scheme, startingSettings } from '../../support/small-district.ts'

const assessed = {
  ...scheme, leafCap: 1.5,
  groups: [...scheme.groups.map((group) => ({ ...group, leaves: group.leaves.map((leaf) => (leaf.code === 'A2' ? { ...leaf, points: 10 } : leaf)) })),
    { code: 'F', name: '抽查', leaves: [{ code: 'F1', name: '要素', points: 10, kind: 'ratio', measure: 'elementsComplete', full: 1, zero: 0, emptyMeans: 'skip', rule: '' } as const] }],
  bonus: { cap: 5, gateScore: 1, gateNoOverdueBeyond: 1000, entries: [{ code: 'J1', name: '推广', points: 2 }] },
  negative: [{ code: 'K1', name: '通报', points: 2 }], veto: { cap: 59.9, entries: ['伪造日期'] },
  bands: [{ name: '优秀', from: 90, topShare: 0.3 }, { name: '合格', from: 60 }, { name: '不合格', from: 0 }],
}

const said = (recordedAt: string, fact: object, n: number) => ({ recordedAt, source: { feed: 'desk', account: 'reviewer' }, fact: { key: `k${n}`, item: '*', day: '2026-02-01', year: 2025, ...fact } as Fact })

function journalOf(...facts: readonly object[]): Entry[] {
  const settings = startingSettings().map((setting): Setting => (setting.kind === 'scheme' ? { ...setting, scheme: assessed } : setting))
  const opening = settings.map((setting) => ({ recordedAt: '2025-01-01T01:00:00.000Z', source: { feed: 'admin' }, setting }))
  const papers = ['A', 'B', 'C'].flatMap((unit, n) => [
    { recordedAt: '2025-03-03T02:00:00.000Z', source: { feed: 'oa', ofRecord: true }, fact: { kind: 'formed', key: `f${n}`, unit, item: 'doc', day: '2025-03-03', ref: `R${n}`, title: '件' } },
    { recordedAt: '2025-03-05T02:00:00.000Z', source: { feed: 'cms' }, fact: { kind: 'published', key: `p${n}`, unit, item: 'doc', day: '2025-03-05', ref: `R${n}`, title: '件', url: `https://a.cn/${n}`, channel: '政府网站' } },
  ])
  return [...opening, ...papers, ...facts].map((entry, n) => ({ ...entry, seq: n + 1 }) as Entry)
}

function resultOf(journal: readonly Entry[], knownAt?: string): AssessmentResult {
  const { world, duties, revision } = judgementOf(journal, { day: '2025-12-31', ...(knownAt && { knownAt }) })
  return assessmentOf({ parts: partsOf(duties, world), world, revision })
}

const line = (result: AssessmentResult, unit: string) => result.units.find((each) => each.unit === unit)!
const late = '2026-02-01T02:00:00.000Z'
const bonus = said(late, { kind: 'marked', unit: 'A', entry: 'J1', points: 2, reason: '省里推广' }, 100)
const veto = said('2026-02-03T02:00:00.000Z', { kind: 'marked', unit: 'B', entry: 'veto', points: 1, vetoKind: '伪造日期', reason: '查实' }, 101)
const looked = said(late, { kind: 'inspected', unit: 'C', item: 'doc', about: { ref: 'R2' }, sample: 'S', present: ['标题'], missing: ['正文'] }, 102)

describe('assessmentOf()', () => {
  it('starts from the same score as the board of that day', () => {
    const journal = journalOf()
    const board = boardOf(journal, { day: '2025-12-31' })
    expect(resultOf(journal).units.map(({ unit, working, tally, onTime }) => ({ id: unit, score: working.score, tally, onTime })).sort((a, b) => (a.id < b.id ? -1 : 1)))
      .toEqual(board.units.map(({ id, score, tally, onTime }) => ({ id, score, tally, onTime })).sort((a, b) => (a.id < b.id ? -1 : 1)))
  })

  it('adds what people entered: bonus, elements inspected, veto; ranks and bands follow the final score', () => {
    const result = resultOf(journalOf(bonus, veto, looked))
    const [a, b, c] = ['A', 'B', 'C'].map((unit) => line(result, unit))
    expect(a).toMatchObject({ bonus: { given: 2 }, final: a!.working.score! + 2 })
    const plain = resultOf(journalOf())
    expect(line(plain, 'A').rank! >= line(plain, 'B').rank! && a!.rank! < b!.rank!).toBe(true)
    expect(b).toMatchObject({ veto: { name: '伪造日期', reason: '查实' } })
    expect(b!.final!).toBeLessThanOrEqual(59.9)
    expect(c!.working.leaves.find(({ code }) => code === 'F1')).toMatchObject({ skipped: false, inputs: { share: 0.5, pieces: 1 } })
    expect(line(result, 'V')).toMatchObject({ final: null, rank: null, band: null })
  })

  it('knows of them from the instant they are recorded, whatever day it is about', () => {
    const journal = journalOf(bonus, veto)
    expect(line(resultOf(journal, '2026-01-31T16:00:00.000Z'), 'A').bonus.entries).toEqual([])
    expect(line(resultOf(journal, late), 'A').bonus.given).toBe(2)
    expect(line(resultOf(journal, late), 'B').veto).toBeNull()
    expect(resultOf(journal, late)).toEqual(resultOf(journalOf(bonus), late))
  })

  it('leaves the scores of another year alone', () => {
    const other = said(late, { kind: 'marked', unit: 'A', entry: 'J1', points: 2, reason: '', year: 2026 }, 103)
    expect(resultOf(journalOf(other)).units).toEqual(resultOf(journalOf()).units)
  })

  it('lists appeals nobody has ruled on, and what the numbers rest on', () => {
    const appeal = { recordedAt: late, source: { feed: 'desk', account: 'clerk.A' }, fact: { kind: 'disputed', key: 'd', unit: 'A', item: 'doc', day: '2025-12-30', about: { ref: 'R0' }, reason: '有误' } }
    const result = resultOf(journalOf(appeal))
    expect(result.openAppeals).toMatchObject([{ unit: 'A', item: 'doc' }])
    expect(result.restsOn).toMatchObject({ scheme: { id: 'small', version: '1' }, catalogues: [{ id: 'district' }, {}], calendars: [{ year: 2025 }, { year: 2026 }] })
  })

  it('lists peer groups together, by rank, the unranked last', () => {
    const { units } = resultOf(journalOf(bonus))
    const groups = units.map(({ peerGroup }) => peerGroup)
    expect(groups.filter((group, n) => groups.indexOf(group) !== n && groups[n - 1] !== group)).toEqual([])
    const ranks = units.filter(({ peerGroup }) => peerGroup === units[0]!.peerGroup).map(({ rank }) => rank ?? Infinity)
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })
})
