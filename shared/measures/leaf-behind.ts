import type { DutyStanding, Obligation } from '../obligations/obligation.ts'
import type { PartsByUnit } from './board.ts'
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
