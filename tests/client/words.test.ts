import { describe, expect, it } from 'vitest'
import { factWords, flagWords, kindWords, lineWords, originWords, roleWords, statusWords, words } from '../../client/words.ts'
import { statuses } from '../../shared/obligations/obligation.ts'

/** Every label as text: functions are asked with figures. */
function labels(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return labels((value as (...given: unknown[]) => unknown)(3, 5))
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(labels) : []
}

const all = labels([words, lineWords, statusWords, flagWords, originWords, factWords, kindWords, roleWords])

describe('words', () => {
  it('statusWords has a word of its own for every status', () => {
    expect(new Set(statuses.map((status) => statusWords[status])).size).toBe(statuses.length)
  })

  it.each([
    ['flags', flagWords], ['facts', factWords], ['origins', originWords], ['kinds', kindWords], ['roles', roleWords], ['line states', lineWords],
  ])('words of %s are told apart and never empty', (_, map) => {
    const said = Object.values(map)
    expect(said.every((word) => word.length > 0)).toBe(true)
    expect(new Set(said).size).toBe(said.length)
  })

  it.each(['临期', '看板', '退回', '疑点', '缺口', '最终公开率', '冻结', '重述', '处镇', '红黑榜', '申诉中', '同组均值'])(
    'no label says %s, which the field does not say', (word) => {
      expect(all.filter((label) => label.includes(word))).toEqual([])
    })

  it('no label holds a literal space between 汉字 and digits', () => {
    expect(all.filter((label) => /\p{Script=Han} \d|\d \p{Script=Han}/u.test(label))).toEqual([])
  })
})
