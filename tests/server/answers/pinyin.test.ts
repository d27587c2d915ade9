import { describe, expect, it } from 'vitest'
import { readingOf } from '../../../server/answers/pinyin.ts'
import { bestMatch } from '../../../server/answers/search-match.ts'

describe('readingOf()', () => {
  it.each([
    ['区医保局', 'qybj', 'quyibaoju'], ['区重大项目', 'qzdxm', 'quzhongdaxiangmu'], ['行政处罚', 'xzcf', 'xingzhengchufa'], ['3号文', '3hw', '3haowen'], ['绿化', 'lh', 'lvhua'], ['D26', 'd26', 'd26'],
  ])('reads %s as %s and %s', (name, initials, full) => {
    expect(readingOf(name)).toEqual({ initials, full })
  })
})

describe('bestMatch()', () => {
  it.each([
    [['区医保局', '云河区医疗保障局'], '区医保局', { rank: 0, by: 'text' }],
    [['区医保局'], '区医', { rank: 1, by: 'text' }],
    [['区医保局'], '医保', { rank: 2, by: 'text' }],
    [['区医保局'], 'qybj', { rank: 3, by: 'pinyin' }],
    [['区医保局'], 'qy', { rank: 4, by: 'pinyin' }],
    [['区医保局'], 'ybj', { rank: 5, by: 'pinyin' }],
    [['区医保局'], 'yibao', { rank: 5, by: 'pinyin' }],
    [['区医保局'], 'y', undefined],
    [['区医保局'], 'xzcf', undefined],
  ] as const)('%j answers %s by %j', (names, q, match) => {
    expect(bestMatch(names, q)).toEqual(match)
  })
})
