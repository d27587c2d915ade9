import type { Day, Moment } from './days.ts'
import { actsOf } from './acts.ts'
import { countOf, type Count } from './counts.ts'
import { finalOf, type Final } from './final.ts'
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
  /** With 加分, 减分 and 否决, and the rank and 等次 that makes. */
  readonly assessed: Final & { readonly rank: number | null; readonly band: string | null }
  readonly judged: number
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

interface Scored { readonly unit: Unit; readonly duties: readonly Judged[]; readonly count: Count; readonly score: Score; readonly judged: number; readonly final: Final }

/** Ranks inside the peer group by points, then by on-time share; equals share a place. Too few judged duties: listed, not ranked. */
function ranksOf(scored: readonly Scored[], rules: InForce, pointsOf: (each: Scored) => number | null): (each: Scored) => number | null {
  const isRanked = (each: Scored) => hasScore(each.unit, rules) && pointsOf(each) !== null && each.judged >= rules.scheme.rankFloor
  const isAhead = (a: Scored, b: Scored) => pointsOf(a)! > pointsOf(b)! || (pointsOf(a) === pointsOf(b) && (a.count.onTime.share ?? -1) > (b.count.onTime.share ?? -1))
  return (each) => (isRanked(each) ? scored.filter((peer) => peer.unit.peerGroup === each.unit.peerGroup && isRanked(peer) && isAhead(peer, each)).length + 1 : null)
}

/** The first band whose bound is reached; a share of the group's ranked units (at least one) bounds some, and a veto keeps out of them. */
function bandOf({ final, isVetoed }: Final, rank: number | null, { ranked, rules }: { readonly ranked: number; readonly rules: InForce }): string | null {
  if (final === null) return null
  const hasPlace = (share: number) => !isVetoed && rank !== null && rank <= Math.max(1, Math.floor(ranked * share))
  return rules.scheme.bands.find(({ from, topShare }) => final >= from && (topShare === undefined || hasPlace(topShare)))?.name ?? null
}

/** Counts a journal anew: how everything stood at the end of a day, as known at a moment (null: by now). */
export function recountOf(lines: readonly Line[], day: Day, knownAt: Moment | null): Recount {
  const known = knownOf(lines, day, knownAt)
  const rules = inForceOf(known)
  const duties = judgedDuties(known, rules)
  const byUnit = grouped(duties, ({ duty }) => duty.unit)
  // What is 不适用 and has nothing in it makes no cell.
  const cells = grouped(duties.filter(({ duty, pieces }) => duty.state !== 'notApplicable' || pieces.length > 0), ({ duty }) => `${duty.unit}|${duty.category}`)
  const scored = rules.units.map((unit): Scored => {
    const own = byUnit.get(unit.id) ?? []
    const acts = actsOf(known, unit.id, rules.year)
    const [count, score] = [countOf(own, rules), scoreOf(unit, own, { rules, acts })]
    return { unit, duties: own, count, score, judged: judgedCount(own, rules), final: finalOf(rules.scheme, acts, { score: score.score, longestOverdue: count.longestOverdue }) }
  })
  const [rank, finalRank] = [ranksOf(scored, rules, ({ score }) => score.score), ranksOf(scored, rules, ({ final }) => final.final)]
  const units = scored.map((each): UnitCount => {
    const peers = scored.filter(({ unit }) => unit.peerGroup === each.unit.peerGroup)
    const scores = peers.flatMap(({ score }) => score.score ?? [])
    const ranked = peers.filter((peer) => finalRank(peer) !== null).length
    return {
      ...each, rank: rank(each), assessed: { ...each.final, rank: finalRank(each), band: bandOf(each.final, finalRank(each), { ranked, rules }) },
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
