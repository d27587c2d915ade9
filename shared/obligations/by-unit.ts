import { addDays } from '../time/day.ts'
import type { Duty } from './duty.ts'
import { dutyKey } from './duty.ts'
import { standingOf } from './duty-standing.ts'
import { successorOf } from './guests.ts'
import type { DutyResult } from './judge-duty.ts'
import type { JudgedDuty, Obligation } from './obligation.ts'
import { dutyOf } from './routes.ts'
import type { World } from './world.ts'

/** What a merged unit's duty hands over: open documents and follow-ups, and open slots where the successor has none of its own. */
export function passedOn(duty: Duty, result: DutyResult, world: World): { readonly to: string; readonly obligations: readonly Obligation[] } | undefined {
  const { validTo } = duty.unit
  const unit = successorOf(duty)
  if (validTo === undefined || unit === undefined || duty.endsBefore !== addDays(validTo, 1) || result.passing.length === 0) return undefined
  const to = dutyKey(unit, duty.item.id)
  const hasOwn = world.duties.has(to)
  const obligations = result.passing
    .filter((each) => !hasOwn || (each.origin !== 'periodic' && each.origin !== 'standing'))
    .map((each) => ({ ...each, unit }))
  return obligations.length === 0 ? undefined : { to, obligations }
}

/** A duty's own result with what others handed over to it; null when there is neither. */
export function withPassed(key: string, { result, passed }: { readonly result: DutyResult | undefined; readonly passed: readonly Obligation[] }, world: World): JudgedDuty | null {
  if (result) return passed.length === 0 ? result : { standing: result.standing, obligations: [...result.obligations, ...passed] }
  const first = passed[0]
  if (!first) return null
  const duty = dutyOf(key, world)
  const standing = duty
    ? standingOf(duty, world.day, {})
    : { unit: first.unit, item: first.item, category: first.category, state: 'claimed' as const, cadence: 'asFormed' as const, applicable: false, covered: false, coveredBy: null, lastDay: null }
  return { standing, obligations: passed }
}
