import type { Day, Moment } from './days.ts'
import { countOf, type Count } from './counts.ts'
import { inForceOf, type InForce } from './in-force.ts'
import { judgedDuties, type Judged } from './judging.ts'
import { knownOf } from './known.ts'
import type { Line, Unit } from './lines.ts'
import { hasScore, judgedCount, rounded, scoreOf, type Score } from './score.ts'

export interface UnitCount {
  readonly unit: Unit
  readonly count: Count
  readonly score: Score
  readonly rank: number | null
  readonly peerMean: number | null
  readonly peerCount: number
  readonly duties: readonly Judged[]
}

export interface Recount {
  readonly rules: InForce
  readonly duties: readonly Judged[]
  readonly district: Count & { readonly overdueUnits: number }
  readonly units: readonly UnitCount[]
  /** By category, and by unit and category ("D26|district-c01"). */
  readonly categories: ReadonlyMap<string, Count>
  readonly cells: ReadonlyMap<string, Count>
}

function grouped<T>(list: readonly T[], name: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const each of list) groups.set(name(each), [...(groups.get(name(each)) ?? []), each])
  return groups
}

/** Counts a journal anew: how everything stood at the end of a day, as known at a moment (null: by now). */
export function recountOf(lines: readonly Line[], day: Day, knownAt: Moment | null): Recount {
  const known = knownOf(lines, day, knownAt)
  const rules = inForceOf(known)
  const duties = judgedDuties(known, rules)
  const byUnit = grouped(duties, ({ duty }) => duty.unit)
  // What is 不适用 and has nothing in it makes no cell.
  const cells = grouped(duties.filter(({ duty, pieces }) => duty.state !== 'notApplicable' || pieces.length > 0), ({ duty }) => `${duty.unit}|${duty.category}`)
  const scored = rules.units.map((unit) => {
    const own = byUnit.get(unit.id) ?? []
    return { unit, duties: own, count: countOf(own, rules), score: scoreOf(unit, own, rules), judged: judgedCount(own, rules) }
  })
  const isRanked = (each: (typeof scored)[number]) => hasScore(each.unit, rules) && each.score.score !== null && each.judged >= rules.scheme.rankFloor
  const isAhead = (a: (typeof scored)[number], b: (typeof scored)[number]) => a.score.score! > b.score.score!
    || (a.score.score === b.score.score && (a.count.onTime.share ?? -1) > (b.count.onTime.share ?? -1))
  const units = scored.map((each): UnitCount => {
    const peers = scored.filter(({ unit }) => unit.peerGroup === each.unit.peerGroup)
    const scores = peers.flatMap(({ score }) => score.score ?? [])
    return {
      ...each, rank: isRanked(each) ? peers.filter((peer) => isRanked(peer) && isAhead(peer, each)).length + 1 : null,
      peerMean: scores.length === 0 ? null : rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length, 2), peerCount: scores.length,
    }
  })
  return {
    rules, duties, units,
    district: { ...countOf(duties, rules), overdueUnits: scored.filter(({ count }) => count.overdue > 0).length },
    categories: new Map(rules.categories.map((id) => [id, countOf(duties.filter(({ duty }) => duty.category === id), rules)])),
    cells: new Map([...cells].map(([name, own]) => [name, countOf(own, rules)])),
  }
}
