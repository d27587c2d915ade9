import type { Unit } from '../catalogue/item.ts'
import type { PartsByUnit } from './board.ts'
import { roundTo } from './figure-words.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { ranksOf } from './rank.ts'
import type { LeafWorking, ScoreWorking } from './score-working.ts'
import { isScored } from './scored-unit.ts'
import { yardstickOf } from './sums.ts'
import { unitAccountOf, type UnitAccount } from './unit-account.ts'
import { onTimeOf } from './compliance.ts'

/** A district judged under one scheme. */
export interface SchemedDistrict {
  readonly parts: PartsByUnit
  readonly world: MeasuredWorld
}

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
  /** By how much the leaf moves the score; the leaves' moves sum to the unit's. */
  readonly moved: number
}

export interface SchemeStanding {
  readonly score: number | null
  readonly rank: number | null
}

export interface SchemeMove {
  readonly unit: string
  readonly name: string
  readonly shortName: string
  readonly peerGroup: string
  readonly before: SchemeStanding
  readonly after: SchemeStanding
  /** null where there is no score on one side. */
  readonly moved: number | null
  readonly leaves: readonly LeafMove[]
}

/** Who moves by how much between two schemes over the same facts: every scored unit, the furthest first. */
export function schemeEffectOf(before: SchemedDistrict, after: SchemedDistrict): readonly SchemeMove[] {
  const [was, is] = [standingsOf(before), standingsOf(after)]
  return [...after.world.units.values()].filter((unit) => isScored(unit, after.world)).map((unit): SchemeMove => {
    const [old, now] = [was.get(unit.id), is.get(unit.id)]
    const [from, to] = [old?.working.score ?? null, now?.working.score ?? null]
    return {
      unit: unit.id, name: unit.name, shortName: unit.shortName, peerGroup: unit.peerGroup,
      before: { score: from, rank: old?.rank ?? null }, after: { score: to, rank: now?.rank ?? null },
      moved: from === null || to === null ? null : roundTo(to - from, 2),
      leaves: leafMovesOf(old?.working, now?.working),
    }
  }).sort((a, b) => Math.abs(b.moved ?? 0) - Math.abs(a.moved ?? 0) || rankStep(b) - rankStep(a))
}

function rankStep({ before, after }: SchemeMove): number {
  return Math.abs((after.rank ?? 0) - (before.rank ?? 0))
}

interface Stood {
  readonly working: ScoreWorking
  readonly rank: number | null
}

function standingsOf({ parts, world }: SchemedDistrict): ReadonlyMap<string, Stood> {
  const source = { world, yardstick: yardstickOf(world) }
  const accounts = [...world.units.values()].map((unit) => ({ unit, account: unitAccountOf(unit, parts.get(unit.id) ?? [], source) }))
  const ranks = new Map(ranksOf(accounts.map(candidateOf), world.scheme.rankFloor).map(({ id, rank }) => [id, rank]))
  return new Map(accounts.map(({ unit, account }) => [unit.id, { working: account.working, rank: ranks.get(unit.id) ?? null }]))
}

function candidateOf({ unit, account }: { readonly unit: Unit; readonly account: UnitAccount }): Parameters<typeof ranksOf>[0][number] {
  return {
    id: unit.id, name: unit.name, peerGroup: unit.peerGroup, score: account.working.score,
    onTime: onTimeOf(account.sums).share, judgedDuties: account.judgedDuties,
  }
}

function leafMovesOf(before: ScoreWorking | undefined, after: ScoreWorking | undefined): readonly LeafMove[] {
  const was = new Map(before?.leaves.map((leaf) => [leaf.code, leaf]))
  const is = new Set(after?.leaves.map((leaf) => leaf.code))
  const pairs = [
    ...(after?.leaves ?? []).map((leaf) => [was.get(leaf.code), leaf] as const),
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
