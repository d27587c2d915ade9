import type { Obligation } from '../obligations/obligation.ts'
import { daysLeftTo } from './days-left.ts'
import { roundTo } from './figure-words.ts'
import type { DutyPart } from './figures.ts'
import { isProposable, type GapKind } from './gap-candidates.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { scorePointsOf } from './score.ts'
import { bureauCategory } from './scored-unit.ts'
import { withCovered, withPublished } from './simulate-publication.ts'
import { isOpen } from './year-set.ts'

/** One thing to do: an open obligation, or (`uncovered`) a duty of which nothing is public or looked over. */
export interface TodoEntry {
  readonly kind: GapKind
  readonly item: string
  readonly category: string
  readonly obligation: Obligation | null
  /** Working days to the last good one, negative once past; null without a due day. */
  readonly workdaysLeft: number | null
  /** Points of score that doing it today gains; null where it has none to give (部门目录, units without score, no due day). */
  readonly gain: number | null
}

export interface Todo {
  /** Urgent first: overdue longest, then by due day, then what has no due day. */
  readonly entries: readonly TodoEntry[]
  readonly total: number
}

/** More than a person reads on one page is counted and not listed. */
const longestTodo = 200

/** 待办 of a unit as of the world's day: everything open and every duty with nothing to show, with what each gains. */
export function todoOf(unitId: string, parts: readonly DutyPart[], world: MeasuredWorld): Todo {
  const found = parts.flatMap((part) => [
    ...part.obligations.filter(isOpen).map((obligation) => ({ part, obligation })),
    ...(isProposable(part) ? [{ part, obligation: null }] : []),
  ]).sort((a, b) => byUrgency(a.obligation, b.obligation))
  const scoreWith = scoring(unitId, parts, world)
  const before = scoreWith()
  const gainOf = (part: DutyPart, obligation: Obligation | null): number | null => {
    if (before === null || part.standing.category === bureauCategory || (obligation && obligation.dueDay === null)) return null
    const after = scoreWith(part, obligation ? withPublished(part, obligation, world) : withCovered(part))
    return after === null ? null : roundTo(after - before, 2)
  }
  const entries = found.slice(0, longestTodo).map(({ part, obligation }): TodoEntry => ({
    kind: obligation === null ? 'uncovered' : obligation.status === 'overdue' ? 'overdue' : 'due',
    item: part.standing.item, category: part.standing.category, obligation,
    workdaysLeft: obligation?.dueDay ? daysLeftTo(obligation.dueDay, world.day, world.calendar).workdaysLeft : null,
    gain: gainOf(part, obligation),
  }))
  return { entries, total: found.length }
}

/** The unrounded score with one duty as it might be. */
function scoring(unitId: string, parts: readonly DutyPart[], world: MeasuredWorld): (from?: DutyPart, to?: DutyPart) => number | null {
  const unit = world.units.get(unitId)
  return (from, to) => {
    if (!unit) return null
    return scorePointsOf(unit, from && to ? parts.map((part) => (part === from ? to : part)) : parts, world).score
  }
}

function byUrgency(a: Obligation | null, b: Obligation | null): number {
  const [left, right] = [a?.dueDay ?? '9999', b?.dueDay ?? '9999']
  return left < right ? -1 : left > right ? 1 : 0
}
