import { describe, expect, it } from 'vitest'
import type { LiteralRow } from '../../../shared/catalogue/literal-row.ts'
import { readCatalogue } from '../../../shared/catalogue/read-catalogue.ts'

const twenty = '相关信息形成或变更之日起20个工作日内'
const plain = {
  公开内容: '内容',
  公开主体: '区政府各部门（单位）',
  公开渠道: '✓政府网站□政府公报',
  公开时限: twenty,
  公开属性: '✓主动公开 □依申请公开',
  公开方式: '□预公开 ✓全文发布',
  公开对象: '社会',
}
const levels = ['一级', '二级', '三级']

function row(line: number, names: string, cells: Record<string, string> = {}, page = 1): LiteralRow {
  const named = Object.fromEntries(levels.map((level, index) => [level, names.split('/')[index] ?? '']))
  return { line, page, levels, cells: { ...named, ...plain, ...cells } }
}

function read(...rows: LiteralRow[]) {
  return readCatalogue(rows, { id: 'district', prefix: 'district', owner: null })
}

describe('readCatalogue() on names', () => {
  it('readCatalogue() carries merged names down, without wrap spaces, and keeps the literal as printed', () => {
    const { items, categories } = read(row(5, '决策 公开/会议/部门会议'), row(6, '//听证 会'), row(7, '/预公 开'), row(8, '其他 注：①'))
    expect(items.map((item) => item.path)).toEqual([
      ['决策公开', '会议', '部门会议'],
      ['决策公开', '会议', '听证会'],
      ['决策公开', '预公开'],
      ['其他 注：①'],
    ])
    expect(items[1]!.literal).toMatchObject({ 三级: '听证 会' })
    expect(items[1]!.literal).not.toHaveProperty('一级')
    expect(items[1]!.literal).not.toHaveProperty('公开内容')
    expect(categories).toEqual([
      { id: 'district-c01', name: '决策公开' },
      { id: 'district-c02', name: '其他 注：①' },
    ])
    expect(items.map((item) => item.category)).toEqual(['district-c01', 'district-c01', 'district-c01', 'district-c02'])
  })

  it('readCatalogue() joins a category name split over a page break, and only there', () => {
    const split = read(row(5, '机关简/机构'), row(6, '/职责'), row(8, '介 绍/领导', {}, 2), row(9, '规划信息/专项', {}, 2))
    expect(split.items.map((item) => item.path[0])).toEqual(['机关简介', '机关简介', '机关简介', '规划信息'])
    expect(split.items.map((item) => item.doubts.map(({ code }) => code))).toEqual([['split-name'], ['split-name'], ['split-name'], []])
    expect(read(row(5, '机关简/机构'), row(6, '介绍/领导')).categories).toHaveLength(2)
    expect(read(row(5, '统计/甲'), row(7, '信息/乙', {}, 2)).items[1]!.path[0]).toBe('统计信息')
  })

  it('readCatalogue() leaves a row without any name unnamed beside the one above', () => {
    const [, nameless] = read(row(5, '甲类/乙/丙'), row(6, '')).items
    expect(nameless).toMatchObject({ id: 'district-6', path: ['甲类', '乙', '（未命名）'], doubts: [{ code: 'unnamed-row' }] })
  })
})

