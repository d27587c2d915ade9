import type { DutyStanding, Obligation } from '../obligations/obligation.ts'
import { unitActs } from '../obligations/assessment-acts.ts'
import type { Finding } from '../obligations/finding.ts'
import type { PartsByUnit } from './board.ts'
import { findingsInLeaf } from './leaf-acts.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { dutyInLeaf, findLeaf, leafApplies, pieceInLeaf } from './leaf-pieces.ts'
import { bureauCategory, isScored } from './scored-unit.ts'

/** What a leaf list is asked for: the leaf's code, one unit or all of them, and the numerator alone or everything counted. */
export interface LeafAsked {
  readonly leaf: string
  readonly units?: readonly string[] | undefined
  readonly part?: true | undefined
}

/** Exactly the pieces a leaf of the score counted, of the units asked for; none for a unit without score or a leaf not its own. */
export function obligationsBehind({ leaf: code, units, part: wanted }: LeafAsked, parts: PartsByUnit, world: MeasuredWorld): readonly Obligation[] {
  const leaf = findLeaf(world.scheme, code)
  if (!leaf) return []
  const found: Obligation[] = []
  for (const { standing, obligations } of scoredParts(leaf, units, { parts, world })) {
    for (const obligation of obligations) {
      const counted = pieceInLeaf(leaf, { standing, obligation }, world)
      if (wanted ? counted === 'part' : counted !== 'no') found.push(obligation)
    }
  }
  return found
}

/** Exactly the duties a coverage leaf counted. */
export function dutiesBehind({ leaf: code, units, part: wanted }: LeafAsked, parts: PartsByUnit, world: MeasuredWorld): readonly DutyStanding[] {
  const leaf = findLeaf(world.scheme, code)
  if (!leaf) return []
  const found: DutyStanding[] = []
  for (const { standing } of scoredParts(leaf, units, { parts, world })) {
    const counted = dutyInLeaf(leaf, standing)
    if (wanted ? counted === 'part' : counted !== 'no') found.push(standing)
  }
  return found
}

/** Exactly the findings a leaf counted in an assessment year; its numerator is those cleared in time. */
export function findingsBehind({ leaf: code, units, part: wanted }: LeafAsked, year: number, world: MeasuredWorld): readonly Finding[] {
  const leaf = findLeaf(world.scheme, code)
  if (!leaf) return []
  const scored = [...world.units.values()].filter((unit) => (!units || units.includes(unit.id)) && isScored(unit, world) && leafApplies(leaf, unit))
  const found = scored.flatMap((unit) => findingsInLeaf(leaf, unitActs(world.acts, unit.id, year)))
  return wanted && leaf.measure === 'rectifiedInTime' ? found.filter(({ inTime }) => inTime === true) : found
}

interface District {
  readonly parts: PartsByUnit
  readonly world: MeasuredWorld
}

/** The duties a leaf is read from: district ones of scored units it applies to. */
function* scoredParts(
  leaf: Parameters<typeof leafApplies>[0], units: readonly string[] | undefined, { parts, world }: District,
): Generator<{ readonly standing: DutyStanding; readonly obligations: readonly Obligation[] }> {
  for (const [id, duties] of parts) {
    const unit = world.units.get(id)
    if (!unit || (units && !units.includes(id)) || !isScored(unit, world) || !leafApplies(leaf, unit)) continue
    for (const part of duties) if (part.standing.category !== bureauCategory) yield part
  }
}
