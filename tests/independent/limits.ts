import { dayAfter, earliestOf, monthsIn, plusDays, yearOf, type Day, type Period } from './days.ts'
import { itemOn, type InForce } from './in-force.ts'
import type { Cadence, Item, Rule, Slot } from './lines.ts'
import type { Workdays } from './workdays.ts'

/** One limit: who sets it, its last good day, from where it is counted (null: a fixed date) and how. */
interface Limit {
  readonly by: 'printed' | 'law' | 'slot'
  readonly day: Day
  readonly from: Day | null
  readonly n: number | null
  readonly in: 'workday' | 'calendarDay' | 'date'
  readonly assumed: boolean
}
type Reach = Omit<Limit, 'by'>

/** When something is due and what that rests on. */
export interface Due {
  readonly day: Day
  /** Neither catalogue nor law states it: half weight. */
  readonly assumed: boolean
  /** A notice or a 批复 still to come may move it (暂定). */
  readonly provisional: boolean
  /** As far as a 报备 may move it, null where no law sets a limit. */
  readonly legal: Day | null
  /** First day of 即将到期 for a due day, this one or one that was granted. */
  soonFrom(due: Day): Day
}

/** 条例 第26条. */
const generalWorkdays = 20

function counted(from: Day, n: number, unit: string, workdays: Workdays): Reach {
  if (unit === 'workday') return { day: workdays.after(from, n), from, n, in: 'workday', assumed: false }
  return { day: workdays.onOrAfter(plusDays(from, n)), from, n, in: 'calendarDay', assumed: false }
}

function fixed(year: number, monthDay: string): Reach {
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  return { day: `${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`, from: null, n: null, in: 'date', assumed: false }
}

function wholeOf(first: Day, last: Day): Reach {
  return { day: last, from: plusDays(first, -1), n: null, in: 'date', assumed: false }
}

/** What a rule leaves after an event; none for a display period or what cannot be computed. */
function reachOf(rule: Rule, event: Day, rules: InForce, workdays: Workdays): Reach[] {
  switch (rule.kind) {
    case 'within': return [counted(event, rule.n, rule.unit, workdays)]
    case 'realtime': return [{ ...counted(event, rules.thresholds['realtimeWorkdays'] ?? 3, 'workday', workdays), assumed: true }]
    case 'unstated': return [{ ...counted(event, generalWorkdays, 'workday', workdays), assumed: true }]
    case 'byDate': {
      const thisYear = fixed(yearOf(event), rule.monthDay)
      return [thisYear.day >= event ? thisYear : fixed(yearOf(event) + 1, rule.monthDay)]
    }
    case 'cycle': return [cycleAround(event, rule.unit === 'year' ? rule.n * 12 : rule.n)]
    default: return []
  }
}

/** The calendar stretch of so many months the day lies in. */
function cycleAround(day: Day, months: number): Reach {
  const month = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1
  const firstOf = (count: number) => new Date(Date.UTC(0, count, 1)).toISOString().slice(0, 10)
  const begin = month - month % months
  const shift = (count: number) => `${String(Math.floor(count / 12)).padStart(4, '0')}${firstOf(count % 12).slice(4)}`
  return wholeOf(shift(begin), plusDays(shift(begin + months), -1))
}

/** The strictest limit decides; of one day a stated one stands before an assumed one, printed before law before the slot's own. */
function dueOf(limits: readonly Limit[], workdays: Workdays, awaits: 'a 批复' | 'nothing'): Due | null {
  const day = earliestOf(limits.map((each) => each.day))
  if (day === null) return null
  const strictest = limits.filter((each) => each.day === day)
  const stated = strictest.filter(({ assumed }) => !assumed)
  const order = ['printed', 'law', 'slot'] as const
  const decides = order.flatMap((by) => (stated.length > 0 ? stated : strictest).filter((each) => each.by === by))[0]!
  return {
    day, assumed: stated.length === 0, legal: earliestOf(limits.filter(({ by }) => by === 'law').map((each) => each.day)),
    provisional: awaits === 'a 批复' || mayMove(decides, workdays), soonFrom: (due) => soonFrom({ ...decides, day: due }, workdays),
  }
}

/** A count of working days that touches an unannounced year, or calendar days that end in one. */
function mayMove({ day, from, n, in: unit }: Limit, workdays: Workdays): boolean {
  if (unit === 'date' || from === null) return false
  const since = unit === 'calendarDay' && n !== null ? plusDays(from, n) : plusDays(from, 1)
  if (since > day) return false
  return [yearOf(since), yearOf(day)].some((year) => !workdays.isAnnounced(year))
}

/** A quarter of the limit, 1 to 5 working days; 10 before a yearly date; counted from the last working day on or before. */
function soonFrom({ day, from, n, in: unit }: Limit, workdays: Workdays): Day {
  const limit = from === null ? 0 : unit === 'workday' && n !== null ? n : workdays.between(from, day)
  return workdays.after(workdays.onOrBefore(day), from === null ? -10 : -Math.min(5, Math.max(1, Math.ceil(limit / 4))))
}

