import type { DutyStanding } from '../../shared/obligations/obligation.ts'
import { dutiesBehind } from '../../shared/measures/leaf-behind.ts'
import { dutyClaimOf } from '../../shared/obligations/duty-claim.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { DutyPage, DutyRow } from '../../shared/wire/answers.ts'
import { itemNameOf, unitNameOf } from './obligations.ts'
import { stampOf, type View } from './view.ts'

export interface DutyFilter {
  readonly unit?: readonly string[]
  readonly item?: readonly string[]
  readonly category?: readonly string[]
  readonly cadence?: readonly DutyStanding['cadence'][]
  readonly state?: readonly DutyStanding['state'][]
  /** Exactly the duties a coverage leaf of the score counted. */
  readonly leaf?: string
  /** Only applicable duties that are covered (true) or not (false): what the coverage rate opens into. */
  readonly covered?: boolean
  /** Only duties that the coverage rate counts (true) or leaves out (false). */
  readonly applicable?: boolean
}

/** Rows [offset, offset + limit) of the list; without a limit all that follow. */
export interface DutyWindow {
  readonly offset: number
  readonly limit?: number
}

/** Duties with their state and what covers them, units in official order, items in document order. */
export function dutiesAnswer(view: View, { filter, within: { offset, limit } }: { readonly filter: DutyFilter; readonly within: DutyWindow }): DutyPage {
  const rows = dutyRows(view, filter)
  return { ...stampOf(view), rows: rows.slice(offset, limit === undefined ? undefined : offset + limit), total: rows.length }
}

/** How many units owe the item, those it is 不适用 for left out. */
export function unitsOwing(item: string, world: World): number {
  let owing = 0
  for (const duty of world.duties.values()) if (duty.item.id === item && duty.state !== 'notApplicable' && duty.endsBefore === null) owing += 1
  return owing
}

export function dutyRows(view: View, filter: DutyFilter): readonly DutyRow[] {
  const world = view.world()
  const inLeaf = filter.leaf === undefined ? null : new Set(dutiesBehind({ leaf: filter.leaf, units: filter.unit }, view.parts(), world))
  const rows: DutyRow[] = []
  for (const [unit, parts] of view.parts()) {
    if (filter.unit && !filter.unit.includes(unit)) continue
    for (const { standing } of parts) {
      if (inLeaf && !inLeaf.has(standing)) continue
      if (filter.category && !filter.category.includes(standing.category)) continue
      if (filter.item && !filter.item.includes(standing.item)) continue
      if (filter.cadence && !filter.cadence.includes(standing.cadence)) continue
      if (filter.state && !filter.state.includes(standing.state)) continue
      if (filter.applicable !== undefined && standing.applicable !== filter.applicable) continue
      if (filter.covered !== undefined && !(standing.applicable && standing.covered === filter.covered)) continue
      rows.push({ ...standing, ...dutyClaimOf(standing, world), unitName: unitNameOf(world, unit), itemName: itemNameOf(world, standing.item) })
    }
  }
  return rows
}
