import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadPoints } from '../../../shared/measures/score-spread.ts'

/** "A10 A20- B5": a leaf of 10 points in group A, a skipped one of 20, one of 5 in group B. */
function leaves(notation: string) {
  return notation.split(' ').map((word) => ({
    group: word[0] ?? '', points: parseFloat(word.slice(1)), skipped: word.endsWith('-'),
  }))
}

const table: readonly [string, string, readonly number[]][] = [
  ['nothing skipped', 'A10 B20', [10, 20]],
  ['inside the group, in proportion to printed points', 'A10 A20 A6- B50', [12, 24, 0, 50]],
  ['the group full at 1.5, the rest over all others', 'A10 A20- B40 B30', [15, 0, 40 + 15 * 4 / 7, 30 + 15 * 3 / 7]],
  ['a whole group skipped', 'A10- A20- B30 C30', [0, 0, 45, 45]],
  ['one filling up leaves more to the others', 'A10 A4- B10 C20', [14, 0, 10, 20]],
  ['what finds no room is dropped', 'A40- B20 C20', [0, 30, 30]],
  ['everything skipped', 'A40- B60-', [0, 0]],
]

describe('spreadPoints()', () => {
  it.each(table)('%s: %s', (_, notation, expected) => {
    const possible = spreadPoints(leaves(notation), 1.5)
    expect(possible).toHaveLength(expected.length)
    expected.forEach((points, place) => expect(possible[place]).toBeCloseTo(points, 9))
  })

  it('no leaf exceeds the cap or shrinks, and no point is lost while any leaf has room', () => {
    const leaf = fc.record({ group: fc.constantFrom('A', 'B', 'C'), points: fc.integer({ min: 1, max: 20 }), skipped: fc.boolean() })
    fc.assert(fc.property(fc.array(leaf, { minLength: 1, maxLength: 12 }), (tree) => {
      const possible = spreadPoints(tree, 1.5)
      tree.forEach(({ points, skipped }, place) => {
        expect(possible[place]).toBeGreaterThanOrEqual(skipped ? 0 : points - 1e-9)
        expect(possible[place]).toBeLessThanOrEqual(skipped ? 0 : points * 1.5 + 1e-9)
      })
      const printed = tree.reduce((sum, each) => sum + each.points, 0)
      const room = tree.reduce((sum, each) => sum + (each.skipped ? 0 : each.points * 1.5), 0)
      expect(possible.reduce((sum, each) => sum + each, 0)).toBeCloseTo(Math.min(printed, room), 6)
    }))
  })
})
