import type { Board } from '../../shared/measures/board-rows.ts'

/** A unit to be brought forward: it has just turned overdue, or has just cleared its last overdue piece. */
export interface Attention {
  readonly unit: string
  readonly name: string
  readonly kind: 'turned' | 'cleared'
  /** Pieces overdue now; none when cleared. */
  readonly overdue: number
  readonly longestOverdue: number
  /** Pieces that were overdue before: struck out when cleared. */
  readonly before: number
}

/** What changed between two boards that follow each other, in official order; nothing when there was none before. */
export function attentionOf(before: Board | null, after: Board): Attention[] {
  if (before === null || before === after) return []
  const overdue = new Map(before.units.map((unit) => [unit.id, unit.overdue] as const))
  return after.units.flatMap((unit): Attention[] => {
    const was = overdue.get(unit.id)
    if (was === undefined || (was === 0) === (unit.overdue === 0)) return []
    return [{ unit: unit.id, name: unit.shortName, kind: was === 0 ? 'turned' : 'cleared', overdue: unit.overdue, longestOverdue: unit.longestOverdue, before: was }]
  })
}
