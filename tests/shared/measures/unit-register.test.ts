import { describe, expect, it } from 'vitest'
import type { Fact, RecordedFact } from '../../../shared/facts/fact.ts'
import { differencesOf } from '../../../shared/measures/month-closings.ts'
import { unitRegisterOf } from '../../../shared/measures/unit-register.ts'

const world = { day: '2026-04-08', supervisedFrom: '2025-01-01', units: new Map() }
const entries: RecordedFact[] = []
const say = (kind: string, day: string, over: object): void => {
  const seq = entries.length + 1
  entries.push({ seq, recordedAt: `${day}T02:00:00.000Z`, source: { feed: 'desk', account: 'clerk' }, fact: { kind, key: `k${seq}`, unit: 'A', item: 'doc', day, ...over } as Fact })
}
const story = (tell: () => void) => {
  entries.length = 0
  tell()
  return [...entries]
}
const counts = (made: number, proactive: number, onRequest: number, withheld: number) => ({ item: '*', made, proactive, onRequest, withheld })
const monthsOf = (facts: readonly RecordedFact[], over: object = {}) => unitRegisterOf(facts, { unit: 'A', year: 2026, world: { ...world, ...over } }).months

describe('unitRegisterOf(): 月度关账', () => {
  it('has the ended months of the year since supervision began, newest first, due on the 10th of the next', () => {
    expect(monthsOf([]).map(({ month, dueDay, state }) => [month, dueDay, state])).toEqual([
      ['2026-03', '2026-04-10', 'due'], ['2026-02', '2026-03-10', 'missing'], ['2026-01', '2026-02-10', 'missing']])
    expect(monthsOf([], { supervisedFrom: '2026-02-14' }).map(({ month }) => month)).toEqual(['2026-03', '2026-02'])
    expect(monthsOf([], { day: '2026-04-10' })[0]!.state).toBe('due')
    expect(monthsOf([], { day: '2026-04-11' })[0]!.state).toBe('missing')
  })

  it('tells a closing in time from a late one, and one filed again from its first', () => {
    const facts = story(() => {
      say('closed', '2026-02-10', { period: '2026-01', ...counts(0, 0, 0, 0) })
      say('closed', '2026-03-11', { period: '2026-02', ...counts(0, 0, 0, 0) })
      say('closed', '2026-03-20', { period: '2026-01', ...counts(1, 1, 0, 0) })
    })
    expect(monthsOf(facts).map(({ state, closing }) => [state, closing?.made])).toEqual([['due', undefined], ['closedLate', 0], ['closed', 1]])
  })

  it('counts what the store knows of the month: papers formed or exempted once each, those public by now, exemptions by kind', () => {
    const facts = story(() => {
      say('formed', '2026-03-02', { ref: 'R1', title: '一' })
      say('formed', '2026-03-03', { ref: 'R2', title: '二' })
      say('formed', '2026-03-09', { ref: 'R1', title: '一改' })
      say('formed', '2026-02-27', { ref: 'R0', title: '上月' })
      say('published', '2026-04-02', { ref: 'R1', title: '一', url: 'https://yunhe.gov.cn/1', channel: '政府网站' })
      say('exempt', '2026-03-05', { about: { ref: 'R2' }, exemptKind: 'onRequest', reason: '依申请' })
      say('exempt', '2026-03-06', { about: { ref: '不予公开-1' }, exemptKind: 'withheld', reason: '条例第十四条' })
      say('closed', '2026-04-03', { period: '2026-03', ...counts(5, 3, 1, 1) })
    })
    const [march] = monthsOf(facts)
    expect(march!.known).toEqual({ made: 3, published: 1, onRequest: 1, withheld: 1 })
    expect(march!.differences).toEqual([{ of: 'fewerRegistered', said: 5, known: 3 }])
  })

  it('reads a closing as it counts after corrections, and a voided one as none', () => {
    const closed = { period: '2026-03', ...counts(2, 2, 0, 0) }
    const corrected = (over: object) => story(() => {
      say('closed', '2026-04-03', closed)
      say('corrected', '2026-04-07', { item: '*', of: { feed: 'desk', key: 'k1' }, reason: '数错', ...over })
    })
    expect(monthsOf(corrected({ set: { made: 3, proactive: 3 } }))[0]!.closing).toMatchObject({ made: 3, proactive: 3 })
    expect(monthsOf(corrected({ void: true }))[0]).toMatchObject({ state: 'due', closing: null })
  })

  it('does not take a merged unit’s closing for its successor’s own', () => {
    const facts = story(() => say('closed', '2026-04-03', { period: '2026-03', namedUnit: 'Z', ...counts(2, 2, 0, 0) }))
    expect(monthsOf(facts)[0]).toMatchObject({ state: 'due', closing: null })
  })

  it('asks nothing of a merged unit for months after it', () => {
    expect(monthsOf([], { units: new Map([['A', { validTo: '2026-02-15' }]]) }).map(({ month }) => month)).toEqual(['2026-01'])
  })
})

describe('differencesOf()', () => {
  it.each([
    [{ made: 3, proactive: 2, onRequest: 1, withheld: 0 }, { made: 3, published: 0, onRequest: 1, withheld: 0 }, []],
    [{ made: 2, proactive: 2, onRequest: 0, withheld: 0 }, { made: 3, published: 2, onRequest: 0, withheld: 0 }, ['moreRegistered']],
    [{ made: 4, proactive: 2, onRequest: 1, withheld: 1 }, { made: 3, published: 2, onRequest: 0, withheld: 2 }, ['fewerRegistered', 'onRequest', 'withheld']],
  ])('of %o and %o is %o', (said, known, of) => {
    expect(differencesOf(said, known).map((each) => each.of)).toEqual(of)
  })
})
