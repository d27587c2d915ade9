import type { Board } from '../../shared/measures/board-rows.ts'
import { overdueUnits, type OverdueUnit } from './overdue-units.ts'

/** How long a unit that cleared its last piece keeps its row, and one that turned overdue its mark of being new. */
export const MOVED_MS = 20_000

/** One line of 逾期单位: `cleared` keeps the figures it had, `entered` has just turned overdue. */
export interface CalledRow extends OverdueUnit {
  readonly move: 'still' | 'entered' | 'cleared'
  /** Milliseconds of the server's time at which the move is over. */
  readonly until: number
}

export interface CalledRows {
  readonly rows: readonly CalledRow[]
  /** Pieces overdue by unit when the rows were made. */
  readonly overdue: ReadonlyMap<string, number>
}

/**
 * The lines after a board, and after time passed: a unit that clears its last piece stays in its place, struck out, until its
 * time is over; so the list never holds more than `most`. Nothing moves on the first board.
 */
export function calledRows(before: CalledRows | null, board: Board, { now, most }: { readonly now: number; readonly most: number }): CalledRows {
  const overdue = new Map(board.units.map((unit) => [unit.id, unit.overdue] as const))
  const held = (before?.rows ?? []).flatMap((row, place): { row: CalledRow; place: number }[] => {
    if ((overdue.get(row.unit.id) ?? 0) > 0) return []
    const cleared: CalledRow = row.move === 'cleared' ? row : { ...row, move: 'cleared', until: now + MOVED_MS }
    return cleared.until > now ? [{ row: cleared, place }] : []
  })
  const rows = overdueUnits(board, Math.max(0, most - held.length)).map((row): CalledRow => {
    if (before?.overdue.get(row.unit.id) === 0) return { ...row, move: 'entered', until: now + MOVED_MS }
    const was = before?.rows.find(({ unit }) => unit.id === row.unit.id)
    return was?.move === 'entered' && was.until > now ? { ...row, move: 'entered', until: was.until } : { ...row, move: 'still', until: now }
  })
  for (const { row, place } of held) rows.splice(place, 0, row)
  return { rows, overdue }
}
