import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Board } from '../../../shared/measures/board-rows.ts'
import { applyPatch, diffBoards } from '../../../shared/wire/board-patch.ts'
import type { Patch } from '../../../shared/wire/events.ts'
import { boardAt } from './boards.ts'

const overTheWire = (patch: Patch): Patch => JSON.parse(JSON.stringify(patch)) as Patch
// A fixed seed picks the one example of the plain tests; the laws draw their own and print it when they fail.
const board = fc.sample(boardAt(1).filter(({ units, cells }) => units.length > 1 && cells.length > 2), { seed: 3, numRuns: 1 })[0]!

describe('laws of patches', () => {
  it('applyPatch(a, diffBoards(a, b)) equals b, order of rows included, after the wire too', () => {
    fc.assert(fc.property(boardAt(1), boardAt(2), (a, b) => {
      const before = structuredClone(a)
      expect(applyPatch(a, diffBoards(a, b))).toEqual(b)
      expect(applyPatch(a, overTheWire(diffBoards(a, b)))).toEqual(b)
      expect(a).toEqual(before)
    }))
  })

  it('a run of patches ends on the last board', () => {
    fc.assert(fc.property(boardAt(1), boardAt(2), boardAt(3), boardAt(4), (a, ...later) => {
      let reached = a
      let last = a
      for (const next of later) {
        reached = applyPatch(reached, overTheWire(diffBoards(last, next)))
        last = next
      }
      expect(reached).toEqual(last)
    }))
  })

  it('rows that are equal in both boards keep their identity', () => {
    fc.assert(fc.property(boardAt(1), boardAt(2), (a, b) => {
      const reached = applyPatch(a, overTheWire(diffBoards(a, b)))
      for (const list of ['units', 'categories', 'cells', 'recent', 'due'] as const) {
        const old = new Map(a[list].map((row) => [JSON.stringify(row), row]))
        for (const row of reached[list]) {
          const same = old.get(JSON.stringify(row))
          if (same) expect(row).toBe(same)
        }
      }
    }))
  })
})

describe('diffBoards()', () => {
  it('of equal boards says only from and to', () => {
    expect(diffBoards(board, { ...structuredClone(board), revision: 2 })).toEqual({ from: 1, to: 2 })
  })

  it('sends the rows that changed and no others', () => {
    const [first, ...rest] = board.units
    const changed = { ...first!, overdue: first!.overdue + 1 }
    expect(diffBoards(board, { ...board, revision: 2, units: [changed, ...rest] })).toEqual({ from: 1, to: 2, units: [changed] })
  })

  it('names a dropped row, and the order only when dropping and appending does not give it', () => {
    const { cells } = board
    const shorter = diffBoards(board, { ...board, revision: 2, cells: cells.slice(1) })
    expect(shorter).toEqual({ from: 1, to: 2, cellsGone: [{ unit: cells[0]!.unit, category: cells[0]!.category }] })
    const turned = diffBoards(board, { ...board, revision: 2, cells: cells.toReversed() })
    expect(Object.keys(turned)).toEqual(['from', 'to', 'cellOrder'])
  })

  it('tells an instant that became unknown from one that did not change', () => {
    const known: Board = { ...board, knownAt: '2026-06-30T01:00:00.000Z' }
    expect(diffBoards(known, { ...known, knownAt: null, revision: 2 })).toEqual({ from: 1, to: 2, knownAt: null })
  })
})

describe('applyPatch()', () => {
  it('keeps whole lists when nothing in them changed', () => {
    const reached = applyPatch(board, { from: 1, to: 2 })
    expect(reached).toEqual({ ...board, revision: 2 })
    expect(reached.cells).toBe(board.cells)
    expect(reached.units).toBe(board.units)
  })

  it('throws on a patch that starts elsewhere', () => {
    expect(() => applyPatch(board, { from: 2, to: 3 })).toThrow('patch from 2 on revision 1')
  })

  it('a patch with `__proto__` keys changes no prototype and adds no field', () => {
    const hostile = JSON.parse('{"from":1,"to":2,"__proto__":{"polluted":true},"constructor":1,"itemNames":{"__proto__":"x"}}') as Patch
    const reached = applyPatch(board, hostile)
    expect(Object.keys(reached).sort()).toEqual(Object.keys(board).sort())
    expect(Object.getPrototypeOf(reached)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
    expect('polluted' in reached).toBe(false)
  })
})