type Event = 'formed' | 'policyPublished'

function isOf(rule: Rule, event: Event): boolean {
  return rule.kind !== 'within' || (rule.after === 'policyPublished') === (event === 'policyPublished')
}

/**
 * Due day after an event: a document formed or changed, a standing page opened, a page taken down; or a policy's publication. A
 * document no special law speaks of has the 20 working days of 条例 第26条 beside what is printed.
 */
export function dueAfter(event: Event, day: Day, item: Item, rules: InForce, workdays: Workdays): Due | null {
  const printedAll = (itemOn(rules, item.id, day) ?? item).deadline.rules.filter((rule) => isOf(rule, event))
  const smallest = printedAll.flatMap((rule) => (rule.kind === 'within' ? [rule] : [])).sort((a, b) => a.n - b.n)[0]
  const printed = event === 'policyPublished' && smallest ? [smallest] : printedAll
  const named = (by: Limit['by']) => (reach: Reach): Limit => ({ by, ...reach })
  const limits = printed.flatMap((rule) => reachOf(rule, day, rules, workdays)).map(named('printed'))
  const law = rules.statutes.filter((each) => each.item === item.id && each.slot === undefined && isOf(each.rule, event))
    .flatMap(({ rule }) => reachOf(rule, day, rules, workdays)).map(named('law'))
  if (event === 'formed' && law.length === 0) {
    const isStated = printed.some((rule) => rule.kind !== 'unstated' && reachOf(rule, day, rules, workdays).length > 0)
    law.push({ by: 'law', ...counted(day, generalWorkdays, 'workday', workdays), assumed: !isStated })
  }
  return dueOf([...limits, ...law], workdays, 'nothing')
}

/** A slot of a period. */
export interface Turn { readonly slot: Slot; readonly period: Period; readonly opens: Day }

/** First day of a slot: its period's first, or the day after its last. */
export function opensOn({ anchor }: Slot, period: Period): Day {
  return anchor === 'start' ? period.first : dayAfter(period)
}

/** Due day of a slot under one row's cadence: its own day, and what catalogue and law state for it; "from formation" does not bind it. */
export function dueOfTurn(turn: Turn, row: { readonly item: Item; readonly cadence: Cadence }, approved: Day | null, rules: InForce, workdays: Workdays): Due {
  const { slot: { due, name }, period, opens } = turn
  const waits = due.kind === 'event' && approved === null
  const year = yearOf(period.first)
  const own: Reach = due.kind === 'offset'
    ? due.n === 0 ? wholeOf(period.first, period.last) : counted(period.last, due.n, due.unit, workdays)
    : due.kind === 'date' ? fixed(year + due.yearOffset, due.monthDay)
      : approved === null ? fixed(year + due.backstop.yearOffset, due.backstop.monthDay) : counted(approved, due.n, due.unit, workdays)
  const governing = itemOn(rules, row.item.id, opens) ?? row.item
  const stated = [
    ...governing.deadline.rules.flatMap((rule) => reachOfTurn(rule, turn, approved, workdays)).map((reach): Limit => ({ by: 'printed', ...reach })),
    ...rules.statutes.filter((each) => each.item === row.item.id && (each.slot ?? null) === name)
      .flatMap(({ rule }) => reachOfTurn(rule, turn, approved, workdays)).map((reach): Limit => ({ by: 'law', ...reach })),
  ]
  const isStated = !waits && (row.cadence.origin === 'stated' || stated.some(({ day }) => day === own.day))
  return dueOf([...stated, { by: 'slot', ...own, assumed: !isStated }], workdays, waits ? 'a 批复' : 'nothing')!
}

/** What a printed or legal rule says of a slot, if anything. */
function reachOfTurn(rule: Rule, { slot, period }: Turn, approved: Day | null, workdays: Workdays): Reach[] {
  const { due, every, name, anchor } = slot
  const yearly = due.kind === 'date' ? due : due.kind === 'event' ? due.backstop : { monthDay: null, yearOffset: anchor === 'end' ? 1 : 0 }
  if (rule.kind === 'byDate') {
    const isOurs = every === 'year' && (name === null || yearly.monthDay === rule.monthDay)
    return isOurs ? [fixed(yearOf(period.first) + yearly.yearOffset, rule.monthDay)] : []
  }
  if (rule.kind === 'cycle') {
    const months = rule.unit === 'year' ? rule.n * 12 : rule.n
    if (months !== monthsIn[every]) return []
    const day = anchor === 'start' ? period.first : dayAfter(period)
    return [cycleAround(day, months)]
  }
  return rule.kind === 'within' && rule.after === 'approved' && approved !== null ? [counted(approved, rule.n, rule.unit, workdays)] : []
}
