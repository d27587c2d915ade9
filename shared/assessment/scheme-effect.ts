import { roundTo } from '../measures/figure-words.ts'
import type { LeafWorking, ScoreWorking } from '../measures/score-working.ts'
import type { AssessedUnit, AssessmentResult } from './result.ts'

/** What a leaf gives a unit: points printed, points it can give after spreading, and its part of the score of 100. */
export interface LeafShare {
  readonly printed: number
  readonly possible: number
  readonly got: number | null
  readonly inScore: number
}

/** A leaf that counts otherwise; `before` or `after` is null where the scheme has no such leaf. */
export interface LeafMove {
  readonly code: string
  readonly name: string
  readonly before: LeafShare | null
  readonly after: LeafShare | null
  /** By how much the leaf moves the score; the leaves' moves sum to the score's. */
  readonly moved: number
}

export interface SchemeStanding {
  readonly score: number | null
  /** The score with bonus and deductions, capped by a veto: what ranks and bands. */
  readonly final: number | null
  readonly rank: number | null
  readonly band: string | null
}

export interface SchemeMove {
  readonly unit: string
  readonly name: string
  readonly shortName: string
  readonly peerGroup: string
  readonly before: SchemeStanding
  readonly after: SchemeStanding
  /** Of the final score; null where there is none on one side. */
  readonly moved: number | null
  readonly leaves: readonly LeafMove[]
}

/** Who moves by how much between two schemes over the same facts: every scored unit, the furthest first. */
export function schemeEffectOf(before: AssessmentResult, after: AssessmentResult): readonly SchemeMove[] {
  const was = new Map(before.units.map((unit) => [unit.unit, unit]))
  return after.units.filter(isScoredUnit).map((now): SchemeMove => {
    const old = was.get(now.unit)
    const from = old?.final ?? null
    return {
      unit: now.unit, name: now.name, shortName: now.shortName, peerGroup: now.peerGroup, before: standingOf(old), after: standingOf(now),
      moved: from === null || now.final === null ? null : roundTo(now.final - from, 2), leaves: leafMovesOf(old?.working, now.working),
    }
  }).sort((a, b) => Math.abs(b.moved ?? 0) - Math.abs(a.moved ?? 0) || rankStep(b) - rankStep(a))
}

/** Vertical and merged units stand in the result without a working. */
function isScoredUnit({ working }: AssessedUnit): boolean {
  return working.leaves.length > 0
}

function standingOf(unit: AssessedUnit | undefined): SchemeStanding {
  return { score: unit?.working.score ?? null, final: unit?.final ?? null, rank: unit?.rank ?? null, band: unit?.band ?? null }
}

function rankStep({ before, after }: SchemeMove): number {
  return Math.abs((after.rank ?? 0) - (before.rank ?? 0))
}

function leafMovesOf(before: ScoreWorking | undefined, after: ScoreWorking): readonly LeafMove[] {
  const was = new Map(before?.leaves.map((leaf) => [leaf.code, leaf]))
  const is = new Set(after.leaves.map((leaf) => leaf.code))
  const pairs = [
    ...after.leaves.map((leaf) => [was.get(leaf.code), leaf] as const),
    ...(before?.leaves ?? []).filter((leaf) => !is.has(leaf.code)).map((leaf) => [leaf, undefined] as const),
  ]
  return pairs.map(([old, now]): LeafMove => {
    const [from, to] = [shareOf(old, before), shareOf(now, after)]
    return { code: (now ?? old)?.code ?? '', name: (now ?? old)?.name ?? '', before: from, after: to, moved: roundTo((to?.inScore ?? 0) - (from?.inScore ?? 0), 4) }
  }).filter(differs)
}

function shareOf(leaf: LeafWorking | undefined, working: ScoreWorking | undefined): LeafShare | null {
  if (!leaf || !working) return null
  const { printed, possible, got } = leaf
  return { printed, possible, got, inScore: working.attainable === 0 ? 0 : roundTo(((got ?? 0) / working.attainable) * 100, 4) }
}

function differs({ before, after, moved }: LeafMove): boolean {
  return moved !== 0 || before?.printed !== after?.printed || before?.possible !== after?.possible
}
