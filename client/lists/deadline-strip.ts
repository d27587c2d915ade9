import type { DeadlineProof, ProofDay } from '../../shared/obligations/deadline-proof.ts'
import type { Day } from '../../shared/time/day.ts'
import { depthOf, type Depth } from './depth.ts'

/** What a cell of the strip shows: `run` is a stretch of days drawn as one, a holiday or settled days. */
export type StripKind = 'start' | 'counted' | 'off' | 'before' | 'due' | 'extended' | 'overdue' | 'holiday' | 'run'

export interface StripCell {
  readonly kind: StripKind
  readonly from: Day
  readonly to: Day
  /** Calendar days it stands for. */
  readonly days: number
  /** 1 = Monday … 7 = Sunday, of the first day. */
  readonly weekday: number
  /** The running count of the day, or of the run's last counted one; null where nothing is counted. */
  readonly n: number | null
  /** Of a run: the count of its first counted day. */
  readonly first: number | null
  /** The run lies after the due day. */
  readonly late: boolean
  readonly depth: Depth | 0
  readonly makeup: boolean
  /** 国庆节 … of a holiday. */
  readonly name: string | null
}

/** Days that stay drawn one by one at the end of a long strip. */
const KEPT = 45
/** Days of one block of what is long settled. */
const BLOCK = 10

/**
 * The strip of a deadline proof, one cell a day; a holiday is one cell over its days. Of a span longer than 45 days the
 * first part is drawn in blocks of ten days, the event's day and the due day always on their own.
 */
export function deadlineStrip({ days, due }: Pick<DeadlineProof, 'days' | 'due'>): StripCell[] {
  const cut = days.length > KEPT + BLOCK ? days.length - KEPT : 0
  const cells: StripCell[] = []
  let index = 0
  while (index < days.length) {
    const day = days[index]!
    const run = index < cut && !stands(day) && !isRest(days, index) ? runFrom(days, index, { cut, due }) : holidayFrom(days, index)
    cells.push(run.length > 1 ? runCell(run, due) : dayCell(day))
    index += run.length
  }
  return cells
}

/** A holiday of several days keeps its name in a block's stead. */
function isRest(days: readonly ProofDay[], index: number): boolean {
  return holidayFrom(days, index).length > 2
}

/** The days a block never swallows. */
function stands(day: ProofDay): boolean {
  return day.mark === 'start' || day.mark === 'due'
}

function runFrom(days: readonly ProofDay[], from: number, { cut, due }: { cut: number; due: Day }): readonly ProofDay[] {
  const late = (days[from]?.day ?? '') > due
  let end = from
  while (end < cut && end - from < BLOCK && !stands(days[end]!) && days[end]!.day > due === late && !isRest(days, end)) end += 1
  return days.slice(from, Math.max(end, from + 1))
}

/** A holiday's days off in a row; a day that marks something else ends it. */
function holidayFrom(days: readonly ProofDay[], from: number): readonly ProofDay[] {
  const first = days[from]!
  if (first.kind !== 'holiday' || stands(first) || first.n !== null) return [first]
  let end = from
  while (days[end]?.kind === 'holiday' && days[end]?.name === first.name && !stands(days[end]!) && days[end]?.n === null) end += 1
  return days.slice(from, end)
}

function runCell(run: readonly ProofDay[], due: Day): StripCell {
  const [first, last] = [run[0]!, run[run.length - 1]!]
  const counts = run.flatMap(({ n }) => (n === null ? [] : [n]))
  const holiday = run.every((day) => day.kind === 'holiday' && day.n === null)
  const n = counts[counts.length - 1] ?? null
  const late = first.day > due
  return {
    kind: holiday ? 'holiday' : 'run', from: first.day, to: last.day, days: run.length, weekday: first.weekday, n, first: counts[0] ?? null, late,
    depth: late && n !== null ? depthOf({ overdue: 1, longestOverdue: n }) : 0, makeup: false, name: holiday ? first.name : null,
  }
}

function dayCell(day: ProofDay): StripCell {
  const late = day.mark === 'overdue'
  return {
    kind: kindOf(day), from: day.day, to: day.day, days: 1, weekday: day.weekday, n: day.n, first: day.n, late,
    depth: late && day.n !== null ? depthOf({ overdue: 1, longestOverdue: day.n }) : 0, makeup: day.kind === 'makeup', name: day.name,
  }
}

function kindOf(day: ProofDay): StripKind {
  if (stands(day)) return day.mark === 'start' ? 'start' : 'due'
  if (day.n === null && day.kind === 'holiday') return 'holiday'
  if (day.n === null && day.kind === 'weekend') return 'off'
  switch (day.mark) {
    case 'skipped': return 'off'
    case 'start': case 'counted': case 'before': case 'due': case 'extended': case 'overdue': return day.mark
  }
}
