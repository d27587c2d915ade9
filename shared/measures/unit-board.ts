import type { RecordedFact } from '../facts/fact.ts'
import { boardFrom, type BoardContext, type PartsByUnit } from './board.ts'
import type { Board, UnitBoard } from './board-rows.ts'
import { dueRowsOf } from './due-rows.ts'
import { meanOf } from './ratio.ts'
import { recentRowsOf } from './recent-rows.ts'
import { shortList } from './unit-account.ts'

/** A unit's room may be handed more of its own recent facts than the district's short list holds. */
export interface UnitBoardContext extends BoardContext {
  readonly recentOfUnit?: readonly RecordedFact[]
}

/**
 * One unit's part of the board, with the mean score and the number of scored units of its peer group (itself included).
 * Undefined for an unknown unit.
 */
export function unitBoardFrom(parts: PartsByUnit, context: UnitBoardContext, unit: string): UnitBoard | undefined {
  const board = boardAt(parts, context)
  const row = board.units.find((each) => each.id === unit)
  if (!row) return undefined
  const peers = board.units.filter((each) => each.peerGroup === row.peerGroup && each.score !== null)
  const recent = context.recentOfUnit ?? context.recent.filter((each) => each.fact.unit === unit)
  return {
    revision: board.revision, day: board.day, sample: board.sample, unit: row,
    cells: board.cells.filter((cell) => cell.unit === unit),
    recent: recentRowsOf(recent, { parts, units: context.world.units }),
    due: dueRowsOf(parts.get(unit) ?? [], shortList),
    peerMean: meanOf(peers.map((each) => each.score)), peerCount: peers.length,
  }
}

/** The board of this revision under this world, from the cache when it was the last one assembled. */
function boardAt(parts: PartsByUnit, context: BoardContext): Board {
  const kept = context.cache?.world === context.world ? context.cache.board : null
  return kept?.revision === context.revision ? kept : boardFrom(parts, context)
}
