import { addMonths, type Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { Item, Slot } from '../catalogue/item.ts'
import { layersOf, strictest, type EventClock } from './deadline.ts'
import { dueSoonFrom } from './due-soon.ts'
import type { DueLayer } from './obligation.ts'
import type { DutyContext } from './occurrence.ts'
import { isProvisional } from './provisional.ts'
import { slotLayersOf } from './slot-due.ts'
import type { OpenSlot } from './slots.ts'
import { itemOn, type World } from './world.ts'

/** When one occurrence is due, and what that rests on. */
export interface Due {
  readonly day: Day
  readonly layers: readonly DueLayer[]
  /** No catalogue and no law states it (half weight). */
  readonly assumed: boolean
  /** A notice or a 批复 still to come may move it (暂定). */
  readonly provisional: boolean
  /** As far as a 报备 may move it; null where no law sets a limit. */
  readonly legal: Day | null
  /** First day it is 即将到期, for this due day or a later one a 报备 granted. */
  dueSoonFrom(due: Day): Day
  /** The gravest limit a publication on this day misses. */
  breachOn(day: Day): 'printed' | 'law' | 'slot' | null
}

/** Dues of documents by calendar, item and event day, for as long as their duties live: worlds of the same settings share them. */
const known = new WeakMap<World['duties'], Map<WorkingCalendar, Map<string, Due | null>>>()

interface Memory {
  readonly world: World
  readonly calendar: WorkingCalendar
  readonly key: string
}

function remembered({ world, calendar, key }: Memory, reckon: () => Due | null): Due | null {
  let ofDuties = known.get(world.duties)
  if (!ofDuties) known.set(world.duties, ofDuties = new Map())
  let ofCalendar = ofDuties.get(calendar)
  if (!ofCalendar) ofDuties.set(calendar, ofCalendar = new Map())
  const found = ofCalendar.get(key)
  if (found !== undefined) return found
  const due = reckon()
  ofCalendar.set(key, due)
  return due
}

function dueFrom(layers: readonly DueLayer[], calendar: WorkingCalendar, awaitsEvent: 'awaitsEvent' | 'known'): Due | null {
  const deadline = strictest(layers)
  if (!deadline) return null
  const { layer } = deadline
  return {
    day: deadline.day, layers, assumed: deadline.assumed, legal: deadline.legalDue,
    provisional: awaitsEvent === 'awaitsEvent' || isProvisional(layer, calendar),
    dueSoonFrom: (due) => dueSoonFrom(due === layer.day ? layer : { ...layer, day: due }, calendar),
    breachOn: deadline.breachOf,
  }
}

function dueOfEvent({ world, duty: { item } }: DutyContext, clock: Pick<EventClock, 'event' | 'day'>, calendar: WorkingCalendar): Due | null {
  return remembered({ world, calendar, key: `${item.id}|${clock.event}|${clock.day}` }, () => {
    const governing = itemOn(world, item.id, clock.day) ?? item
    const statutory = world.statutory.filter((each) => each.item === item.id)
    const layers = layersOf(
      { ...clock, printed: governing.deadline.rules, phrase: governing.deadline.printed, statutory }, { calendar, thresholds: world.thresholds })
    return dueFrom(layers, calendar, 'known')
  })
}

/** The due day of a document formed or changed on a day, of a standing item opened, of a page taken down. Null: not computable. */
export function dueOfDocument(context: DutyContext, eventDay: Day, calendar: WorkingCalendar): Due | null {
  return dueOfEvent(context, { event: 'formed', day: eventDay }, calendar)
}

/** The due day of a policy's interpretation, from its first publication: the group's smallest limit. */
export function dueOfPolicy(context: DutyContext, publishedDay: Day, calendar: WorkingCalendar): Due | null {
  return dueOfEvent(context, { event: 'policyPublished', day: publishedDay }, calendar)
}

/** The due day of a slot: the earlier of its own and that of a folded bureau item's slot of the same name. */
export function dueOfSlot(context: DutyContext, open: OpenSlot, calendar: WorkingCalendar): Due | null {
  const { duty } = context
  const own = slotDue(context, { item: duty.item, slot: open.slot, origin: duty.cadence.origin, open }, calendar)
  let due = own
  for (const twin of duty.twins) {
    if (twin.cadence.kind !== 'slots') continue
    const slot = twin.cadence.slots.find((each) => each.name === open.slot.name && each.every === open.slot.every)
    const other = slot && slotDue(context, { item: twin, slot, origin: twin.cadence.origin, open }, calendar)
    if (other && (due === null || other.day < due.day)) due = other
  }
  return due
}

interface SlotOfItem {
  readonly item: Item
  readonly slot: Slot
  readonly origin: 'stated' | 'inferred'
  readonly open: OpenSlot
}

function slotDue(context: DutyContext, { item, slot, origin, open }: SlotOfItem, calendar: WorkingCalendar): Due | null {
  const { world } = context
  const approvedDay = slot.due.kind === 'event' ? approvalOf(context, open) : null
  return remembered({ world, calendar, key: `${context.duty.key}|${item.id}|${open.name}|${approvedDay}` }, () => {
    const governing = itemOn(world, item.id, open.opens) ?? item
    const { layers, awaitsEvent } = slotLayersOf({
      slot, period: open.period, origin, printed: governing.deadline.rules, phrase: governing.deadline.printed,
      statutory: world.statutory.filter((each) => each.item === item.id), approvedDay,
    }, calendar)
    return dueFrom(layers, calendar, awaitsEvent ? 'awaitsEvent' : 'known')
  })
}

/** The earliest 批复 entered for the slot's period; one that names no period counts where a year has one slot only. */
function approvalOf({ facts }: DutyContext, open: OpenSlot): Day | null {
  let day: Day | null = null
  for (const { fact } of facts.approved) {
    const { about } = fact
    const isOurs = about === undefined ? open.slot.name === null && fact.day >= open.opens && fact.day < addMonths(open.opens, 12)
      : 'period' in about && (about.period === open.name || about.period === open.period)
    if (isOurs && (day === null || fact.day < day)) day = fact.day
  }
  return day
}
