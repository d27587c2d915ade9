import type { Day } from '../time/day.ts'
import type { Obligation } from '../obligations/obligation.ts'
import type { DueRow } from './board-rows.ts'
import type { DutyPart } from './figures.ts'
import { isWaiting } from './year-set.ts'

/**
 * The `limit` open obligations of one unit that fall due first, by due day, then id. Never a title: none is public yet.
 */
export function dueRowsOf(parts: readonly DutyPart[], limit: number): readonly DueRow[] {
  const last = lastDayWanted(parts, limit)
  if (last === undefined) return []
  const rows: DueRow[] = []
  for (const part of parts) {
    if (!part.figures.openDays.some((day) => day <= last)) continue
    for (const o of part.obligations) if (isWaiting(o) && o.dueDay !== null && o.dueDay <= last) rows.push(dueRowOf(o, o.dueDay))
  }
  return rows.sort(byUrgency).slice(0, limit)
}

/** The first `limit` of many sorted lists, by due day, then unit, then id. */
export function mergeDueRows(lists: Iterable<readonly DueRow[]>, limit: number): readonly DueRow[] {
  const first: DueRow[] = []
  for (const rows of lists) {
    for (const row of rows) {
      const place = first.findIndex((each) => byUrgency(row, each) < 0)
      if (place < 0 && first.length === limit) break
      first.splice(place < 0 ? first.length : place, 0, row)
      if (first.length > limit) first.pop()
    }
  }
  return first
}

/** Due day of the `limit`-th open one: only duties with something due by then need to be opened. */
function lastDayWanted(parts: readonly DutyPart[], limit: number): Day | undefined {
  const days = parts.flatMap((part) => part.figures.openDays).sort()
  return days[Math.min(limit, days.length) - 1]
}

function byUrgency(a: DueRow, b: DueRow): number {
  return compare(a.dueDay, b.dueDay) || compare(a.unit, b.unit) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function dueRowOf(o: Obligation, dueDay: Day): DueRow {
  return {
    id: o.id, unit: o.unit, item: o.item, category: o.category, period: o.period, dueDay, status: o.status, flags: o.flags,
  }
}
