import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AppliesTo, Unit } from '../../../shared/catalogue/item.ts'
import { findUnits, owedBy, printedUnits, selectorsOf } from '../../../shared/catalogue/subjects.ts'
import { itemsOf } from './shipped-catalogues.ts'

const units = JSON.parse(readFileSync(new URL('../../../data/sample/units.json', import.meta.url), 'utf8')) as Unit[]
const idsOfKind = (...kinds: string[]) => units.filter((unit) => kinds.includes(unit.kind)).map((unit) => unit.id)
const appliesTo = (rest: Partial<AppliesTo>): AppliesTo => ({
  kinds: ['department', 'institution', 'vertical', 'street', 'town'],
  traits: [],
  reason: '测试',
  ...rest,
})

describe('selectorsOf()', () => {
  it.each([
    ['区政府各部 门（单位）', ['departments']],
    ['区政府各部 门', ['departments']],
    ['区政府 各部 门 (单 位)', ['departments']],
    ['各街道镇、 区政府各部 门（单位）', ['streets', 'departments']],
    ['区政府办公室、各街道 镇、区政府各部 门（单位）', ['区政府办公室', 'streets', 'departments']],
    ['区医 保局、 区社 会救 助管 理中 心', ['区医保局', '区社会救助管理中心']],
    ['', []],
  ])('selectorsOf() reads “%s”', (subjects, selectors) => {
    expect(selectorsOf(subjects, null)).toEqual(selectors)
  })

  it.each(['办公室', '待遇保障科、医疗管理科、经办服务科', ''])(
    'selectorsOf() resolves “%s” of a bureau’s catalogue to its owner',
    (subjects) => {
      expect(selectorsOf(subjects, 'D26')).toEqual(['D26'])
    },
  )
})

describe('findUnits()', () => {
  it.each([
    ['D26', 'D26'],
    ['云河区医疗保障局', 'D26'],
    ['区医保局', 'D26'],
    ['区医疗 保障局', 'D26'],
    ['区政府办公室', 'D01'],
    ['区社会救助管理中心', 'D33'],
  ])('findUnits() finds %s', (text, id) => {
    expect(findUnits(units, text).map((unit) => unit.id)).toEqual([id])
  })

  it('findUnits() finds nothing for an unknown or blank text, and every unit an ambiguous one names', () => {
    expect(findUnits(units, '区档案局')).toEqual([])
    expect(findUnits(units, ' ')).toEqual([])
    const [one, two] = units
    expect(
      findUnits(
        [
          { ...one!, aliases: ['甲局'] },
          { ...two!, aliases: ['甲局'] },
        ],
        '甲局',
      ),
    ).toHaveLength(2)
  })
})

describe('printedUnits()', () => {
  it('printedUnits() fans departments out to departments, institutions and vertical units', () => {
    expect(printedUnits({ selectors: ['departments'] }, units)).toEqual(idsOfKind('department', 'institution', 'vertical'))
  })

  it('printedUnits() fans streets out to streets and towns and names each unit once', () => {
    expect(printedUnits({ selectors: ['streets'] }, units)).toEqual(idsOfKind('street', 'town'))
    expect(printedUnits({ selectors: ['区政府办公室', 'streets', 'departments'] }, units)).toEqual(units.map((unit) => unit.id))
  })
})

describe('owedBy()', () => {
  it('owedBy() keeps the kinds and traits that fit, streets and towns without a trait', () => {
    const selectors = ['departments', 'streets']
    expect(owedBy({ selectors, appliesTo: appliesTo({ traits: ['permit'] }) }, units)).toEqual([
      'D06',
      'D11',
      'D23',
      'D24',
      'D37',
      'D38',
      'D39',
      ...idsOfKind('street', 'town'),
    ])
    expect(owedBy({ selectors, appliesTo: appliesTo({ kinds: ['vertical'] }) }, units)).toEqual(['D37', 'D38', 'D39'])
  })

  it('owedBy() is empty for a retired row', () => {
    expect(owedBy({ selectors: ['departments'], appliesTo: appliesTo({ kinds: [] }) }, units)).toEqual([])
  })

  it('owedBy() lets named units in whatever their traits, and never a unit that is not printed', () => {
    expect(owedBy({ selectors: ['区医保局'], appliesTo: appliesTo({ traits: ['permit'], named: ['D26', 'D33'] }) }, units)).toEqual(['D26'])
  })
})

/** The figures of domain.md §1 and §2, on the 53 units of the sample district. */
describe('who owes the two catalogues', () => {
  const district = itemsOf('district')
  const medical = itemsOf('medical-security')
  const rows = district.filter((item) => Object.keys(item.literal).length > 0 && !item.id.includes('~'))
  /** A group is one duty, its members open nothing; 事后公开 is two. */
  const duties = district.filter((item) => item.cadence.kind !== 'member')
  const owed = (id: string) => duties.filter((item) => owedBy(item, units).includes(id)).length

  it('printedUnits() makes 2,503 duties of the 68 rows read literally', () => {
    expect(rows).toHaveLength(68)
    expect(rows.reduce((sum, item) => sum + printedUnits(item, units).length, 0)).toBe(2503)
  })

  it('owedBy() leaves 1,268 of them, 39 of the district’s with the medical-security bureau', () => {
    expect(duties.reduce((sum, item) => sum + owedBy(item, units).length, 0)).toBe(1268)
    expect(owed('D26')).toBe(39)
  })

  it('owedBy() leaves streets and towns 13, institutions 13 to 15, vertical units 13 or 14, departments 32 on average', () => {
    expect(new Set(idsOfKind('street', 'town').map(owed))).toEqual(new Set([13]))
    expect(idsOfKind('institution').map(owed)).toEqual([15, 13, 14, 13, 13, 13])
    expect(idsOfKind('vertical').map(owed)).toEqual([14, 13, 14])
    const departments = idsOfKind('department').map(owed)
    expect(Math.round(departments.reduce((sum, each) => sum + each, 0) / departments.length)).toBe(32)
  })

  it('printedUnits() gives the bureau its 19 own rows; owedBy() drops the retired one and the two without a decision', () => {
    expect(medical.filter((item) => printedUnits(item, units).includes('D26'))).toHaveLength(19)
    expect(medical.filter((item) => !owedBy(item, units).includes('D26')).map((item) => item.id)).toEqual([
      'medical-68',
      'medical-90',
      'medical-286',
    ])
    expect(medical.every((item) => printedUnits(item, units).every((id) => id === 'D26'))).toBe(true)
  })
})
