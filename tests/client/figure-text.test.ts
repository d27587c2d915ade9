import { describe, expect, it } from 'vitest'
import { ageText, dayText, momentText, percentText, periodicText, pointsText, scoreText, shortAgeText, weekdayText } from '../../client/figure-text.ts'
import { ratio } from '../../shared/measures/ratio.ts'

describe('figure-text', () => {
  it.each([
    [0, 0, '—'],
    [0, 5, '0'],
    [5, 5, '100'],
    [964, 1000, '96.4'],
    [9999, 10_000, '99.9'],
    [1, 10_000, '0.1'],
    [1, 2, '50.0'],
  ])('percentText() of %i out of %i is %s', (part, whole, text) => {
    expect(percentText(ratio(part, whole))).toBe(text)
  })

  it('scoreText() shows no score as "—"', () => {
    expect([scoreText(null), scoreText(93.26), scoreText(0)]).toEqual(['—', '93.3', '0.0'])
  })

  it('pointsText() keeps at most two decimals and no padding', () => {
    expect([pointsText(4), pointsText(7.25), pointsText(16.6666)]).toEqual(['4', '7.25', '16.67'])
  })

  it.each([
    ['2026', '2026年统计信息'],
    ['2026-03', '2026年3月统计信息'],
    ['2026-Q1', '2026年第1季度统计信息'],
    ['2026-H2', '2026年下半年统计信息'],
    ['2025/final', '2025年统计信息（决算）'],
    [null, '统计信息'],
  ])('periodicText() of %s', (period, text) => {
    expect(periodicText(period, '统计信息')).toBe(text)
  })

  it.each([
    ['2026-03-17T02:42:05.000Z', '刚刚'],
    ['2026-03-17T02:41:50.000Z', '17秒前'],
    ['2026-03-17T02:40:07.000Z', '2分钟前'],
    ['2026-03-16T23:42:07.000Z', '3小时前'],
    ['2026-03-15T21:04:00.000Z', '3月16日05:04'],
    ['2026-03-17T02:43:00.000Z', '刚刚'],
  ])('ageText() of %s', (at, text) => {
    expect(ageText(at, Date.parse('2026-03-17T02:42:07.000Z'))).toBe(text)
  })

  it('shortAgeText() is the age within a day, and the day alone from then on', () => {
    const of = (at: string) => shortAgeText(at, Date.parse('2026-03-17T02:42:07.000Z'))
    expect([of('2026-03-17T00:42:07.000Z'), of('2026-03-16T02:42:08.000Z'), of('2026-03-16T02:42:07.000Z')]).toEqual(['2小时前', '23小时前', '3月16日'])
  })

  it('momentText() gives the minute on the day itself, in Asia/Shanghai, and the day before it', () => {
    expect([momentText('2026-03-16T16:30:00.000Z', '2026-03-17'), momentText('2026-03-16T15:30:00.000Z', '2026-03-17')]).toEqual(['00:30', '3月16日'])
  })

  it('dayText() and weekdayText() are without padding', () => {
    expect([dayText('2026-03-07'), weekdayText('2026-03-15')]).toEqual(['2026年3月7日', '星期日'])
  })
})
