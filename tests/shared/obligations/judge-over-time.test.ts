import { describe, expect, it } from 'vitest'
import { districtCatalogue, itemOf, items, startingSettings, unitOf } from '../../support/small-district.ts'
import { Story } from '../../support/story.ts'

const oa = { feed: 'oa', ofRecord: true }
const url = 'https://yunhe.gov.cn/a'

function periodsOf(story: Story, unit: string, item: string, day: string): (readonly [string | null, string])[] {
  return story.obligations(day).filter((each) => each.unit === unit && each.item === item).map((each) => [each.period, each.status] as const)
}

describe('the day that opens an obligation decides what governs it', () => {
  const from = (effective: string, list: typeof items) => ({ kind: 'catalogueVersion', effective, catalogue: districtCatalogue({ version: '2', effective, items: list }) }) as const

  it('a version that drops a row ends what opens, not what opened', () => {
    const story = new Story().on('2025-06-20').setting(from('2025-07-01', items.filter((item) => item.id !== 'stats')))
    expect(periodsOf(story, 'B', 'stats', '2025-12-31')).toEqual([['2024-Q4', 'overdue'], ['2025-Q1', 'overdue']])
    expect(story.standing('B', 'stats', '2025-07-01')).toMatchObject({ applicable: false })
  })

  it('keeps what opened under a row that was claimed after the first day', () => {
    const unclaimed = startingSettings().filter(({ kind }) => kind !== 'dutyState')
    const story = new Story(unclaimed).on('2025-01-08').setting({ kind: 'dutyState', effective: '2025-01-08', duties: 'all', state: 'claimed', reason: '已认领' })
    const before = periodsOf(story, 'B', 'stats', '2025-06-30')
    story.on('2025-06-20').setting(from('2025-07-01', items.filter((item) => item.id !== 'stats')))
    expect(before.length).toBeGreaterThan(0)
    expect(periodsOf(story, 'B', 'stats', '2025-07-01')).toEqual(before)
  })

  it('a version with another cadence keeps the old slots and opens new ones from its day on', () => {
    const yearly = itemOf('stats', { kind: 'slots', origin: 'inferred', slots: [{ name: null, every: 'year', anchor: 'end', due: { kind: 'date', monthDay: '03-31', yearOffset: 1 } }] }, { category: 'c3' })
    const story = new Story().on('2025-06-20').setting(from('2025-07-01', items.map((item) => (item.id === 'stats' ? yearly : item))))
    expect(periodsOf(story, 'B', 'stats', '2026-04-30')).toEqual([['2025', 'overdue'], ['2024-Q4', 'overdue'], ['2025-Q1', 'overdue']])
  })

  it('a unit the office leaves out keeps what had opened', () => {
    const story = new Story().setting({ kind: 'applicability', effective: '2025-07-01', item: 'stats', units: ['A'], reason: '职责划转' })
    expect(periodsOf(story, 'B', 'stats', '2026-03-01')).toEqual([['2024-Q4', 'overdue'], ['2025-Q1', 'overdue']])
    expect(periodsOf(story, 'A', 'stats', '2026-03-01').length).toBeGreaterThan(2)
  })
})

describe('a merged unit\'s open papers', () => {
  const merged = () => new Story().on('2025-06-20').fact('formed', { unit: 'C', ref: 'OPEN' }, oa)
    .on('2025-06-25').setting({ kind: 'unitChange', effective: '2025-07-01', unit: unitOf('C', { validTo: '2025-06-30', successor: 'B' }) })

  it('are exempted, appealed and ruled on by what the successor says', () => {
    const exempt = merged().on('2025-07-03').fact('exempt', { unit: 'B', about: { ref: 'OPEN' }, exemptKind: 'onRequest', reason: '依申请' })
    expect(exempt.one('doc:OPEN@2025-06-20', '2025-09-01')).toMatchObject({ unit: 'B', status: 'exempt' })
    const disputed = merged().on('2025-08-01').fact('disputed', { unit: 'B', about: { obligation: 'C|doc|doc:OPEN@2025-06-20' }, reason: '有误' })
    expect(disputed.one('doc:OPEN@2025-06-20', '2025-09-01').flags).toEqual(['disputed'])
  })
})

