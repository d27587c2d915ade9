import { describe, expect, it } from 'vitest'
import { hashOf, seededRandom } from '../../../../server/feeds/sample/random.ts'

describe('seededRandom', () => {
  it('seededRandom() gives the same numbers for the same key and others for another', () => {
    const drawn = (key: string) => { const random = seededRandom(key); return Array.from({ length: 20 }, () => random.next()) }
    expect(drawn('云河区')).toEqual(drawn('云河区'))
    expect(drawn('云河区')).not.toEqual(drawn('云河'))
  })

  it('seededRandom() stays in its bounds and reaches both ends', () => {
    const random = seededRandom('bounds')
    const drawn = Array.from({ length: 2000 }, () => random.whole(3, 7))
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([3, 7])
    const shares = Array.from({ length: 2000 }, () => random.next())
    expect(shares.every((each) => each >= 0 && each < 1)).toBe(true)
    expect(shares.reduce((sum, each) => sum + each, 0) / 2000).toBeCloseTo(0.5, 1)
  })

  it('seededRandom().pick() refuses an empty list', () => {
    expect(() => seededRandom('none').pick([])).toThrow('nothing to pick from')
  })
})

describe('hashOf', () => {
  it.each([[''], ['a'], ['区医保局|district-6|2026-03#1']])('hashOf(%j) is a whole number of 32 bits', (text) => {
    expect(Number.isInteger(hashOf(text))).toBe(true)
    expect(hashOf(text)).toBeGreaterThanOrEqual(0)
    expect(hashOf(text)).toBeLessThan(2 ** 32)
  })
})
