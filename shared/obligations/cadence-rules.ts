import { refusal, type Refusal } from '../refusal.ts'
import type { Day } from '../time/day.ts'
import type { Cadence } from '../catalogue/item.ts'
import type { Setting } from '../facts/setting.ts'
import { claimable } from './claimable.ts'
import { cadenceFor } from './duty.ts'
import { isSameCadence } from './same-cadence.ts'
import type { World } from './world.ts'

/** How often one unit is to owe one item from a day on; `cadence` null goes back to what the catalogue says. */
export interface CadenceAsked {
  readonly unit: string
  readonly item: string
  readonly cadence: Cadence | null
  readonly effective: Day
  readonly reason: string
}

/**
 * Reads a change of one duty's cadence. What opened before the day stays under the cadence it opened by. Refused for
 * groups (文件解读 follows its policies), days still to come, no reason, and what is owed so already.
 */
export function readCadence(asked: CadenceAsked, world: World): { readonly refusals: readonly Refusal[]; readonly settings: readonly Setting[] } {
  const found = claimable(asked, null, world)
  if ('message' in found) return { refusals: [refusal(found.code, 'item', found.message)], settings: [] }
  const { duty } = found
  const row = `${duty.unit.shortName}“${duty.item.path.at(-1) ?? duty.item.id}”`
  const refusals: Refusal[] = []
  const cadence = asked.cadence ?? cadenceFor(duty.item, duty.unit)
  if (duty.cadence.kind === 'followUp') refusals.push(refusal('follow-up', 'item', `${row}随政策文件公布而产生，没有频次可改。`))
  else if (isSameCadence(cadence, duty.cadence)) refusals.push(refusal('unchanged', 'cadence', `${row}的频次本来就是这样，没有变化。`))
  if (asked.reason.trim() === '') refusals.push(refusal('reason-needed', 'reason', `${row}：改频次须写明理由。`))
  if (asked.effective > world.day) refusals.push(refusal('day-to-come', 'effective', `${row}：起始日不能晚于今天（${world.day}），请到那一天再改。`))
  if (asked.effective < world.supervisedFrom) refusals.push(refusal('day-too-early', 'effective', `${row}：起始日不能早于督查起始日（${world.supervisedFrom}）。`))
  const { unit, item, effective, reason } = asked
  const setting: Setting = { kind: 'applicability', effective, item, cadence: { unit, cadence }, reason: reason.trim() }
  return { refusals, settings: refusals.length === 0 ? [setting] : [] }
}
