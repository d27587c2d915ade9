import { addDays, yearOf, type Day } from '../time/day.ts'
import { nextPeriod, periodEnd, periodStart, type Period, type PeriodUnit } from '../time/period.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { DeadlineRule } from '../catalogue/deadline-rule.ts'
import type { CadenceOrigin, Slot, StatutoryRule } from '../catalogue/item.ts'
import { dateOfYear, daysAfter, fixedDate, type Reach } from './due-day.ts'
import type { DueLayer } from './obligation.ts'

/** What limits the publication of one period. */
export interface SlotClock {
  readonly slot: Slot
  readonly period: Period
  /** Of the cadence the slot belongs to: a stated one is not assumed. */
  readonly origin: CadenceOrigin
  readonly printed: readonly DeadlineRule[]
  readonly phrase: string
  /** The item's rules of law; those of other slots are left out here. */
  readonly statutory: readonly StatutoryRule[]
  /** Day of the 批复 (`approved`) about the period, null until one is entered. */
  readonly approvedDay: Day | null
}

export interface SlotDue {
  readonly layers: readonly DueLayer[]
  /** The fixed date stands in until the 批复 is entered: provisional (暂定). */
  readonly awaitsEvent: boolean
}

/**
 * All limits of one period's publication: the slot's own day, and what catalogue and law state for it. A "from
 * formation" phrase does not bind a slot. The slot's own day is assumed where neither its cadence is stated nor another
 * layer falls on the same day, and always while its date only stands in for a 批复.
 */
export function slotLayersOf(clock: SlotClock, calendar: WorkingCalendar): SlotDue {
  const { slot, approvedDay, statutory } = clock
  const printed = clock.printed.flatMap((rule) => reachOf(rule, clock, calendar))
    .map((reach): DueLayer => ({ layer: 'printed', rule: clock.phrase, ...reach }))
  const law = statutory.filter((each) => (each.slot ?? null) === slot.name)
    .flatMap(({ rule, article }) => reachOf(rule, clock, calendar).map((reach): DueLayer => ({ layer: 'law', rule: article, ...reach })))
  const awaitsEvent = slot.due.kind === 'event' && approvedDay === null
  const own = ownReach(clock, calendar)
  const isStated = !awaitsEvent && (clock.origin === 'stated' || [...printed, ...law].some((each) => each.day === own.day))
  return { layers: [...printed, ...law, { layer: 'slot', rule: wordsOf(clock), ...own, assumed: !isStated }], awaitsEvent }
}

/** First day a slot's obligation exists: the period's first day, or the day after its last. */
export function slotOpens(slot: Pick<Slot, 'anchor'>, period: Period): Day {
  return slot.anchor === 'start' ? periodStart(period) : periodStart(nextPeriod(period))
}

function ownReach({ slot: { due }, period, approvedDay }: SlotClock, calendar: WorkingCalendar): Reach {
  switch (due.kind) {
    case 'offset': return due.n === 0 ? wholePeriod(period) : daysAfter(periodEnd(period), due, calendar)
    case 'date': return fixedDate(dateOfYear(due.monthDay, yearOf(periodStart(period)) + due.yearOffset))
    case 'event': {
      if (approvedDay !== null) return daysAfter(approvedDay, due, calendar)
      return fixedDate(dateOfYear(due.backstop.monthDay, yearOf(periodStart(period)) + due.backstop.yearOffset))
    }
  }
}

/** What a printed or statutory rule says of this slot, if anything. */
function reachOf(rule: DeadlineRule, clock: SlotClock, calendar: WorkingCalendar): Reach[] {
  const { slot, period, approvedDay } = clock
  switch (rule.kind) {
    case 'byDate':
      if (slot.every !== 'year' || (slot.name !== null && ownMonthDay(slot) !== rule.monthDay)) return []
      return [fixedDate(dateOfYear(rule.monthDay, yearOf(periodStart(period)) + yearOffset(slot)))]
    case 'cycle':
      if (MONTHS[slot.every] !== (rule.unit === 'year' ? rule.n * 12 : rule.n)) return []
      return [wholePeriod(slot.anchor === 'start' ? period : nextPeriod(period))]
    case 'within': return rule.after === 'approved' && approvedDay !== null ? [daysAfter(approvedDay, rule, calendar)] : []
    default: return []
  }
}

const MONTHS: Record<PeriodUnit, number> = { month: 1, quarter: 3, half: 6, year: 12 }
const WORDS: Record<PeriodUnit, string> = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' }

/** Any day of the period is good: due on its last day, which does not move. */
function wholePeriod(period: Period): Reach {
  return { day: periodEnd(period), from: addDays(periodStart(period), -1), n: null, unit: 'date', assumed: false }
}

function ownMonthDay({ due }: Slot): string | null {
  return due.kind === 'date' ? due.monthDay : due.kind === 'event' ? due.backstop.monthDay : null
}

/** Which year a yearly date means: the slot's own, else the year after what has to end first. */
function yearOffset({ due, anchor }: Slot): number {
  if (due.kind === 'date') return due.yearOffset
  return due.kind === 'event' ? due.backstop.yearOffset : Number(anchor === 'end')
}

function wordsOf({ slot: { due, every }, approvedDay }: SlotClock): string {
  switch (due.kind) {
    case 'offset': return due.n === 0 ? `${WORDS[every]}内` : `${WORDS[every]}结束后${due.n}${due.unit === 'workday' ? '个工作日' : '日'}内`
    case 'date': return `${due.yearOffset === 1 ? '次年' : '当年'}${dateWords(due.monthDay)}前`
    case 'event': {
      const limit = `批复之日起${due.n}${due.unit === 'workday' ? '个工作日' : '日'}内`
      const { monthDay, yearOffset: offset } = due.backstop
      return approvedDay === null ? `${limit}（批复日未录入，暂按${offset === 1 ? '次年' : '当年'}${dateWords(monthDay)}前掌握）` : limit
    }
  }
}

function dateWords(monthDay: string): string {
  return `${+monthDay.slice(0, 2)}月${+monthDay.slice(3)}日`
}
