import type { Duty } from './duty.ts'
import { dutyKey } from './duty.ts'
import { dutyOf } from './routes.ts'
import type { World } from './world.ts'

/** A duty as a request names it, by ids. */
export interface ClaimRow {
  readonly unit: string
  readonly item: string
}

/** Why a row names no duty that can be decided about, as a Chinese sentence that names the row. */
export interface NotClaimable {
  readonly code: string
  readonly message: string
}

/**
 * The duty a row names; refused for what does not exist, a unit that has ended, rows not printed for the unit, forms of a
 * group and rows folded into the district's. `own` limits a clerk to the own unit (null: any), without telling of others.
 */
export function claimable({ unit: unitId, item: itemId }: ClaimRow, own: string | null, world: World): { readonly duty: Duty } | NotClaimable {
  const no = (code: string, message: string): NotClaimable => ({ code, message })
  if (own !== null && unitId !== own) return no('other-unit', `“${short(unitId)}”不是本单位，只能办理本单位的责任。`)
  const unit = world.units.get(unitId)
  if (!unit) return no('unknown-unit', `没有编号为“${short(unitId)}”的单位。`)
  const item = world.items.get(itemId)
  if (!item) return no('unknown-item', `${unit.shortName}：目录里没有编号为“${short(itemId)}”的事项。`)
  const row = `${unit.shortName}“${item.path.at(-1) ?? itemId}”`
  if (unit.validTo !== undefined && unit.validTo < world.day) return no('unit-ended', `${row}：该单位已在${unit.validTo}撤并，责任由承接单位办理。`)
  if (item.cadence.kind === 'member') return no('member', `${row}是“${world.items.get(item.cadence.of)?.path.at(-1) ?? item.cadence.of}”的一种形式，请在那一行办理。`)
  const key = dutyKey(unitId, itemId)
  const duty = dutyOf(key, world)
  if (!duty) return no('not-printed', `${row}：目录没有把这一行写给该单位，不能办理认领。`)
  if (!world.duties.has(key) && isFolded(unitId, itemId, world)) {
    return no('folded', `${row}已并入区目录的同名事项，请在区目录那一行办理。`)
  }
  return { duty }
}

function isFolded(unit: string, item: string, world: World): boolean {
  const target = world.items.get(item)?.sameAs
  const duty = target === undefined ? undefined : world.duties.get(dutyKey(unit, target))
  return duty?.twins.some((twin) => twin.id === item) ?? false
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
