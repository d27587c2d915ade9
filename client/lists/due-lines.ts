import type { Board, DueRow } from '../../shared/measures/board-rows.ts'
import type { Day } from '../../shared/time/day.ts'
import { periodicText } from '../figure-text.ts'

/** Pieces of one unit, row and period that fall due on one day. */
export interface DueLine {
  readonly id: string
  /** The first of the pieces. */
  readonly row: DueRow
  readonly day: Day
  readonly unit: string
  readonly what: string
  readonly pieces: number
  readonly provisional: boolean
}

/** What falls due next, earliest first; pieces that read alike stand in one line. */
export function dueLines(board: Board): DueLine[] {
  const names = new Map(board.units.map((unit) => [unit.id, unit.shortName] as const))
  const lines = new Map<string, DueLine>()
  for (const row of board.due) {
    const key = `${row.dueDay}|${row.unit}|${row.item}|${row.period ?? ''}`
    const before = lines.get(key)
    lines.set(key, {
      id: key, row: before?.row ?? row, day: row.dueDay, unit: names.get(row.unit) ?? row.unit, what: periodicText(row.period, board.itemNames[row.item] ?? row.item),
      pieces: (before?.pieces ?? 0) + 1, provisional: before?.provisional === true || row.flags.includes('provisional'),
    })
  }
  return [...lines.values()]
}
