import { describe, expect, it } from 'vitest'
import { checklistOf } from '../../../shared/assessment/checklist.ts'

const item = { elements: ['文件全文', '发文字号'] }

describe('checklistOf()', () => {
  it.each([
    ['onTime', null, null, 'page', 2], ['late', 'publication', null, 'page', 2], ['unverified', null, null, 'page', 2],
    ['nothing', null, null, 'nothing', 4], ['late', 'declaration', null, 'nothing', 4],
    ['exempt', null, 'withheld', 'exempt', 3], ['exempt', null, 'onRequest', 'exempt', 2], ['late', 'declaration', 'withheld', 'exempt', 3],
    ['overdue', null, null, 'absent', 0], ['unknown', null, null, 'absent', 0],
  ] as const)('of %s (%s, %s) is one of %s with %i elements', (status, lateBy, exemptKind, kind, count) => {
    const list = checklistOf({ status, lateBy, exemptKind }, item)
    expect([list.kind, list.elements.length]).toEqual([kind, count])
  })

  it('of a row whose elements the catalogue does not list asks what any page must have', () => {
    expect(checklistOf({ status: 'onTime', lateBy: null, exemptKind: null }, { elements: [] }).elements).toContain('正文或附件可以打开')
  })
})
