import { describe, expect, it } from 'vitest'
import { applyRepair } from '../../../shared/catalogue/apply-repair.ts'
import { must } from '../../../shared/must.ts'
import { itemsOf } from './shipped-catalogues.ts'

const items = [...itemsOf('district'), ...itemsOf('medical-security')]
const itemOf = (id: string) =>
  must(
    items.find((item) => item.id === id),
    id,
  )
const repairOf = (id: string, code: string, field: string) =>
  must(itemOf(id).doubts.find((doubt) => doubt.code === code && doubt.repair?.field === field)?.repair, `${id} ${code} ${field}`)

describe('applyRepair()', () => {
  it('applyRepair() reads a filled-down limit as 3 working days', () => {
    expect(applyRepair(itemOf('district-52'), repairOf('district-52', 'fill-down-deadline', 'deadline')).deadline).toEqual({
      printed: '政策文件发布后3个工作日内',
      rules: [{ kind: 'within', n: 3, unit: 'workday', after: 'policyPublished' }],
    })
  })

  it('applyRepair() gives a blank subject the merged cell’s words and selectors', () => {
    expect(applyRepair(itemOf('district-75'), repairOf('district-75', 'merged-cell', 'subjects'))).toMatchObject({
      subjects: '区医保局',
      selectors: ['区医保局'],
    })
  })

  it('applyRepair() replaces the last name of the path, or the whole path', () => {
    expect(applyRepair(itemOf('district-36'), repairOf('district-36', 'unnamed-row', 'name')).path).toEqual([
      '行政权力运行公开',
      '优化营商环境',
      '压减行政许可',
    ])
    expect(applyRepair(itemOf('medical-264'), repairOf('medical-264', 'merged-cell', 'path')).path).toEqual(['管理和服务', '权责清单'])
  })

  it('applyRepair() replaces the elements, the audience and who may owe the row', () => {
    expect(applyRepair(itemOf('district-19'), repairOf('district-19', 'copied-content', 'content')).elements).toContain('处罚决定书文号')
    expect(applyRepair(itemOf('district-43'), repairOf('district-43', 'shifted-cell', 'audience')).audience).toBe('社会')
    expect(applyRepair(itemOf('district-20'), repairOf('district-20', 'missing-subjects', 'appliesTo')).appliesTo.kinds).toContain('town')
  })

  it('applyRepair() leaves the reading of a corrected basis and of no repair as it is', () => {
    const item = itemOf('medical-114')
    expect(applyRepair(item, repairOf('medical-114', 'outdated-basis', 'basis'))).toEqual(item)
    expect(applyRepair(item, undefined)).toBe(item)
  })

  it('applyRepair() never touches what was printed or the doubts', () => {
    for (const item of items) {
      for (const { repair } of item.doubts) {
        const after = applyRepair(item, repair)
        expect([after.id, after.line, after.literal, after.doubts]).toEqual([item.id, item.line, item.literal, item.doubts])
      }
    }
  })
})
