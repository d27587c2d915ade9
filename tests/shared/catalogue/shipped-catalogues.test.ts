import { describe, expect, it } from 'vitest'
import { doubtTitles } from '../../../shared/catalogue/doubt-titles.ts'
import type { Item, Slot } from '../../../shared/catalogue/item.ts'
import { isRefused, readStatutoryFile } from '../../../shared/catalogue/read-catalogue-file.ts'
import { readDeadline } from '../../../shared/catalogue/read-deadline.ts'
import { must } from '../../../shared/must.ts'
import { catalogueOf, fileOf, itemsOf } from './shipped-catalogues.ts'

const district = itemsOf('district')
const medical = itemsOf('medical-security')
const all = [...district, ...medical]
const itemOf = (id: string) =>
  must(
    all.find((item) => item.id === id),
    id,
  )
const codesOf = (id: string) => itemOf(id).doubts.map(({ code }) => code)
const slotsOf = (item: Item): readonly Slot[] => (item.cadence.kind === 'slots' ? item.cadence.slots : [])

const districtLines = [
  5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38, 39, 40, 42, 43, 44,
  45, 46, 47, 48, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 73, 74, 75, 76, 77, 78, 79,
]
const medicalLines = [27, 47, 68, 90, 114, 135, 156, 179, 199, 220, 243, 264, 286, 307, 332, 354, 376, 399, 420]

describe('the shipped catalogues', () => {
  it('hold all 68 and 19 rows in document order, a second duty and a group beside them', () => {
    const rows = district.filter((item) => Object.keys(item.literal).length > 0 && !item.id.includes('~'))
    expect(rows.map((item) => item.line)).toEqual(districtLines)
    expect(rows.map((item) => item.id)).toEqual(districtLines.map((line) => `district-${line}`))
    expect(medical.map((item) => item.id)).toEqual(medicalLines.map((line) => `medical-${line}`))
    expect(district.filter((item) => !rows.includes(item)).map((item) => item.id)).toEqual(['district-44~2', 'district-g51'])
  })

  it('name 19 categories by heads of at most four characters, in document order', () => {
    expect(catalogueOf('district').categories.map((each) => each.shortName)).toEqual([
      '履职依据',
      '机关简介',
      '规划信息',
      '统计信息',
      '行政许可',
      '行政处罚',
      '预决算',
      '人事信息',
      '决策公开',
      '权力运行',
      '随机抽查',
      '执法公示',
      '结果公开',
      '应急管理',
      '解读回应',
      '业务工作',
      '政务公开',
      '财税绩效',
      '重点领域',
    ])
    expect(new Set(district.map((item) => item.category)).size).toBe(19)
  })

  it('give every item one id, and only known doubt codes with a Chinese sentence', () => {
    expect(new Set(all.map((item) => item.id)).size).toBe(all.length)
    for (const { code, message } of all.flatMap((item) => item.doubts)) {
      expect(doubtTitles).toHaveProperty(code)
      expect(message).toMatch(/\p{Script=Han}.*。$/u)
    }
  })

  it('read every printed deadline as its phrase reads, a compound one rule an item', () => {
    for (const item of all) {
      const { rules } = readDeadline(item.deadline.printed)
      const index = item.id.endsWith('~2') ? 1 : 0
      expect([item.id, item.deadline.rules]).toEqual([item.id, rules.length > 1 ? [rules[index]] : rules])
    }
  })

  it('keep 3 to 8 working days down the interpretation rows as printed, five of them doubted', () => {
    const limits = [51, 52, 53, 54, 55, 56].map((line) => itemOf(`district-${line}`).deadline.rules)
    expect(limits).toEqual([3, 4, 5, 6, 7, 8].map((n) => [{ kind: 'within', n, unit: 'workday', after: 'policyPublished' }]))
    expect([51, 52, 53, 54, 55, 56].filter((line) => codesOf(`district-${line}`).includes('fill-down-deadline'))).toEqual([
      52, 53, 54, 55, 56,
    ])
  })

  it('make 文件解读 a group whose smallest limit is 3 working days and whose members open nothing', () => {
    const group = itemOf('district-g51')
    expect(group).toMatchObject({
      line: 51,
      literal: {},
      cadence: { kind: 'followUp' },
      path: ['其他 注：①', '政策解读与回应', '文件解读'],
    })
    expect(group.deadline.rules).toEqual([{ kind: 'within', n: 3, unit: 'workday', after: 'policyPublished' }])
    expect(group.members).toEqual([51, 52, 53, 54, 55, 56, 57].map((line) => `district-${line}`))
    expect(all.filter((item) => item.cadence.kind === 'member').map((item) => item.id)).toEqual(group.members)
    expect(itemOf('district-58').cadence).toMatchObject({ kind: 'asFormed', cycleMonths: null })
  })

  it('fold 13 of the bureau’s rows into district items that exist', () => {
    const folds = medical.flatMap((item) => (item.sameAs === undefined ? [] : [[item.id, item.sameAs]]))
    expect(folds).toHaveLength(13)
    for (const [, target] of folds) expect(district.map((item) => item.id)).toContain(target)
    expect(itemOf('medical-332').sameAs).toBe('district-g51')
    expect(folds.every(([id]) => codesOf(id!).includes('same-item'))).toBe(true)
  })

  it.each([
    ['district-19', 'copied-content'],
    ['district-10', 'split-name'],
    ['district-13', 'split-name'],
    ['district-20', 'statutory-conflict'],
    ['district-23', 'shifted-cell'],
    ['district-31', 'repeated-options'],
    ['district-34', 'truncated-content'],
    ['district-35', 'option-marks'],
    ['district-36', 'unnamed-row'],
    ['district-38', 'subject-wording'],
    ['district-43', 'shifted-cell'],
    ['district-44', 'compound-deadline'],
    ['district-45', 'blank-deadline'],
    ['district-55', 'unnamed-row'],
    ['district-64', 'statutory-conflict'],
    ['district-67', 'truncated-deadline'],
    ['district-71', 'shifted-cell'],
    ['district-75', 'merged-cell'],
    ['district-7', 'option-spelling'],
    ['medical-114', 'outdated-basis'],
    ['medical-286', 'outdated-topic'],
    ['medical-420', 'truncated-options'],
    ['medical-68', 'blank-subjects'],
    ['district-61', 'odd-title'],
  ])('doubt %s for %s', (id, code) => {
    expect(codesOf(id)).toContain(code)
  })

  it.each([75, 76, 77, 78, 79])('leave row %i without subject, channel and deadline, and propose those of row 74', (line) => {
    const item = itemOf(`district-${line}`)
    expect(item).toMatchObject({
      subjects: '',
      selectors: [],
      channels: { checked: [], offered: [] },
      deadline: { printed: '', rules: [{ kind: 'unstated' }] },
    })
    const above = itemOf('district-74')
    const proposed = (field: string) => item.doubts.find((doubt) => doubt.repair?.field === field)?.repair?.value
    expect(proposed('subjects')).toEqual({ subjects: '区医保局', selectors: ['区医保局'] })
    expect(proposed('channels')).toEqual(above.channels)
    expect(proposed('deadline')).toEqual(above.deadline)
  })

  it('give elements to every row that prints its content, and propose some to every other', () => {
    for (const item of all.filter((each) => each.literal['公开内容'] === undefined)) {
      const proposed = item.doubts.some(({ code, repair }) => code === 'blank-content' && repair?.field === 'content')
      expect([item.id, item.elements.length > 0]).toEqual([item.id, !proposed])
    }
  })
})

