import { describe, expect, it } from 'vitest'
import type { Fact, RecordedFact } from '../../../shared/facts/fact.ts'
import { actsOf, heldMark, unitActs } from '../../../shared/obligations/assessment-acts.ts'

const K = '2026-03-01'
let seq = 0
const entry = (fact: Partial<Fact> & { kind: Fact['kind'] }, account = 'reviewer'): RecordedFact => {
  seq += 1
  return { seq, recordedAt: '2026-02-10T00:00:00.000Z', source: { feed: 'desk', account }, fact: { key: `k${seq}`, unit: 'A', item: '*', day: '2026-02-10', ...fact } as Fact }
}
const mark = (entryCode: string, points: number, over: object = {}) => entry({ kind: 'marked', year: 2025, entry: entryCode, points, reason: '有据', ...over } as Partial<Fact> & { kind: 'marked' })

describe('actsOf()', () => {
  it('keeps marks by unit and year, the last of an entry holding', () => {
    const acts = actsOf([mark('C1b', 1), mark('C1b', 0.5), mark('C1b', 1, { year: 2026 }), mark('D3b', 1)], K)
    expect(heldMark(unitActs(acts, 'A', 2025), 'C1b')?.fact.points).toBe(0.5)
    expect(heldMark(unitActs(acts, 'A', 2026), 'C1b')?.fact.points).toBe(1)
    expect(heldMark(unitActs(acts, 'B', 2025), 'C1b')).toBeUndefined()
    expect(unitActs(acts, 'A', 2025).marks).toHaveLength(3)
  })

  it('holds nothing where the last mark was taken back, and keeps what stood before on record', () => {
    const acts = unitActs(actsOf([mark('J1', 2), mark('J1', 0, { takeBack: true })], K), 'A', 2025)
    expect(heldMark(acts, 'J1')).toBeUndefined()
    expect(acts.marks).toHaveLength(2)
  })

  it('applies corrections: a mark voided by its writer is gone', () => {
    const first = mark('J1', 2)
    const voided = entry({ kind: 'corrected', of: { feed: 'desk', key: first.fact.key }, void: true, reason: '误填' })
    expect(heldMark(unitActs(actsOf([first, voided], K), 'A', 2025), 'J1')).toBeUndefined()
  })

  it('keeps the last inspection of each piece, told apart by what it is about', () => {
    const looked = (url: string, missing: string[]) => entry({ kind: 'inspected', item: 'doc', year: 2025, about: { url }, sample: 'S', present: ['标题'], missing } as never)
    const { inspections } = unitActs(actsOf([looked('https://a.cn/1', ['正文']), looked('https://a.cn/2', []), looked('http://a.cn/1/', [])], K), 'A', 2025)
    expect(inspections.map(({ fact }) => [fact.about, fact.missing])).toEqual([[{ url: 'http://a.cn/1/' }, []], [{ url: 'https://a.cn/2' }, []]])
  })

  it('does not take the same period of two rows for one piece', () => {
    const looked = (item: string) => entry({ kind: 'inspected', item, year: 2025, about: { period: '2025' }, sample: 'S', present: ['标题'] } as never)
    expect(unitActs(actsOf([looked('report'), looked('budget')], K), 'A', 2025).inspections).toHaveLength(2)
  })

  it('says who spoke, and gathers what units say of scores', () => {
    const acts = actsOf([entry({ kind: 'agreed', period: '2025', objects: true, reason: 'A1' }, 'clerk.A')], K)
    expect(acts.agreements).toMatchObject([{ by: 'clerk.A', feed: 'desk', fact: { unit: 'A', period: '2025', objects: true } }])
  })

  it('is empty for facts that are none of them', () => {
    expect(actsOf([entry({ kind: 'closed', period: '2025-01', made: 0, proactive: 0, onRequest: 0, withheld: 0 })], K).byUnit.size).toBe(0)
  })
})
