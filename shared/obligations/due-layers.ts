import { periodEnd } from '../time/period.ts'
import type { RecordedFact } from '../facts/fact.ts'
import { dueOfDocument, dueOfPolicy, dueOfSlot, type Due } from './due.ts'
import { dutyKey } from './duty.ts'
import { dutyFactsOf } from './duty-facts.ts'
import type { DueLayer, Obligation } from './obligation.ts'
import type { DutyContext } from './occurrence.ts'
import { dutyOf } from './routes.ts'
import { slotOpens } from './slot-due.ts'
import type { World } from './world.ts'

/**
 * How an obligation's due day came about, for its page and its deadline proof. `facts` are those bearing on it (its
 * `facts` by seq). Null where the formation day is unknown or no limit can be computed.
 */
export function dueOfObligation(obligation: Obligation, world: World, facts: readonly RecordedFact[]): Due | null {
  const [unit] = obligation.id.split('|')
  const duty = dutyOf(dutyKey(unit ?? obligation.unit, obligation.item), world)
  if (!duty || obligation.eventDay === null) return null
  const context: DutyContext = { world, duty, facts: dutyFactsOf(facts), expected: [], guests: [] }
  if (obligation.origin === 'followUp' || obligation.id.includes('|for:')) return dueOfPolicy(context, obligation.eventDay, world.calendar)
  if (obligation.period === null) return dueOfDocument(context, obligation.eventDay, world.calendar)
  const [period, name] = obligation.period.split('/')
  const slots = duty.cadence.kind === 'slots' ? duty.cadence.slots : []
  const slot = slots.find((each) => each.name === (name ?? null))
  if (!slot || period === undefined) return null
  return dueOfSlot(context, { slot, period, name: obligation.period, opens: slotOpens(slot, period), ends: periodEnd(period) }, world.calendar)
}

/** All layers of an obligation's due day (printed, law, slot, internal); empty where none can be computed. */
export function layersOfObligation(obligation: Obligation, world: World, facts: readonly RecordedFact[]): readonly DueLayer[] {
  return dueOfObligation(obligation, world, facts)?.layers ?? []
}
