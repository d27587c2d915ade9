import type { Day } from '../time/day.ts'
import type { Cadence } from '../catalogue/item.ts'
import { owedBy } from '../catalogue/subjects.ts'
import { cadenceFor, dutyKey } from './duty.ts'
import { answerByOf, stepsOf, type DutyDecision } from './duty-decisions.ts'
import type { DutyStanding } from './obligation.ts'
import { dutyOf } from './routes.ts'
import { isSameCadence } from './same-cadence.ts'
import type { World } from './world.ts'

/** How a duty stands in 责任认领: what the row prints, how often it is owed, what was said last and before. */
export interface DutyClaim {
  /** First day of its state; null where the catalogue alone proposes it and nobody was asked yet. */
  readonly since: Day | null
  /** The last day to answer a proposal, and working days until then; null when nothing waits for an answer. */
  readonly answerBy: Day | null
  readonly answerWorkdays: number | null
  readonly by: string | null
  readonly reason: string | null
  /** What was said before, oldest first. */
  readonly earlier: readonly DutyDecision[]
  /** The limit as printed. */
  readonly printed: string
  readonly every: Cadence
  /** The office set the cadence for this unit. */
  readonly ownCadence: boolean
  /** Only the unit's own facts propose it: the catalogue's readers left it out. */
  readonly fromFacts: boolean
  /** Its unit was merged: nothing of it is claimed any more. */
  readonly ended: boolean
}

/** The claim behind a standing, as of the world's day. */
export function dutyClaimOf({ unit, item }: Pick<DutyStanding, 'unit' | 'item'>, world: World): DutyClaim {
  const key = dutyKey(unit, item)
  const duty = dutyOf(key, world)
  const stands = world.duties.has(key)
  const named = world.decisions.named.get(key) ?? []
  // A word on all duties is about those that stood, not about one that traits left out until somebody named it.
  const wasLeftOut = duty !== undefined && (!stands || (named.length > 0 && !owedBy(duty.item, [...world.units.values()]).includes(unit)))
  const steps = wasLeftOut ? named : stepsOf(world.decisions, key)
  const last = steps.at(-1)
  const answerBy = answerByOf(last, world.calendar)
  const every: Cadence = duty?.cadence ?? { kind: 'asFormed', cycleMonths: null, origin: 'inferred' }
  return {
    since: last?.since ?? null, answerBy, answerWorkdays: answerBy === null ? null : world.calendar.workdaysBetween(world.day, answerBy),
    by: last?.by ?? null, reason: last?.reason ?? null, earlier: steps.slice(0, -1),
    printed: duty?.item.deadline.printed ?? '', every,
    ownCadence: duty !== undefined && !isSameCadence(every, cadenceFor(duty.item, duty.unit)),
    fromFacts: !stands, ended: duty?.unit.validTo !== undefined && duty.unit.validTo < world.day,
  }
}
