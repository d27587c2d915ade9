import type { Unit } from '../catalogue/item.ts'
import type { Board, CategoryRow, SettledRow, UnitRow } from './board-rows.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { isSameSums, type Sums } from './sums.ts'
import { unitAccountOf, type AccountSource, type UnitAccount } from './unit-account.ts'

/**
 * Accounts of units between two boards, and the rows written from them. A unit whose duties moved must come with a new parts
 * array: the array's identity is the key. Everything is forgotten when the world (day, settings) is another object.
 */
export interface BoardCache {
  world: MeasuredWorld | null
  readonly accounts: Map<string, { readonly parts: readonly DutyPart[]; readonly account: UnitAccount }>
  readonly unitRows: Map<string, { readonly account: UnitAccount; readonly rank: number | null; readonly settled: SettledRow | null; readonly row: UnitRow }>
  /** With the sums of each unit they are added up from. */
  readonly categoryRows: Map<string, { readonly from: readonly (Sums | undefined)[]; readonly row: CategoryRow }>
  /** The board of the last revision, for unit rooms. */
  board: Board | null
}

export function boardCache(): BoardCache {
  return { world: null, accounts: new Map(), unitRows: new Map(), categoryRows: new Map(), board: null }
}

/** The unit's account: kept, when its parts are the same array under the same world, else counted. */
export function accountFrom(
  unit: Unit, parts: readonly DutyPart[], source: AccountSource & { readonly cache: BoardCache | undefined },
): UnitAccount {
  const { cache, world } = source
  if (!cache) return unitAccountOf(unit, parts, source)
  if (cache.world !== world) {
    cache.world = world
    for (const kept of [cache.accounts, cache.unitRows, cache.categoryRows]) kept.clear()
  }
  const kept = cache.accounts.get(unit.id)
  if (kept?.parts === parts) return kept.account
  const account = keepingSame(unitAccountOf(unit, parts, source), kept?.account)
  cache.accounts.set(unit.id, { parts, account })
  return account
}

/** Categories that did not move keep their sums and cells as objects: whoever compares sees so at once. */
function keepingSame(account: UnitAccount, before: UnitAccount | undefined): UnitAccount {
  if (!before) return account
  const byCategory = new Map([...account.byCategory].map(([category, sums]) => {
    const old = before.byCategory.get(category)
    return [category, old && isSameSums(old, sums) ? old : sums]
  }))
  const cells = new Map(before.cells.map((cell) => [cell.category, cell]))
  const isKept = (category: string) => byCategory.get(category) === before.byCategory.get(category)
  return { ...account, byCategory, cells: account.cells.map((cell) => (isKept(cell.category) && cells.get(cell.category)) || cell) }
}
