import { ratioReading } from '../../shared/measures/leaf-ratio.ts'
import { scoredUnit } from '../../shared/measures/scored-unit.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { ElementsLeaf } from '../../shared/wire/sample-answers.ts'

/** 要素齐全 of a unit in a year as it stands now, by the scheme's own leaf and rule; null while nothing was inspected. */
export function elementsLeafOf(world: World, unit: string, year: number): ElementsLeaf | null {
  const found = world.units.get(unit)
  const leaf = world.scheme.groups.flatMap(({ leaves }) => leaves).find(({ measure }) => measure === 'elementsComplete')
  if (!found || !leaf) return null
  const reading = ratioReading(leaf, scoredUnit(found, [], { ...world, year }))
  if (!reading) return null
  const { share, pieces } = reading.inputs
  return { code: leaf.code, name: leaf.name, share: share ?? 0, pieces: pieces ?? 0, got: Math.round(reading.earned * leaf.points * 100) / 100, possible: leaf.points }
}
