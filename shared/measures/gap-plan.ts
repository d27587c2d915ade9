import type { Day } from '../time/day.ts'
import type { Unit } from '../catalogue/item.ts'
import type { PartsByUnit } from './board.ts'
import { onTimeOf } from './compliance.ts'
import type { DutyPart } from './figures.ts'
import { roundTo } from './figure-words.ts'
import { gapCandidates, type GapCandidate, type GapKind } from './gap-candidates.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { ranksOf, type RankCandidate } from './rank.ts'
import { scorePointsOf } from './score.ts'
import { bureauCategory, judgedDuties } from './scored-unit.ts'
import { addPart, emptySums, yardstickOf } from './sums.ts'

/** One publication to make: an overdue or open obligation, or (`uncovered`) something of a duty that shows nothing. */
export interface GapStep {
  readonly kind: GapKind
  readonly item: string
  readonly category: string
  readonly obligation: string | null
  readonly period: string | null
  readonly dueDay: Day | null
  /** Points of score this step gains, then score and rank after it. */
  readonly gain: number
  readonly score: number
  readonly rank: number | null
}

/** 提分清单 of one unit as of the world's day. */
export interface GapPlan {
  readonly unit: string
  readonly score: number | null
  readonly rank: number | null
  readonly steps: readonly GapStep[]
}

/** More steps than a list on one page holds are not asked for. */
const longestPlan = 20
/** Smaller gains do not show in a score of two decimals. */
const leastGain = 0.005

/**
 * The publications that raise a unit's score most, greedily in order, each judged by the score's own function. Only
 * publishing (or looking a standing page over) is ever proposed: never a 情况说明, an exemption or a correction.
 * Undefined for an unknown unit; no steps for one without score.
 */
export function gapPlanOf(unitId: string, parts: PartsByUnit, world: MeasuredWorld): GapPlan | undefined {
  const unit = world.units.get(unitId)
  if (!unit) return undefined
  const peers = peersOf(unit, parts, world)
  const rankWith = (own: RankCandidate): number | null =>
    ranksOf([...peers, own], world.scheme.rankFloor).find((each) => each.id === unit.id)?.rank ?? null
  let now = parts.get(unit.id) ?? []
  const start = candidateOf(unit, now, world)
  const steps: GapStep[] = []
  let score = scorePointsOf(unit, now, world).score
  while (score !== null && steps.length < longestPlan) {
    const best = bestOf(unit, now, world)
    if (!best || best.score - score < leastGain) break
    now = best.parts
    steps.push(stepOf(best, score, rankWith(candidateOf(unit, now, world))))
    score = best.score
  }
  return { unit: unit.id, score: start.score, rank: rankWith(start), steps }
}

/** A candidate tried: the duties after it, and the unrounded score they give. */
interface Tried {
  readonly candidate: GapCandidate
  readonly parts: readonly DutyPart[]
  readonly score: number
}

/** The candidate that gains most; among equals the first, which `gapCandidates` puts in the order of urgency. */
function bestOf(unit: Unit, parts: readonly DutyPart[], world: MeasuredWorld): Tried | undefined {
  let best: Tried | undefined
  for (const candidate of gapCandidates(parts, world)) {
    const after = parts.map((part) => (part === candidate.before ? candidate.after : part))
    const { score } = scorePointsOf(unit, after, world)
    if (score !== null && (!best || score > best.score + 1e-9)) best = { candidate, parts: after, score }
  }
  return best
}

function stepOf({ candidate, score }: Tried, before: number, rank: number | null): GapStep {
  const { kind, before: { standing }, obligation } = candidate
  return {
    kind, item: standing.item, category: standing.category, obligation: obligation?.id ?? null,
    period: obligation?.period ?? null, dueDay: obligation?.dueDay ?? null,
    gain: roundTo(score - before, 2), score: roundTo(score, 2), rank,
  }
}

/** What the others of the peer group are ranked by. */
export function peersOf(unit: Unit, parts: PartsByUnit, world: MeasuredWorld): readonly RankCandidate[] {
  return [...world.units.values()]
    .filter((each) => each.peerGroup === unit.peerGroup && each.id !== unit.id)
    .map((each) => candidateOf(each, parts.get(each.id) ?? [], world))
}

/** As the board ranks: rounded score, on-time share in pieces of all duties, judged duties of the district's catalogue. */
export function candidateOf(unit: Unit, parts: readonly DutyPart[], world: MeasuredWorld): RankCandidate {
  const { score } = scorePointsOf(unit, parts, world)
  const sums = emptySums()
  const yardstick = yardstickOf(world)
  for (const part of parts) addPart(sums, part, yardstick)
  return {
    id: unit.id, name: unit.name, peerGroup: unit.peerGroup, score: score === null ? null : roundTo(score, 2),
    onTime: onTimeOf(sums).share,
    judgedDuties: judgedDuties(parts.filter((part) => part.standing.category !== bureauCategory)),
  }
}