describe('readCatalogue() on blank and misplaced cells', () => {
  it('readCatalogue() leaves blank cells blank and proposes the cell above on the same page', () => {
    const [, blank] = read(row(5, '甲类'), row(6, '乙类', { 公开主体: '', 公开渠道: '', 公开时限: '' })).items
    expect(blank).toMatchObject({
      subjects: '',
      selectors: [],
      channels: { checked: [], offered: [] },
      deadline: { printed: '', rules: [{ kind: 'unstated' }] },
    })
    expect(blank!.doubts.map(({ code, repair }) => [code, repair?.field, repair?.value])).toEqual([
      ['merged-cell', 'subjects', { subjects: '区政府各部门（单位）', selectors: ['departments'] }],
      ['merged-cell', 'channels', { checked: ['政府网站'], offered: ['政府网站', '政府公报'] }],
      ['blank-deadline', 'deadline', { printed: twenty, rules: [{ kind: 'within', n: 20, unit: 'workday', after: 'formed' }] }],
    ])
  })

  it('readCatalogue() proposes nothing over a page break', () => {
    const [, blank] = read(row(5, '甲类甲类'), row(7, '乙类乙类', { 公开时限: '' }, 2)).items
    expect(blank!.doubts).toMatchObject([{ code: 'blank-deadline' }])
    expect(blank!.doubts[0]).not.toHaveProperty('repair')
  })

  it('readCatalogue() sees a row shifted by a column and proposes each value where it belongs', () => {
    const shifted = { 公开时限: '✓主动公开 □依申请公开 □不予公开', 公开属性: '□预公开 ✓全文发布', 公开方式: '社会', 公开对象: '' }
    const [, item] = read(row(5, '甲类'), row(6, '乙类', shifted)).items
    expect(item).toMatchObject({
      deadline: { printed: '', rules: [{ kind: 'unstated' }] },
      attribute: { checked: [] },
      methods: { checked: [] },
      audience: '',
    })
    expect(item!.literal['公开时限']).toBe(shifted['公开时限'])
    expect(item!.doubts.map(({ code, repair }) => [code, repair?.field])).toEqual([
      ['shifted-cell', 'deadline'],
      ['shifted-cell', 'attribute'],
      ['shifted-cell', 'methods'],
      ['shifted-cell', 'audience'],
    ])
  })

  it('readCatalogue() finds a deadline printed under the channels', () => {
    const [item] = read(row(5, '甲类', { 公开渠道: twenty, 公开时限: '' })).items
    expect(item!.channels.offered).toEqual([])
    expect(item!.doubts.find((doubt) => doubt.repair?.field === 'deadline')).toMatchObject({
      code: 'shifted-cell',
      repair: { value: { printed: twenty } },
    })
  })
})

describe('readCatalogue() on two duties in one cell', () => {
  it('readCatalogue() reads them into two items of the same line and literal, each with its rule', () => {
    const { items } = read(row(44, '管理公开/事后公开', { 公开时限: '执法结果信息形成后，7个工作日内公开；行政执法总体情况每年1月31日前' }))
    expect(items.map((item) => [item.id, item.path.at(-1), item.deadline.rules])).toEqual([
      ['district-44', '事后公开', [{ kind: 'within', n: 7, unit: 'workday', after: 'formed' }]],
      ['district-44~2', '事后公开（行政执法总体情况）', [{ kind: 'byDate', monthDay: '01-31' }]],
    ])
    expect(items[1]).toMatchObject({ line: 44, literal: items[0]!.literal, deadline: { printed: items[0]!.deadline.printed } })
  })
})

describe('readCatalogue() on a bureau’s catalogue', () => {
  it('readCatalogue() resolves sections and blank subjects to the owner and reads tick columns', () => {
    const ticks = { 公开主体: '', 全社会: '√', 特定群众: '', 主动: '√', 依申请公开: '' }
    const { 公开属性: _, 公开方式: __, 公开对象: ___, ...columns } = plain
    const cells = { 一级: '甲类', 二级: '', 三级: '', ...columns, ...ticks }
    const [item] = readCatalogue([{ line: 27, page: 1, levels, cells }], { id: 'medical-security', prefix: 'medical', owner: 'D26' }).items
    expect(item).toMatchObject({
      id: 'medical-27',
      selectors: ['D26'],
      audience: '全社会',
      attribute: { checked: ['主动公开'], offered: ['主动公开', '依申请公开'] },
      methods: { checked: [], offered: [] },
      doubts: [{ code: 'blank-subjects' }],
    })
  })
})
