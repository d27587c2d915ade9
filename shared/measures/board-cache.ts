import type { Board } from './board-rows.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import type { UnitAccount } from './unit-account.ts'

/**
 * Accounts of units between two boards. A unit whose duties moved must come with a new parts array: the array's identity is
 * the key. Everything is forgotten when the world (day, settings) is another object.
 */
export interface BoardCache {
  world: MeasuredWorld | null
  readonly accounts: Map<string, { readonly parts: readonly DutyPart[]; readonly account: UnitAccount }>
  /** The board of the last revision, for unit rooms. */
  board: Board | null
}

export function boardCache(): BoardCache {
  return { world: null, accounts: new Map(), board: null }
}
