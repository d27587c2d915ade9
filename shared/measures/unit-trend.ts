import type { Day } from '../time/day.ts'
import type { Board } from './board-rows.ts'
import { meanOf, type Ratio } from './ratio.ts'
import { roundTo } from './figure-words.ts'

/** Where a unit stood at the end of a day: one point of its trend, the figures of that day's board. */
export interface UnitTrendPoint {
  readonly day: Day
  /** Assessment year the score and rates are of: a line through them breaks where it changes. */
  readonly year: number
  readonly score: number | null
  readonly rank: number | null
  readonly peerMean: number | null
  readonly peerCount: number
  readonly onTime: Ratio
  readonly eventual: Ratio
  /** Open on that day, of any year. */
  readonly overdue: number
  /** Published late that year so far. */
  readonly late: number
}

/** The mean score of a peer group's scored units (two decimals), and how many they are. */
export function peersMeanOf(board: Pick<Board, 'units'>, peerGroup: string): { readonly peerMean: number | null; readonly peerCount: number } {
  const scores = board.units.filter((row) => row.peerGroup === peerGroup && row.score !== null).map((row) => row.score)
  const mean = meanOf(scores)
  return { peerMean: mean === null ? null : roundTo(mean, 2), peerCount: scores.length }
}

/** The point of every unit of one day's board, by unit id. */
export function unitTrendPointsOf(board: Pick<Board, 'units' | 'day'>, year: number): ReadonlyMap<string, UnitTrendPoint> {
  const means = new Map([...new Set(board.units.map((row) => row.peerGroup))].map((group) => [group, peersMeanOf(board, group)] as const))
  return new Map(board.units.map((row) => {
    const peers = means.get(row.peerGroup) ?? { peerMean: null, peerCount: 0 }
    const { score, rank, onTime, eventual, overdue } = row
    return [row.id, { day: board.day, year, score, rank, ...peers, onTime, eventual, overdue, late: row.tally.late }] as const
  }))
}
