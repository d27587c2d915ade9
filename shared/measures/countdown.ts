import { daysBetween, yearOf, type Day } from '../time/day.ts'
import { periodEnd, type Period } from '../time/period.ts'
import type { Item, Slot } from '../catalogue/item.ts'
import { dueOfSlot } from '../obligations/due.ts'
import { dutyFactsOf } from '../obligations/duty-facts.ts'
import type { Duty } from '../obligations/duty.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { slotOpens } from '../obligations/slot-due.ts'
import { slotName } from '../obligations/slots.ts'
import type { World } from '../obligations/world.ts'
import type { PartsByUnit } from './board.ts'
import { commonestDay, daysLeftTo, type DaysLeft } from './days-left.ts'
import { itemNamesOf } from './item-names.ts'
import { countTiles, tileState, type RollCallEntry } from './roll-calls.ts'

/** 法定节点倒计时: one yearly date to come, and how many units have it out already. */
export interface CountdownRow extends DaysLeft {
  readonly item: string
  readonly slot: string | null
  readonly period: Period
  readonly name: string
  /** Id of the roll call of the same publication, if there is one. */
  readonly rollCall: string | null
  /** Calendar days to the due day. */
  readonly daysLeft: number
  /** A law or State Council document sets the date. */
  readonly statutory: boolean
  readonly provisional: boolean
  /** False while the slot has not opened: nothing can be out yet. */
  readonly opened: boolean
  readonly published: number
  readonly whole: number
}

const longestList = 12

/** The next due day of every yearly slot somebody owes, soonest first, at most twelve; from the same day the roll call's first. */
export function countdownOf(entries: readonly RollCallEntry[], parts: PartsByUnit, world: World): readonly CountdownRow[] {
  const opened = openedSlots(parts)
  const rows: CountdownRow[] = []
  for (const owed of yearlySlots(world)) {
    const entry = entries.find((each) => each.item === owed.item.id && each.slot === owed.slot.name)
    const next = nextOf(owed, opened, world)
    if (next === undefined) continue
    rows.push({
      item: owed.item.id, slot: owed.slot.name, period: next.period, name: entry?.name ?? itemNamesOf(world.items)[owed.item.id] ?? owed.item.id,
      rollCall: entry?.id ?? null, ...daysLeftTo(next.dueDay, world.day, world.calendar), daysLeft: daysBetween(world.day, next.dueDay),
      statutory: world.statutory.some((rule) => rule.item === owed.item.id && (rule.slot ?? null) === owed.slot.name),
      provisional: next.provisional, opened: next.opened, published: next.published, whole: next.whole,
    })
  }
  return rows.sort(bySoonest).slice(0, longestList)
}

function bySoonest(a: CountdownRow, b: CountdownRow): number {
  if (a.dueDay !== b.dueDay) return a.dueDay < b.dueDay ? -1 : 1
  return Number(b.rollCall !== null) - Number(a.rollCall !== null) || Number(b.statutory) - Number(a.statutory) || b.whole - a.whole
}

interface YearlySlot {
  readonly item: Item
  readonly slot: Slot
  readonly duties: readonly Duty[]
}

function yearlySlots(world: World): readonly YearlySlot[] {
  const slots = new Map<string, { item: Item; slot: Slot; duties: Duty[] }>()
  for (const duty of world.duties.values()) {
    if (!duty.opensByItself || duty.state === 'notApplicable' || (duty.endsBefore !== null && duty.endsBefore <= world.day)) continue
    if (duty.cadence.kind !== 'slots') continue
    for (const slot of duty.cadence.slots) {
      if (slot.every !== 'year') continue
      const key = `${duty.item.id}|${slot.name ?? ''}`
      const known = slots.get(key)
      if (known) known.duties.push(duty)
      else slots.set(key, { item: duty.item, slot, duties: [duty] })
    }
  }
  return [...slots.values()]
}

/** Obligations of slots, by item and the slot's name ("district-20|2025/final"). */
function openedSlots(parts: PartsByUnit): ReadonlyMap<string, readonly Obligation[]> {
  const opened = new Map<string, Obligation[]>()
  for (const duties of parts.values()) {
    for (const { standing, obligations } of duties) {
      if (standing.cadence !== 'slots') continue
      for (const o of obligations) {
        if (o.origin !== 'periodic' || o.period === null) continue
        const key = `${o.item}|${o.period}`
        const known = opened.get(key)
        if (known) known.push(o)
        else opened.set(key, [o])
      }
    }
  }
  return opened
}

interface NextDue {
  readonly period: Period
  readonly dueDay: Day
  readonly provisional: boolean
  readonly opened: boolean
  readonly published: number
  readonly whole: number
}

/** The earliest of last year's, this year's and next year's period that is still to fall due. */
function nextOf(owed: YearlySlot, opened: ReadonlyMap<string, readonly Obligation[]>, world: World): NextDue | undefined {
  const year = yearOf(world.day)
  let next: NextDue | undefined
  for (const period of [String(year - 1), String(year), String(year + 1)]) {
    const found = dueOfPeriod(owed, { period, pieces: opened.get(`${owed.item.id}|${slotName(owed.slot, period)}`) ?? [] }, world)
    if (found && found.dueDay >= world.day && (!next || found.dueDay < next.dueDay)) next = found
  }
  return next
}

interface PeriodPieces {
  readonly period: Period
  readonly pieces: readonly Obligation[]
}

function dueOfPeriod({ slot, duties }: YearlySlot, { period, pieces }: PeriodPieces, world: World): NextDue | undefined {
  const days = pieces.flatMap((o) => (o.dueDay === null ? [] : [o.dueDay]))
  if (days.length > 0) {
    const provisional = pieces.some((o) => o.flags.includes('provisional'))
    return { period, dueDay: commonestDay(days), provisional, opened: true, ...countTiles(pieces.map((o) => ({ state: tileState(o) }))) }
  }
  const opens = slotOpens(slot, period)
  const [duty] = duties
  if (opens <= world.day || duty === undefined) return undefined
  const open = { slot, period, name: slotName(slot, period), opens, ends: periodEnd(period) }
  const due = dueOfSlot({ world, duty, facts: dutyFactsOf([]), expected: [], guests: [] }, open, world.calendar)
  return due ? { period, dueDay: due.day, provisional: due.provisional, opened: false, published: 0, whole: duties.length } : undefined
}
