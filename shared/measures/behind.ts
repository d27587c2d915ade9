import type { Leaf } from '../catalogue/scheme.ts'
import { leafMatterOf } from './leaf-pieces.ts'
import type { ScoredUnit } from './scored-unit.ts'

/** Path and query of the list that shows exactly what a leaf counted for this unit, null where nothing can be listed. */
export function behindOf(leaf: Leaf, { unit, world }: ScoredUnit): string | null {
  const matter = leafMatterOf(leaf)
  // Findings are put on record of a year long after it: their list names it.
  const year = matter === 'findings' ? `&year=${world.year}` : ''
  return matter && `/api/${matter}?unit=${encodeURIComponent(unit.id)}${year}&leaf=${encodeURIComponent(leaf.code)}`
}
