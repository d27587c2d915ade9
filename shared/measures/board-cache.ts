import type { Unit } from '../catalogue/item.ts'
import type { Board } from './board-rows.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { unitAccountOf, type AccountSource, type UnitAccount } from './unit-account.ts'

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

/** The unit's account: kept, when its parts are the same array under the same world, else counted. */
export function accountFrom(
  unit: Unit, parts: readonly DutyPart[], source: AccountSource & { readonly cache: BoardCache | undefined },
): UnitAccount {
  const { cache, world } = source
  if (!cache) return unitAccountOf(unit, parts, source)
  if (cache.world !== world) {
    cache.world = world
    cache.accounts.clear()
  }
  const kept = cache.accounts.get(unit.id)
  if (kept?.parts === parts) return kept.account
  const account = unitAccountOf(unit, parts, source)
  cache.accounts.set(unit.id, { parts, account })
  return account
}
