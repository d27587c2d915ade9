import { addDays, type Day } from '../time/day.ts'
import type { Slot } from '../catalogue/item.ts'
import { periodEnd, periodStart, periodUnit } from '../time/period.ts'
import type { ApprovedFact } from '../facts/fact.ts'
import { byDay } from '../facts/effective-facts.ts'
import type { Published } from './documents.ts'
import { dueOfDocument, dueOfSlot } from './due.ts'
import { judgeRepublications, withSamePages } from './republications.ts'
import { acceptedOf, judgeOccurrence, type Declared, type DutyContext, type JudgedOccurrence, type Occurrence } from './occurrence.ts'
import { slotOpens } from './slot-due.ts'
import { slotName, slotsOpening, type OpenSlot } from './slots.ts'

export interface JudgedPeriodic {
  readonly judged: readonly JudgedOccurrence[]
  /** Day the next slot opens. */
  readonly next: Day | null
}

/** A publication names a slot when its period is the slot's, or the period's bare name. */
function isNamed(period: string | undefined, slot: OpenSlot): boolean {
  return period !== undefined && (period === slot.name || period === slot.period)
}

/**
 * Slots a publication settles. First those that name a period; then the others, by day, feed, key: each settles the
 * oldest slot that had ended by its day and is still unsettled, else the running one, else it is evidence only.
 */
function publicationsBySlot(published: readonly Published[], slots: readonly OpenSlot[], declared: ReadonlyMap<OpenSlot, Day>): Map<OpenSlot, Published[]> {
  const settled = new Map<OpenSlot, Published[]>()
  const give = (slot: OpenSlot, each: Published) => {
    const list = settled.get(slot)
    if (list) list.push(each)
    else settled.set(slot, [each])
  }
  const sorted = [...published].sort(byDay)
  for (const each of sorted) {
    const { period } = each.fact
    if (period === undefined) continue
    const named = slots.filter((slot) => isNamed(period, slot))
    // A bare period with several slots in it: the oldest unsettled one.
    const slot = named.length > 1 ? named.find((one) => !settled.has(one)) ?? named[0] : named[0]
    if (slot) give(slot, each)
  }
  for (const each of sorted) {
    if (each.fact.period !== undefined) continue
    const day = each.fact.day
    const isFree = (slot: OpenSlot) => !settled.has(slot) && !((declared.get(slot) ?? '9999') <= day)
    const slot = slots.find((one) => one.ends < day && isFree(one)) ??
      slots.find((one) => one.opens <= day && one.ends >= day && isFree(one))
    if (slot) give(slot, each)
  }
  return settled
}

/** Slots named by facts of a duty that opens nothing by itself. */
function slotsOfFacts(context: DutyContext, slots: readonly Slot[]): OpenSlot[] {
  const periods = new Set(context.facts.published.flatMap((each) => each.fact.period?.split('/')[0] ?? []))
  return [...periods].sort().flatMap((period) => slots.filter((slot) => slot.every === periodUnit(period)).map((slot) => ({
    slot, period, name: slotName(slot, period), opens: slotOpens(slot, period), ends: periodEnd(period),
  })))
}

/** Judges the slots of a periodic duty (定期类) that have opened by the world's day. */
export function judgePeriodic(context: DutyContext, slots: readonly Slot[]): JudgedPeriodic {
  const { duty, facts, world } = context
  const to = [duty.endsBefore, duty.opensBefore].reduce<Day>((last, day) => (day !== null && day <= last ? addDays(day, -1) : last), world.day)
  const { open, next } = duty.opensByItself ? slotsOpening(slots, duty.opensFrom, to) : { open: slotsOfFacts(context, slots), next: null }
  const declared = declaredSlots(context, open)
  const guests = context.guests.filter((each) => each.fact.period !== undefined)
  const settled = publicationsBySlot(acceptedOf([...facts.published, ...guests], duty), open, new Map([...declared].map(([slot, each]) => [slot, each.day])))
  const rejected = facts.published.filter((each) => acceptedOf([each], duty).length === 0)
  const judged = open.flatMap((slot) => {
    const own = settled.get(slot) ?? []
    const elsewhere = own.length > 0 ? [] : rejected.filter((each) => isNamed(each.fact.period, slot))
    const occurrence: Occurrence = {
      id: `${duty.key}|period:${slot.name}`,
      aliases: [], origin: 'periodic', ref: null, period: slot.name,
      formed: facts.formed.filter((each) => each.fact.day >= periodStart(slot.period) && each.fact.day <= slot.ends).sort(byDay).slice(0, 1),
      eventDay: slot.opens, proof: () => 'none', hangsOnFormation: false,
      due: (calendar) => dueOfSlot(context, slot, calendar),
      published: [...own, ...elsewhere],
      nothing: own.length > 0 ? null : declared.get(slot) ?? null,
      events: slot.slot.due.kind === 'event' ? facts.approved.filter((each) => isNamed(periodOfEvent(each.fact), slot)).map((each) => each.seq) : [],
    }
    const result = judgeOccurrence(context, occurrence)
    const pages = facts.withdrawn.length === 0 ? [] : withSamePages(own, facts.published)
    return [result, ...judgeRepublications(context, { judged: result, ref: null, formed: [], published: pages, due: dueOfDocument })]
  })
  return { judged, next: duty.endsBefore === null || (next !== null && next < duty.endsBefore) ? next : null }
}

function periodOfEvent({ about }: ApprovedFact): string | undefined {
  return about !== undefined && 'period' in about ? about.period : undefined
}

/** 情况说明 by slot: the earliest, unless a document formed in that period contradicts it. */
function declaredSlots({ facts }: DutyContext, slots: readonly OpenSlot[]): Map<OpenSlot, Declared> {
  const declared = new Map<OpenSlot, Declared>()
  for (const slot of slots) {
    const said = facts.nothing.filter((each) => isNamed(each.fact.about.period, slot)).sort(byDay)[0]
    if (!said) continue
    const start = periodStart(slot.period)
    const isContradicted = facts.formed.some((each) => each.fact.day >= start && each.fact.day <= slot.ends)
    if (!isContradicted) declared.set(slot, { day: said.fact.day, seq: said.seq, recordedAt: said.recordedAt })
  }
  return declared
}
