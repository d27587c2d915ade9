import type { Board, UnitRow } from '../../shared/measures/board-rows.ts'

/** One peer group on the wall: 靠前单位 and 需加力单位, never the same unit in both. */
export interface PeerRanking {
  readonly peerGroup: string
  /** Units with a rank. */
  readonly ranked: number
  readonly front: readonly UnitRow[]
  readonly back: readonly UnitRow[]
}

/** The named groups, each with at most `most` at either end; the back is listed from the last place upwards. */
export function rankings(board: Board, groups: Readonly<Record<string, number>>): PeerRanking[] {
  return Object.entries(groups).map(([peerGroup, most]) => {
    const ranked = board.units
      .filter((unit) => unit.peerGroup === peerGroup && unit.rank !== null)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    const end = Math.min(most, Math.floor(ranked.length / 2))
    const front = ranked.slice(0, Math.min(most, ranked.length - end))
    return { peerGroup, ranked: ranked.length, front, back: end === 0 ? [] : ranked.slice(-end).reverse() }
  })
}
