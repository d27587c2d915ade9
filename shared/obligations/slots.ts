import { addDays, type Day } from '../time/day.ts'
import { nextPeriod, periodEnd, periodOf, type Period } from '../time/period.ts'
import type { Slot } from '../catalogue/item.ts'
import { slotOpens } from './slot-due.ts'

/** One slot of one period: what a periodic duty owes. */
export interface OpenSlot {
  readonly slot: Slot
  readonly period: Period
  /** "2025/final", or the bare period where the item has one slot only. */
  readonly name: string
  readonly opens: Day
  /** Last day of the period it is about. */
  readonly ends: Day
}

export function slotName(slot: Slot, period: Period): string {
  return slot.name === null ? period : `${period}/${slot.name}`
}

/** Slots that open in [from, to], oldest first, and the day the next one opens. */
export function slotsOpening(slots: readonly Slot[], from: Day, to: Day): { readonly open: readonly OpenSlot[]; readonly next: Day | null } {
  const open: OpenSlot[] = []
  let next: Day | null = null
  for (const slot of slots) {
    let period = periodOf(slot.every, addDays(from, -400))
    for (;;) {
      const opens = slotOpens(slot, period)
      if (opens > to) {
        if (next === null || opens < next) next = opens
        break
      }
      if (opens >= from) open.push({ slot, period, name: slotName(slot, period), opens, ends: periodEnd(period) })
      period = nextPeriod(period)
    }
  }
  open.sort((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : a.name < b.name ? -1 : 1))
  return { open, next }
}