describe('a fold holds only while the unit owes the district\'s row', () => {
  it('from 不适用 on the bureau\'s own row stands alone; what was folded before stays', () => {
    const story = new Story().on('2025-03-03').fact('formed', { item: 'b-doc', ref: 'R1' }, oa)
      .setting({ kind: 'dutyState', effective: '2025-06-01', duties: [{ unit: 'A', item: 'doc' }], state: 'notApplicable', reason: '职责划转' })
      .on('2025-07-01').fact('formed', { item: 'b-doc', ref: 'R2' }, oa)
    expect(story.one('doc:R1@2025-03-03', '2025-09-01')).toMatchObject({ item: 'doc', status: 'overdue' })
    expect(story.one('doc:R2@2025-07-01', '2025-09-01')).toMatchObject({ item: 'b-doc', status: 'overdue' })
  })
})

describe('titles', () => {
  it('a paper withheld after its due day shows no title either', () => {
    const story = new Story().on('2025-03-03').fact('formed', { ref: 'R1', title: '内部事项' }, oa).on('2025-06-03').fact('exempt', { about: { ref: 'R1' }, exemptKind: 'withheld', reason: '条例第十四条' })
    expect(story.one('doc:R1@2025-03-03', '2025-06-30')).toMatchObject({ status: 'late', lateBy: 'declaration', exemptKind: 'withheld', title: null, docNumber: null })
  })

  it('what just happened shows titles as corrected, and none of what was voided or taken down', () => {
    const story = new Story().on('2025-03-03').fact('published', { key: 'p1', title: '张三补助名单' }).fact('published', { key: 'p2', title: '误报' }).fact('published', { key: 'p3', title: '隐私', url })
    const titles = () => story.board('2025-03-10').recent.filter((each) => each.kind === 'published').map((each) => each.title)
    expect(titles()).toEqual(['隐私', '误报', '张三补助名单'])
    story.on('2025-03-04').fact('corrected', { of: { feed: 'cms', key: 'p1' }, set: { title: '张某某补助名单' }, reason: '隐私' })
      .fact('corrected', { of: { feed: 'cms', key: 'p2' }, void: true, reason: '误报' }).fact('withdrawn', { about: { url }, reason: 'privacy' })
    expect(titles()).toEqual([null, null, '张某某补助名单'])
  })
})

describe('withdrawals beyond documents', () => {
  it('a slot\'s page taken down for another reason is owed again', () => {
    const story = new Story().on('2025-04-10').fact('published', { unit: 'B', item: 'stats', period: '2025-Q1', url }).on('2025-05-06').fact('withdrawn', { unit: 'B', item: 'stats', about: { url }, reason: 'other' })
    expect(story.one('B|stats|period:2025-Q1', '2025-08-01')).toMatchObject({ status: 'onTime' })
    expect(story.one('B|stats|period:2025-Q1|republish:2025-05-06', '2025-08-01')).toMatchObject({ status: 'overdue', origin: 'republish' })
    story.on('2025-05-12').fact('published', { unit: 'B', item: 'stats', period: '2025-Q1', url })
    expect(story.one('B|stats|period:2025-Q1|republish:2025-05-06', '2025-08-01')).toMatchObject({ status: 'onTime', publishedDay: '2025-05-12' })
    expect(story.standing('B', 'stats', '2025-08-01')).toMatchObject({ covered: false })
  })

  it('a withdrawal of another paper leaves the standing page alone', () => {
    const story = new Story().on('2025-01-15').fact('published', { item: 'about', url }).on('2025-03-03').fact('withdrawn', { item: 'about', about: { ref: 'OTHER' }, reason: 'other' })
    expect(story.obligations('2025-03-10').filter((each) => each.unit === 'A' && each.item === 'about')).toHaveLength(1)
  })
})

describe('rulings', () => {
  it('dayIs settles what nobody could verify', () => {
    const story = new Story().on('2025-03-20').fact('formed', { ref: 'R1', day: '2025-03-03' }, { feed: 'desk' }).fact('published', { ref: 'R1', day: '2025-03-10' })
    expect(story.one('doc:R1@2025-03-03', '2025-03-31')).toMatchObject({ status: 'unverified' })
    story.on('2025-03-25').fact('ruled', { about: { ref: 'R1' }, verdict: 'dayIs', countsDay: '2025-03-10', reason: '有签发单' })
    expect(story.one('doc:R1@2025-03-03', '2025-03-31')).toMatchObject({ status: 'onTime' })
  })
})
