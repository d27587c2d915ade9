import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonPlace } from '../../../server/feeds/json-place.ts'

describe('jsonPlace()', () => {
  const cases: readonly (readonly [text: string, line: number, column: number])[] = [
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a":1', 1, 7],
    ['{"a":1,}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['{a:1}', 1, 2],
    ['[1,2,]', 1, 6],
    ['[1 2]', 1, 4],
    ['[1}', 1, 3],
    ['{"a":1]', 1, 7],
    ['{"a":\n  tru}', 2, 3],
    ['{"a":1}\n{"b":2}', 2, 1],
    ['[1,\r\n"unfinished]', 2, 1],
    ['["a\\x"]', 1, 2],
    ['01', 1, 2],
    ['1.', 1, 2],
    ['nul', 1, 1],
    ['"ok" ,', 1, 6],
  ]
  it.each(cases)('of %j is line %i, column %i', (text, line, column) => {
    expect(jsonPlace(text)).toEqual({ line, column })
  })

  it('walks through 100,000 open brackets and a broken string of a megabyte', () => {
    expect(jsonPlace('['.repeat(100_000))).toEqual({ line: 1, column: 100_001 })
    expect(jsonPlace(`"${'甲'.repeat(1_000_000)}`)).toEqual({ line: 1, column: 1 })
  })

  it('of whatever is JSON is its end', () => {
    fc.assert(fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent)
      const lines = text.split('\n')
      expect(jsonPlace(text)).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 })
    }))
  })

  it('never lies behind what a cut left over', () => {
    fc.assert(fc.property(fc.json(), fc.nat(), (json, n) => {
      const cut = `[${json}`.slice(0, n % (json.length + 1))
      const { line, column } = jsonPlace(cut)
      const before = cut.split('\n').slice(0, line - 1).join('\n').length
      expect(before + column).toBeLessThanOrEqual(cut.length + 1 + line)
    }))
  })
})
