import { describe, expect, it } from 'vitest'
import { explainedRuns, gapNumbers, gapText, numberSeriesOf } from '../../../shared/measures/number-series.ts'
import type { Fact } from '../../../shared/facts/fact.ts'

const asked = { unit: 'A', year: 2026, fromOne: true }
let n = 0
const base = (kind: string) => ({ kind, key: `k${++n}`, unit: 'A', item: 'doc', day: '2026-03-02' })
const formed = (docNumber: string, over: object = {}) => ({ ...base('formed'), ref: docNumber, title: '文', docNumber, ...over }) as Fact
const page = (over: object) => ({ ...base('published'), title: '文', url: 'https://yunhe.gov.cn/1', channel: '政府网站', ...over }) as Fact
const explained = (docNumbers: string[], reason = '作废') => ({ ...base('explained'), item: '*', docNumbers, reason }) as Fact
const gapsOf = (facts: Fact[], over: object = {}) => numberSeriesOf(facts, { ...asked, ...over }).flatMap((each) => each.gaps.map(gapText))

describe('numberSeriesOf()', () => {
  it('asks about the numbers between 1 and the last one known', () => {
    expect(gapsOf([formed('云发〔2026〕2号'), formed('云发〔2026〕6号'), formed('云发〔2026〕7号')])).toEqual(['云发〔2026〕1号', '云发〔2026〕3—5号'])
  })

  it('begins at the first one known where supervision began within the year', () => {
    expect(gapsOf([formed('云发〔2026〕4号'), formed('云发〔2026〕6号')], { fromOne: false })).toEqual(['云发〔2026〕5号'])
  })

  it('takes every spelling of a number as the same number', () => {
    const series = numberSeriesOf([formed('云发〔2026〕1号'), formed('云发[2026]02号'), formed('云发（2026）第3号'), formed('云发〔2026〕1号')], asked)
    expect(series).toMatchObject([{ code: '云发', known: 3, last: 3, gaps: [] }])
  })

  it('keeps letters (函) and orders apart: each 机关代字 is a series of its own', () => {
    const series = numberSeriesOf([formed('云发〔2026〕1号'), formed('云函〔2026〕2号'), formed('云发〔2025〕9号')], asked)
    expect(series.map(({ code, gaps }) => [code, gaps.map(gapText)])).toEqual([['云函', ['云函〔2026〕1号']], ['云发', []]].sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)))
  })

  it('leaves out a joint paper another unit leads, and counts one the unit leads itself', () => {
    expect(gapsOf([formed('云医发〔2026〕9号', { lead: 'B', with: ['A'] })])).toEqual([])
    expect(gapsOf([formed('云发〔2026〕2号', { lead: 'A', with: ['B'] })])).toEqual(['云发〔2026〕1号'])
  })

  it('counts every number of one page (公示表) and of a span', () => {
    expect(gapsOf([page({ refs: ['云许〔2026〕1号', '云许〔2026〕2号', '云许〔2026〕5号'] })])).toEqual(['云许〔2026〕3—4号'])
    expect(gapsOf([formed('云许〔2026〕1—3号'), formed('云许〔2026〕5号')])).toEqual(['云许〔2026〕4号'])
  })

  it('takes a code nobody registered for another unit’s until three of it were published; an interpretation’s number never counts', () => {
    expect(gapsOf([page({ docNumber: '省发〔2026〕40号' }), page({ docNumber: '省发〔2026〕44号' })])).toEqual([])
    expect(gapsOf([1, 2, 4].map((each) => page({ docNumber: `云发〔2026〕${each}号` })))).toEqual(['云发〔2026〕3号'])
    expect(gapsOf([1, 2, 4].map((each) => page({ docNumber: `云发〔2026〕${each}号`, interprets: '政策' })))).toEqual([])
  })

  it('is answered by an explanation, by an exemption by number, and by registering the paper', () => {
    const before = [formed('云发〔2026〕1号'), formed('云发〔2026〕5号')]
    expect(gapsOf([...before, explained(['云发[2026]2号', '云发〔2026〕3号'])])).toEqual(['云发〔2026〕4号'])
    const exempt = { ...base('exempt'), about: { ref: '云发〔2026〕4号' }, exemptKind: 'withheld', reason: '条例第十四条' } as Fact
    expect(gapsOf([...before, explained(['云发〔2026〕2号']), exempt, formed('云发〔2026〕3号')])).toEqual([])
  })

  it('lists what was explained, but not what turned up after all', () => {
    const [series] = numberSeriesOf([formed('云发〔2026〕1号'), formed('云发〔2026〕3号'), explained(['云发〔2026〕2号', '云发〔2026〕3号'])], asked)
    expect(series!.explained.map(({ docNumber, reason }) => [docNumber, reason])).toEqual([['云发〔2026〕2号', '作废']])
  })

  it('does not count refs that are no numbers, nor spans too long to be one', () => {
    expect(numberSeriesOf([formed('1137YH/2026-00001'), formed('云发〔2026〕1—99999号')], asked)).toEqual([])
  })
})

describe('explainedRuns()', () => {
  it('joins numbers that follow one another for the same reason', () => {
    const explained = [[7, '作废'], [8, '作废'], [9, '不予公开'], [11, '不予公开']].map(([n, reason]) => ({ docNumber: `云发〔2026〕${n}号`, reason: String(reason), day: '2026-03-02' }))
    expect(explainedRuns(explained).map(({ text, reason: why }) => [text, why])).toEqual([['云发〔2026〕7—8号', '作废'], ['云发〔2026〕9号', '不予公开'], ['云发〔2026〕11号', '不予公开']])
  })
})

describe('gapNumbers()', () => {
  it('writes out each number, up to as many as asked for', () => {
    expect(gapNumbers({ code: '云发', year: 2026, from: 3, to: 9 }, 2)).toEqual(['云发〔2026〕3号', '云发〔2026〕4号'])
  })
})
