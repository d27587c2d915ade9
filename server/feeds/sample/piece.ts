import type { Day } from '../../../shared/time/day.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import type { Proof } from '../../../shared/obligations/obligation.ts'

/**
 * One thing that has to come out, as it would come out if nothing went wrong. `lateness.ts` decides what goes wrong.
 * `document` a paper; `change` a change of a standing page; `account` a standing page's first appearance; `slot` a period's.
 */
export interface Piece {
  readonly id: string
  readonly kind: 'document' | 'change' | 'account' | 'slot'
  readonly duty: Duty
  /** Day it was made, or its slot opened. */
  readonly opens: Day
  readonly due: Day
  /** Day it comes out when nothing goes wrong; later than `due` for those that are always late. */
  readonly usual: Day
  readonly proof: Proof
  /** The office could know of it in time, so it may turn overdue. */
  readonly canSlip: boolean
  /** Working days of its limit; null for fixed dates. */
  readonly limit: number | null
  /** "2025/final" of a slot. */
  readonly period?: string
  /** Papers of one page (公示表) share a batch. */
  readonly batch?: string
  /** Number within its month, for titles and refs. */
  readonly n: number
}

export function unitOf(piece: Piece): string {
  return piece.duty.unit.id
}

export function itemOf(piece: Piece): string {
  return piece.duty.item.id
}

/** By due day, then id: the order in which lateness is decided. */
export function byDue(a: Piece, b: Piece): number {
  return a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1
}