describe('the cadences', () => {
  it('give each slot of an item a name of its own, or none where it is the only one', () => {
    for (const item of all) {
      const names = slotsOf(item).map((slot) => slot.name)
      expect([item.id, new Set(names).size]).toEqual([item.id, names.length])
      if (names.length > 1) expect(names).not.toContain(null)
    }
  })

  it('hang 预决算 on the approval with a backstop in the year it is due', () => {
    const event = (monthDay: string, yearOffset: number) => ({
      kind: 'event',
      n: 20,
      unit: 'calendarDay',
      backstop: { monthDay, yearOffset },
    })
    expect(slotsOf(itemOf('district-20'))).toEqual([
      { name: 'budget', every: 'year', anchor: 'start', due: event('03-31', 0) },
      { name: 'final', every: 'year', anchor: 'end', due: event('10-31', 1) },
    ])
  })

  it('are stated only where the catalogue or a law names the frequency', () => {
    const stated = all.filter((item) => item.cadence.kind === 'slots' && item.cadence.origin === 'stated').map((item) => item.id)
    expect(stated).toEqual(['district-20', 'district-44~2', 'district-64', 'medical-354', 'medical-399'])
  })

  it('name the plan of both catalogues alike so that it folds, and make the overrides of 统计局 and of streets', () => {
    expect(slotsOf(itemOf('district-16')).map((slot) => slot.name)).toEqual(['plan'])
    expect(slotsOf(itemOf('medical-114')).map((slot) => slot.name)).toEqual(['plan', 'summary'])
    expect(itemOf('district-17').cadenceOverrides).toMatchObject([{ units: ['D25'], cadence: { slots: [{ every: 'month' }] } }])
    expect(itemOf('district-25').cadenceOverrides).toMatchObject([
      { kinds: ['street', 'town'], cadence: { slots: [{ every: 'year', due: { monthDay: '12-31' } }] } },
    ])
  })

  it('accept no 情况说明 for what always exists', () => {
    expect(all.filter((item) => item.alwaysExists).map((item) => item.id)).toEqual([
      'district-10',
      'district-11',
      'district-13',
      'district-16',
      'district-20',
      'district-39',
      'district-63',
      'district-64',
      'medical-114',
      'medical-199',
      'medical-220',
      'medical-243',
      'medical-420',
    ])
  })
})

describe('the statutory table', () => {
  it('speaks of items and slots that exist', () => {
    const rules = readStatutoryFile(fileOf('statutory'))
    if (isRefused(rules)) throw new Error(rules[0]!.message)
    for (const { item, slot } of rules) {
      const names = slotsOf(itemOf(item)).map(({ name }) => name)
      expect([item, slot === undefined || names.includes(slot)]).toEqual([item, true])
    }
    expect(rules.find((rule) => rule.item === 'district-64')).toEqual({
      item: 'district-64',
      rule: { kind: 'byDate', monthDay: '01-31' },
      article: '《政府信息公开条例》第四十九条',
    })
  })
})
