import { describe, expect, it } from 'vitest'
import { bandsOf, type Banded } from '../../../shared/assessment/bands.ts'

const bands = [{ name: '优秀', from: 90, topShare: 0.3 }, { name: '良好', from: 80 }, { name: '合格', from: 60 }, { name: '不合格', from: 0 }]
const unit = (id: string, final: number | null, rank: number | null, over: Partial<Banded> = {}): Banded => ({ id, peerGroup: 'p', final, rank, veto: false, ...over })
const bandIn = (units: readonly Banded[], id: string) => bandsOf(units, { bands }).get(id)

describe('bandsOf()', () => {
  const ten = [96, 95, 94, 93, 92, 85, 79.99, 60, 59.9, 0].map((final, place) => unit(`U${place + 1}`, final, place + 1))

  it('gives 优秀 to no more than the top share of the ranked, and the others the next band', () => {
    expect(['U1', 'U3', 'U4', 'U5'].map((id) => bandIn(ten, id))).toEqual(['优秀', '优秀', '良好', '良好'])
  })

  it('reads the bounds as reached at the figure itself', () => {
    expect(['U6', 'U7', 'U8', 'U9', 'U10'].map((id) => bandIn(ten, id))).toEqual(['良好', '合格', '合格', '不合格', '不合格'])
  })

  it('leaves at least one place at the top, and units of one rank share it', () => {
    expect(bandIn([unit('A', 91, 1), unit('B', 90, 2)], 'A')).toBe('优秀')
    expect([unit('A', 91, 1), unit('B', 91, 1)].map(({ id }) => bandIn([unit('A', 91, 1), unit('B', 91, 1)], id))).toEqual(['优秀', '优秀'])
  })

  it('counts each peer group by itself', () => {
    expect(bandIn([...ten, unit('T', 90, 1, { peerGroup: 'towns' })], 'T')).toBe('优秀')
  })

  it('keeps a unit under a veto or without rank out of the top, and one without a score out of all', () => {
    expect(bandIn([unit('A', 91, 1, { veto: true })], 'A')).toBe('良好')
    expect(bandIn([unit('A', 91, null)], 'A')).toBe('良好')
    expect(bandIn([unit('A', null, null)], 'A')).toBeNull()
  })
})
