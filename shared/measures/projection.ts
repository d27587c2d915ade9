import type { Unit } from '../catalogue/item.ts'
import type { Obligation } from '../obligations/obligation.ts'
import type { PartsByUnit } from './board.ts'
import { eventualOf, onTimeOf } from './compliance.ts'
import type { DutyPart } from './figures.ts'
import { candidateOf, peersOf } from './gap-plan.ts'
import { isProposable } from './gap-candidates.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { ranksOf, type RankCandidate } from './rank.ts'
import { ratio, type Ratio } from './ratio.ts'
import { withCovered, withPublished } from './simulate-publication.ts'
import { addPart, emptySums, yardstickOf } from './sums.ts'
import { isOpen } from './year-set.ts'

/** What somebody thinks of publishing: open obligations by id, and rows of the catalogue of which nothing is public or looked over. */
export interface Ticked {
  readonly obligations: readonly string[]
  readonly items: readonly string[]
}

export interface ProjectedFigures {
  readonly score: number | null
  readonly rank: number | null
  readonly onTime: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
  readonly overdue: number
}

/** A unit now, and as it would stand with what is ticked published today. */
export interface Projection {
  readonly unit: string
  readonly before: ProjectedFigures
  readonly after: ProjectedFigures
  /** Things taken into account. */
  readonly taken: number
  /** Ids that are not open (any more), or rows that are not waiting for anything: left out. */
  readonly leftOut: readonly string[]
}

/**
 * Score, rank and rates of a unit if the ticked things were published today, by the score's own function. Only publishing
 * (or looking a standing page over) can be tried: never a 情况说明, an exemption or a correction. Undefined for an unknown unit.
 */
export function projectionOf(unitId: string, ticked: Ticked, { parts, world }: { readonly parts: PartsByUnit; readonly world: MeasuredWorld }): Projection | undefined {
  const unit = world.units.get(unitId)
  if (!unit) return undefined
  const now = parts.get(unitId) ?? []
  const peers = peersOf(unit, parts, world)
  const left = new Set([...ticked.obligations, ...ticked.items])
  const all = left.size
  const after = now.map((part) => published(part, { ids: new Set(ticked.obligations), items: new Set(ticked.items), left, world }))
  return {
    unit: unitId, before: figuresIn(unit, now, { peers, world }), after: figuresIn(unit, after, { peers, world }),
    taken: all - left.size, leftOut: [...left],
  }
}

interface Trial {
  readonly ids: ReadonlySet<string>
  readonly items: ReadonlySet<string>
  /** What no duty has taken yet. */
  readonly left: Set<string>
  readonly world: MeasuredWorld
}

function published(part: DutyPart, { ids, items, left, world }: Trial): DutyPart {
  let after = part
  for (const o of part.obligations) {
    if (!ids.has(o.id) || !isWanting(o)) continue
    left.delete(o.id)
    after = withPublished(after, o, world)
  }
  if (items.has(part.standing.item) && isProposable(part)) {
    left.delete(part.standing.item)
    after = withCovered(after)
  }
  return after
}

function isWanting(o: Obligation): boolean {
  return isOpen(o) && o.dueDay !== null
}

function figuresIn(unit: Unit, parts: readonly DutyPart[], { peers, world }: { readonly peers: readonly RankCandidate[]; readonly world: MeasuredWorld }): ProjectedFigures {
  const own = candidateOf(unit, parts, world)
  const rank = ranksOf([...peers, own], world.scheme.rankFloor).find((each) => each.id === unit.id)?.rank ?? null
  const sums = emptySums()
  const yardstick = yardstickOf(world)
  for (const part of parts) addPart(sums, part, yardstick)
  return {
    score: own.score, rank, onTime: onTimeOf(sums), eventual: eventualOf(sums), coverage: ratio(sums.covered, sums.applicable),
    overdue: sums.tally.overdue,
  }
}
