import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSchemeFile } from '../../../shared/catalogue/read-scheme-file.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import { scoreOf, scorePointsOf } from '../../../shared/measures/score.ts'
import { unitOf } from '../../support/small-district.ts'
import { part, piece, pieces, schemeOf, worldWith } from './judged.ts'

const file = readFileSync(new URL('../../../data/schemes/default.json', import.meta.url), 'utf8')
const defaultScheme = readSchemeFile(JSON.parse(file)) as Scheme
const bad = part([...pieces(11, 'onTime'), piece('overdue')], { cadence: 'asFormed' })

describe('scoreOf()', () => {
  it('spreads a skipped leaf inside its group and adds up', () => {
    const scheme = schemeOf(
      [{ points: 30, measure: 'onTimeMacro', full: 1, zero: 0 }, { points: 10, measure: 'standingCoverage' }],
      [{ points: 60, kind: 'manual', emptyMeans: 'full' }],
    )
    const working = scoreOf(unitOf('A'), [part([piece('onTime'), piece('late')])], worldWith({ scheme }))
    expect(working).toMatchObject({ score: 80, got: 80, attainable: 100, note: '' })
    expect(working.leaves.map((leaf) => [leaf.printed, leaf.possible, leaf.got, leaf.skipped]))
      .toEqual([[30, 40, 20, false], [10, 0, null, true], [60, 60, 60, false]])
  })

  it('says beside it when the score is reckoned on less than 100 points', () => {
    const scheme = schemeOf([{ points: 40, measure: 'onTimeMacro', full: 1, zero: 0 }], [{ points: 60, measure: 'verifiable' }])
    const duty = part([piece('onTime', { hangsOnFormation: false }), piece('late', { hangsOnFormation: false }), piece('overdue')])
    expect(scoreOf(unitOf('A'), [duty], worldWith({ scheme }))).toMatchObject({ score: 33.33, got: 20, attainable: 60, note: '暂按60分制折算' })
  })

  it('is null for vertical and merged units and while nothing is judged, with the reason beside it', () => {
    const world = worldWith({ scheme: defaultScheme })
    expect(scoreOf(unitOf('V', { kind: 'vertical' }), [bad], world)).toMatchObject({ score: null, note: '垂直管理单位只作监测，不计分、不排名' })
    expect(scoreOf(unitOf('M', { validTo: '2026-06-29' }), [bad], world)).toMatchObject({ score: null, note: '单位已并入其他单位，不再计分' })
    expect(scoreOf(unitOf('M', { validTo: '2026-06-30' }), [bad], world).score).not.toBeNull()
    expect(scoreOf(unitOf('N'), [part([piece('pending')])], world)).toMatchObject({ score: null, note: '尚无已到期事项，暂不计分' })
  })

  it('leaves the bureau catalogue out of the score', () => {
    const world = worldWith({ scheme: schemeOf([{ points: 100, measure: 'onTimeMacro', full: 1, zero: 0 }]) })
    const own = part(pieces(5, 'overdue'), { category: 'bureau' })
    const working = scoreOf(unitOf('A'), [part([piece('onTime')]), own], world)
    expect(working.score).toBe(100)
    expect(working.leaves[0]?.behind).toBe('/api/obligations?unit=A&leaf=G0.0')
  })

  it('keeps the working of every leaf in words, inputs and what is behind it', () => {
    const working = scoreOf(unitOf('A'), [bad], worldWith({ scheme: defaultScheme }))
    const leaf = (code: string) => working.leaves.find((each) => each.code === code)
    expect(leaf('A1')).toMatchObject({ printed: 16, skipped: false, inputs: { share: 11 / 12, duties: 1, pieces: 12, misses: 1 } })
    expect(leaf('A1')?.formula).toBe('按时公开率（事项平均） 91.67%；达到 98.00% 满分，不高于 70.00% 不得分，其间按比例；得 18.57 分（满分 24 分，原 16 分）')
    expect(leaf('A2')).toMatchObject({ got: 11.25, behind: '/api/obligations?unit=A&leaf=A2' })
    expect(leaf('A2')?.formula).toBe('当前逾期未公开 1 件，每件扣 0.5 分，超过 20 个工作日的 0 件每件扣 1 分，共扣 0.5 分，扣完为止；得 11.25 分（满分 12 分，原 8 分）')
    expect(leaf('B3')).toMatchObject({ behind: '/api/duties?unit=A&leaf=B3', possible: 6 })
    expect(leaf('B3')?.formula).toContain('满分 6 分，原 4 分')
    expect(leaf('C3')?.formula).toBe('不适用于本单位，分值分摊到其他指标')
    expect(leaf('F1')?.formula).toBe('暂无数据，不计入，分值分摊到其他指标')
    expect(leaf('G2')?.formula).toBe('无扣分情形，得 3 分（满分 3 分，原 2 分）')
  })

  it('scorePointsOf() is the same score unrounded', () => {
    const world = worldWith({ scheme: defaultScheme })
    const { score } = scoreOf(unitOf('A'), [bad], world)
    const points = scorePointsOf(unitOf('A'), [bad], world)
    expect(score).toBeCloseTo(points.score ?? NaN, 2)
    expect(points.score).toBeCloseTo(points.got / points.attainable * 100, 9)
  })

  it('a unit with everything in time and covered reaches 100 under the default scheme', () => {
    const parts = [
      part(pieces(12, 'onTime')), part([piece('onTime')], { cadence: 'standing', item: 'about' }),
      part([piece('onTime', { origin: 'periodic', period: '2025' })], { cadence: 'slots', item: 'district-64' }),
    ]
    expect(scoreOf(unitOf('A'), parts, worldWith({ scheme: defaultScheme })).score).toBe(100)
  })
})
