import { describe, expect, it } from 'vitest'
import { boardCache } from '../../../shared/measures/board-cache.ts'
import { boardFrom } from '../../../shared/measures/board.ts'
import { unitBoardFrom } from '../../../shared/measures/unit-board.ts'
import { unitOf } from '../../support/small-district.ts'
import { part, piece, pieces, recorded, worldWith } from './judged.ts'

const world = worldWith({ unitList: [unitOf('A'), unitOf('B'), unitOf('C'), unitOf('S', { kind: 'street', peerGroup: 'towns' })] })
const parts = new Map([
  ['A', [part([...pieces(9, 'onTime'), piece('pending')])]],
  ['B', [part([...pieces(8, 'onTime'), piece('overdue'), piece('dueSoon')], { unit: 'B' })]],
  ['S', [part(pieces(2, 'late'), { unit: 'S' })]],
])
const context = { world, recent: [recorded(9, { unit: 'B' }), recorded(8, {})], revision: 9, lastEventAt: null, lastSourceAt: null }

describe('unitBoardFrom()', () => {
  it('holds the own row, cells, due and recent ones, and no other unit’s', () => {
    const own = unitBoardFrom(parts, context, 'A')
    const board = boardFrom(parts, context)
    expect(own?.unit).toEqual(board.units[0])
    expect(own?.cells.map((cell) => cell.unit)).toEqual(['A'])
    expect(own?.recent.map((row) => row.seq)).toEqual([8])
    expect(own?.due).toHaveLength(1)
  })

  it('the peer mean is over scored units of the group, itself included', () => {
    const { units } = boardFrom(parts, context)
    const own = unitBoardFrom(parts, context, 'A')
    expect(own?.peerCount).toBe(2)
    expect(own?.peerMean).toBeCloseTo(((units[0]?.score ?? NaN) + (units[1]?.score ?? NaN)) / 2, 9)
    expect(unitBoardFrom(parts, context, 'C')).toMatchObject({ peerCount: 2 })
  })

  it('takes more of the own recent facts than the district’s list when handed them', () => {
    const recentOfUnit = [recorded(5, {}), recorded(4, {})]
    expect(unitBoardFrom(parts, { ...context, recentOfUnit }, 'A')?.recent.map((row) => row.seq)).toEqual([5, 4])
  })

  it('is the same from the cached board, and is undefined for an unknown unit', () => {
    const cache = boardCache()
    boardFrom(parts, { ...context, cache })
    expect(unitBoardFrom(parts, { ...context, cache }, 'B')).toEqual(unitBoardFrom(parts, context, 'B'))
    expect(unitBoardFrom(parts, context, 'nobody')).toBeUndefined()
  })
})
