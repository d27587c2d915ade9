import type { Obligation } from '../obligations/obligation.ts'
import { addDays, type Day } from '../time/day.ts'
import { roundTo } from './figure-words.ts'
import type { DutyPart } from './figures.ts'
import { itemNamesOf } from './item-names.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { scorePointsOf } from './score.ts'
import { bureauCategory } from './scored-unit.ts'
import { withReplaced } from './simulate-publication.ts'
import { inYearSet, isCarriedOver } from './year-set.ts'

/**
 * `overdue`: a piece passed its due day open · `cleared`: it went out after all · `late`: it came late by its own dates, which
 * nobody had registered before · `declared`: a 情况说明 or exemption came after the due day · `corrected`, `ruled`: on record.
 */
export type ScoreEventKind = 'overdue' | 'cleared' | 'late' | 'declared' | 'corrected' | 'ruled'

/** Something of D's year that moved a unit's score. */
export interface ScoreEvent {
  readonly kind: ScoreEventKind
  readonly day: Day
  readonly obligation: string | null
  readonly item: string
  readonly itemName: string
  /** null for a withheld paper, and where there is none. */
  readonly title: string | null
  readonly period: string | null
  /** Working days past the due day: so far, or until it went out. */
  readonly workdays: number | null
  /** What it does to today's score, counted with the score's own function; null where that cannot be told. */
  readonly points: number | null
}

/** The latest come first; more than a page reads are left out. */
const longestList = 60

/** What moved this unit's score in D's year piece by piece, the latest first; each piece's points as of today's score. */
export function scoreEventsOf(unitId: string, parts: readonly DutyPart[], world: MeasuredWorld): readonly ScoreEvent[] {
  const happened = parts.flatMap((part) => part.obligations.flatMap((o) => turnsOf(o, world).map((turn) => ({ part, o, ...turn }))))
  const latest = happened.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, longestList)
  const score = scoreWith(unitId, parts, world)
  const names = itemNamesOf(world.items)
  return latest.map(({ part, o, kind, day }): ScoreEvent => ({
    kind, day, obligation: o.id, item: o.item, itemName: names[o.item] ?? o.item,
    title: o.exemptKind === 'withheld' ? null : o.title, period: o.period, workdays: workdaysOf(o, world),
    points: part.standing.category === bureauCategory ? null : pointsOf(kind, o, (as) => score(part, o, as)),
  }))
}

interface Turn {
  readonly kind: ScoreEventKind
  readonly day: Day
}

/** A late piece was overdue first, unless its formation was told only with the publication. */
function turnsOf(o: Obligation, world: MeasuredWorld): readonly Turn[] {
  if (o.dueDay === null || !(inYearSet(o, world) || isCarriedOver(o, world))) return []
  const turned = { kind: 'overdue', day: addDays(o.dueDay, 1) } as const
  if (o.status === 'overdue') return [turned]
  if (o.status !== 'late') return []
  if (o.lateBy === 'declaration' || o.publishedDay === null) return [{ kind: 'declared', day: o.publishedDay ?? turned.day }]
  const toldAfterwards = o.hangsOnFormation && o.proof !== 'source' && o.proof !== 'declared'
  return toldAfterwards ? [{ kind: 'late', day: o.publishedDay }] : [turned, { kind: 'cleared', day: o.publishedDay }]
}

/** The score with this piece judged otherwise; what it is now when `as` is the piece itself. */
type ScoreAs = (as: Obligation) => number | null

function scoreWith(unitId: string, parts: readonly DutyPart[], world: MeasuredWorld): (part: DutyPart, o: Obligation, as: Obligation) => number | null {
  const unit = world.units.get(unitId)
  return (part, o, as) => {
    if (!unit) return null
    const replaced = as === o ? part : withReplaced(part, { from: o, to: as }, world)
    return scorePointsOf(unit, parts.map((each) => (each === part ? replaced : each)), world).score
  }
}

function pointsOf(kind: ScoreEventKind, o: Obligation, score: ScoreAs): number | null {
  const inTime = { ...o, status: 'onTime', lateBy: null, publishedDay: o.dueDay, breach: null } as const
  const open = { ...o, status: 'overdue', lateBy: null, publishedDay: null } as const
  const between = (from: Obligation, to: Obligation) => {
    const [before, after] = [score(from), score(to)]
    return before === null || after === null ? null : roundTo(after - before, 2)
  }
  switch (kind) {
    case 'overdue': return between(inTime, o.status === 'overdue' ? o : open)
    case 'cleared': return between(open, o)
    case 'late': case 'declared': return between(inTime, o)
    case 'corrected': case 'ruled': return null
  }
}

function workdaysOf(o: Obligation, { day, calendar }: MeasuredWorld): number | null {
  const end = o.status === 'overdue' ? day : o.publishedDay
  return o.dueDay === null || end === null || end <= o.dueDay ? null : calendar.workdaysBetween(o.dueDay, end)
}
