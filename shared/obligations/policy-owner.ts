import type { Day } from '../time/day.ts'
import type { PolicyDocument } from './document-obligations.ts'
import { dutyKey } from './duty.ts'
import { dutyOf } from './routes.ts'
import type { World } from './world.ts'

/** The unit a duty has passed to by a day, through mergers. */
function inOffice(unit: string, at: { readonly day: Day; readonly item: string }, world: World): string {
  const found = world.units.get(unit)
  const successor = found?.successorByItem?.[at.item] ?? found?.successor
  return found?.validTo !== undefined && found.validTo < at.day && successor ? inOffice(successor, at, world) : unit
}

/**
 * Key of the interpretation duty (文件解读) a policy document opens: its drafter's, else its publisher's; undefined
 * where the group is printed for neither.
 */
export function policyOwner(policy: PolicyDocument, world: World): string | undefined {
  for (const item of world.items.values()) {
    if (item.cadence.kind !== 'followUp') continue
    for (const unit of [policy.drafter, policy.publisher]) {
      const key = dutyKey(inOffice(unit, { day: policy.publishedDay, item: item.id }, world), item.id)
      const duty = dutyOf(key, world)
      if (duty && duty.state !== 'notApplicable') return key
    }
  }
  return undefined
}
