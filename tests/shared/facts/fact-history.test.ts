import { describe, expect, it } from 'vitest'
import { factHistory } from '../../../shared/facts/fact-history.ts'
import type { RecordedFact } from '../../../shared/facts/fact.ts'

function recorded(seq: number, fact: Partial<RecordedFact['fact']> & { readonly kind: RecordedFact['fact']['kind'] }, feed = 'oa'): RecordedFact {
  return {
    seq, recordedAt: `2026-01-${String(seq).padStart(2, '0')}T01:00:00.000Z`, source: { feed, account: feed === 'desk' ? 'clerk' : undefined },
    fact: { key: `k${seq}`, unit: 'A', item: 'doc', day: '2026-01-01', ...fact },
  } as unknown as RecordedFact
}

const formed = recorded(1, { kind: 'formed' })
const published = recorded(2, { kind: 'published' })
const correction = recorded(3, { kind: 'corrected', of: { feed: 'oa', key: 'k1' }, set: { day: '2026-01-02' }, waits: true, reason: '日期录错' }, 'desk')
const other = recorded(4, { kind: 'corrected', of: { feed: 'oa', key: 'k9' }, void: true, reason: '' })
const confirm = recorded(5, { kind: 'corrected', of: { feed: 'desk', key: 'k3' }, confirm: true, reason: '属实' }, 'desk')

describe('factHistory()', () => {
  it('has the facts and their corrections in order of recording, others\' corrections left out', () => {
    const rows = factHistory([formed, published], [correction, other])
    expect(rows.map(({ seq, kind, corrects }) => [seq, kind, corrects])).toEqual([[1, 'formed', null], [2, 'published', null], [3, 'corrected', 1]])
    expect(rows[2]).toMatchObject({ feed: 'desk', account: 'clerk', recordedAt: '2026-01-03T01:00:00.000Z' })
  })

  it('names a correction that waits, until a supervisor confirms it by its own key', () => {
    expect(factHistory([formed], [correction])[0]!.correctedBy).toEqual([{ seq: 3, act: 'set', state: 'waiting', set: { day: '2026-01-02' }, reason: '日期录错' }])
    const [first, , last] = factHistory([formed], [correction, confirm])
    expect(first!.correctedBy.map(({ seq, act, state }) => [seq, act, state])).toEqual([[3, 'set', 'applied'], [5, 'confirm', 'applied']])
    expect(last!.corrects).toBe(1)
  })
})
