import { describe, expect, it } from 'vitest'
import { closestTo } from '../../../shared/facts/closest.ts'

describe('closestTo()', () => {
  const known = ['key', 'unit', 'item', 'title', 'docNumber']
  const cases: readonly (readonly [name: string, sentence: string])[] = [
    ['titel', '是否想写“title”'],
    ['doc_number', '是否想写“docNumber”'],
    ['Items', '是否想写“item”'],
    ['DOCNUMBER', '是否想写“docNumber”'],
    ['colour', '可用的有 key、unit、item、title、docNumber'],
    ['', '可用的有 key、unit、item、title、docNumber'],
    ['x'.repeat(100_000), '可用的有 key、unit、item、title、docNumber'],
  ]
  it.each(cases)('offers a known name for %s', (name, sentence) => {
    expect(closestTo(name, known)).toBe(sentence)
  })
})
