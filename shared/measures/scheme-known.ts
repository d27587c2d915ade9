import type { SchemeContext } from '../catalogue/scheme-context.ts'
import type { World } from '../obligations/world.ts'
import { isScored } from './scored-unit.ts'

/** What the district knows that a scheme may refer to: rows units are scored on, traits somebody has or a row asks for, scored units. */
export function schemeContextOf(world: Pick<World, 'items' | 'units' | 'versions' | 'schemes' | 'day'>): SchemeContext {
  const district = new Set(world.versions.filter(({ owner }) => owner === null).map(({ id }) => id))
  const items = [...world.items.values()].filter(({ catalogue }) => district.has(catalogue))
  const scored = [...world.units.values()].filter((unit) => isScored(unit, world))
  const traits = new Set([...items.flatMap((item) => item.appliesTo.traits), ...scored.flatMap((unit) => unit.traits)])
  return {
    items: items.map(({ id, path, cadence }) => ({
      id, name: path[path.length - 1] ?? id,
      slots: cadence.kind === 'slots' ? cadence.slots.flatMap(({ name }) => (name === null ? [] : [name])) : null,
    })),
    traits: [...traits].sort(),
    units: scored.map(({ kind, traits: held }) => ({ kind, traits: held })),
    usedVersions: [...new Set(world.schemes.map(({ scheme }) => scheme.version))],
  }
}
