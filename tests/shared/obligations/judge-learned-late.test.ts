import { describe, expect, it } from 'vitest'
import { districtCatalogue, itemOf, items, shippedYear, startingSettings } from '../../support/small-district.ts'
import { Story } from '../../support/story.ts'

const oa = { feed: 'oa', ofRecord: true }
const url = 'https://yunhe.gov.cn/a'

describe('what is learned late', () => {
  it.each([['first', 'down', 'back'], ['back', 'first', 'down'], ['down', 'back', 'first']] as const)('put back after a withdrawal is up, in whatever order it is learned: %s, %s, %s', (...order) => {
    const story = new Story().on('2025-06-30')
    const tell = {
      first: () => story.fact('published', { item: 'about', url, day: '2025-01-10' }),
      down: () => story.fact('withdrawn', { item: 'about', about: { url }, reason: 'other', day: '2025-03-03' }),
      back: () => story.fact('published', { item: 'about', url, day: '2025-03-10' }),
    }
    for (const each of order) tell[each]()
    expect(story.one('A|about|standing#2', '2025-06-30')).toMatchObject({ status: 'onTime', publishedDay: '2025-03-10' })
    expect(story.standing('A', 'about', '2025-06-30')).toMatchObject({ covered: true })
  })

  it('a notice entered late never turns an exemption or a 情况说明 filed in time late', () => {
    const without = shippedYear(2025)
    const strict = { ...without, days: without.days.filter((each) => each.name !== '劳动节' && each.name !== '清明节') }
    const story = new Story().on('2025-04-10').fact('formed', { ref: 'R1' }, oa)
    const [exempt, slot] = ['doc:R1@2025-04-10', 'B|stats|period:2025-Q1']
    const dueOf = (id: string) => story.one(id, '2025-04-11').dueDay!
    story.on(dueOf(slot)).fact('nothing', { unit: 'B', item: 'stats', about: { period: '2025-Q1' } })
    story.on(dueOf(exempt)).fact('exempt', { about: { ref: 'R1' }, exemptKind: 'withheld', reason: '条例第十六条' })
    story.on('2025-05-14').setting({ kind: 'calendarYear', effective: '2025-05-14', year: strict })
    expect([story.one(exempt, '2025-06-30').status, story.one(slot, '2025-06-30').status]).toEqual(['exempt', 'nothing'])
  })

  it('a second version leaves the first one governing its days, also where there is one catalogue only', () => {
    const stricter = items.map((item) => (item.id === 'doc' ? itemOf('doc', item.cadence, { deadline: { printed: '5个工作日内', rules: [{ kind: 'within', n: 5, unit: 'workday', after: 'formed' }] } }) : item))
    const settings = startingSettings().filter((each) => each.kind !== 'catalogueVersion' || each.catalogue.id === 'district')
    const story = new Story(settings).on('2025-06-01').setting({ kind: 'catalogueVersion', effective: '2025-07-01', catalogue: districtCatalogue({ version: '2', effective: '2025-07-01', items: stricter }) })
    story.on('2025-06-30').fact('formed', { ref: 'R1' }, oa)
    expect(story.one('doc:R1@2025-06-30', '2025-07-02').dueDay).toBe('2025-07-28')
  })
})
