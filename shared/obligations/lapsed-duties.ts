import { addDays, type Day } from '../time/day.ts'
import type { Setting } from '../facts/setting.ts'
import { answerByOf, decisionOf } from './duty-decisions.ts'
import type { World } from './world.ts'

/** Why a duty that nobody answered for is claimed; the notice of the proposal says so beforehand. */
export const silenceReason = '五个工作日内未提出异议，视为认领'

/**
 * Silence is acceptance (责任认领): the settings that claim every duty whose proposal went unanswered past its fifth
 * working day, each from the day after, oldest first. Duties objected to, never sent to their unit, or of a unit that
 * has ended do not lapse; once these settings stand there are none left.
 */
export function lapsedDuties(world: World): readonly Setting[] {
  const byDay = new Map<Day, { unit: string; item: string }[]>()
  for (const duty of world.duties.values()) {
    if (duty.state !== 'proposed' || (duty.unit.validTo !== undefined && duty.unit.validTo < world.day)) continue
    const answerBy = answerByOf(decisionOf(world.decisions, duty.key), world.calendar)
    if (answerBy === null || answerBy >= world.day) continue
    const effective = addDays(answerBy, 1)
    byDay.set(effective, [...(byDay.get(effective) ?? []), { unit: duty.unit.id, item: duty.item.id }])
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([effective, duties]): Setting =>
    ({ kind: 'dutyState', effective, duties, state: 'claimed', reason: silenceReason }))
}
