import type { Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import { statuses } from '../obligations/obligation.ts'
import type { DutyFigures, DutyPart } from './figures.ts'
import { emptyTally, type MutableTally } from './tally.ts'

/** Figures of many duties added up: what a row of the board is written from. */
export interface Sums {
  readonly tally: MutableTally
  carriedOver: number
  overdueOfYear: number
  lateDeclared: number
  onTimeOriginal: number
  wholeOriginal: number
  hanging: number
  hangingProved: number
  /** Working days from the due day to D: the longest, and all together. */
  longestOverdue: number
  totalOverdue: number
  /** Open ones due within 10 working days after D. */
  dueWithin10: number
  applicable: number
  covered: number
}

export function emptySums(): Sums {
  return {
    tally: emptyTally(), carriedOver: 0, overdueOfYear: 0, lateDeclared: 0, onTimeOriginal: 0, wholeOriginal: 0,
    hanging: 0, hangingProved: 0, longestOverdue: 0, totalOverdue: 0, dueWithin10: 0, applicable: 0, covered: 0,
  }
}

/** Measures days from D: how late an overdue piece is, and the last day of the next ten working days. */
export interface Yardstick {
  lateBy(due: Day): number
  readonly within10: Day
}

/** What days are measured from. */
interface MeasuredFrom {
  readonly day: Day
  readonly calendar: WorkingCalendar
}

const yardsticks = new WeakMap<MeasuredFrom, Yardstick>()

/** The yardstick of a world; each due day is counted once for as long as the world stands. */
export function yardstickOf(world: MeasuredFrom): Yardstick {
  const kept = yardsticks.get(world)
  if (kept) return kept
  const known = new Map<Day, number>()
  const lateBy = (due: Day): number => {
    const seen = known.get(due)
    if (seen !== undefined) return seen
    const late = world.calendar.workdaysBetween(due, world.day)
    known.set(due, late)
    return late
  }
  const yardstick = { lateBy, within10: world.calendar.addWorkdays(world.day, 10) }
  yardsticks.set(world, yardstick)
  return yardstick
}

/** Adds one duty. A duty counts in coverage only when it is applicable. */
export function addPart(sums: Sums, part: DutyPart, yardstick: Yardstick): void {
  addCounts(sums, part.figures)
  for (const due of part.figures.overdueDays) {
    const late = yardstick.lateBy(due)
    sums.totalOverdue += late
    if (late > sums.longestOverdue) sums.longestOverdue = late
  }
  for (const due of part.figures.openDays) if (due <= yardstick.within10) sums.dueWithin10 += 1
  if (!part.standing.applicable) return
  sums.applicable += 1
  if (part.standing.covered) sums.covered += 1
}

/** Adds sums to sums: units and categories are plain sums of their cells. */
export function addSums(into: Sums, from: Sums): void {
  addCounts(into, from)
  if (from.longestOverdue > into.longestOverdue) into.longestOverdue = from.longestOverdue
  into.totalOverdue += from.totalOverdue
  into.dueWithin10 += from.dueWithin10
  into.applicable += from.applicable
  into.covered += from.covered
}

/** Whether two sums say the same. */
export function isSameSums(a: Sums, b: Sums): boolean {
  return statuses.every((status) => a.tally[status] === b.tally[status])
    && plainCounts.every((count) => a[count] === b[count])
}

const plainCounts = [
  'carriedOver', 'overdueOfYear', 'lateDeclared', 'onTimeOriginal', 'wholeOriginal', 'hanging', 'hangingProved',
  'longestOverdue', 'totalOverdue', 'dueWithin10', 'applicable', 'covered',
] as const satisfies readonly Exclude<keyof Sums, 'tally'>[]

type Counts = Pick<
  DutyFigures,
  'tally' | 'carriedOver' | 'overdueOfYear' | 'lateDeclared' | 'onTimeOriginal' | 'wholeOriginal' | 'hanging' | 'hangingProved'
>

/** Adds the plain counts of figures or sums, days and coverage aside. */
export function addCounts(into: Sums, from: Counts): void {
  for (const status of statuses) into.tally[status] += from.tally[status]
  into.carriedOver += from.carriedOver
  into.overdueOfYear += from.overdueOfYear
  into.lateDeclared += from.lateDeclared
  into.onTimeOriginal += from.onTimeOriginal
  into.wholeOriginal += from.wholeOriginal
  into.hanging += from.hanging
  into.hangingProved += from.hangingProved
}
