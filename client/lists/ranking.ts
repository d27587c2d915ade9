import type { Board, UnitRow } from '../../shared/measures/board-rows.ts'

/** One peer group on the wall: 靠前单位 and 需加力单位, never the same unit in both. */
export interface PeerRanking {
  readonly peerGroup: string
  /** Units with a rank. */
  readonly ranked: number
  readonly front: readonly UnitRow[]
  readonly back: readonly UnitRow[]
}

/** Rankings go by 核定分 once one exists; before that by 实时测算分. */
export function rankedPeriod(board: Board): string | null {
  return board.units.find(({ settled }) => settled !== null)?.settled?.period ?? null
}

function placeOf(unit: UnitRow, period: string | null): number | null {
  return period === null ? unit.rank : unit.settled?.rank ?? null
}

/** The named groups, each with at most `most` at either end; the back is listed from the last place upwards. */
export function rankings(board: Board, groups: Readonly<Record<string, number>>): PeerRanking[] {
  const period = rankedPeriod(board)
  return Object.entries(groups).map(([peerGroup, most]) => {
    const ranked = board.units
      .filter((unit) => unit.peerGroup === peerGroup && placeOf(unit, period) !== null)
      .sort((a, b) => (placeOf(a, period) ?? 0) - (placeOf(b, period) ?? 0))
    const end = Math.min(most, Math.floor(ranked.length / 2))
    const front = ranked.slice(0, Math.min(most, ranked.length - end))
    return { peerGroup, ranked: ranked.length, front, back: end === 0 ? [] : ranked.slice(-end).reverse() }
  })
}
