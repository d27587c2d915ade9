import type { Leaf } from '../catalogue/scheme.ts'
import { leafMatterOf } from './leaf-pieces.ts'
import type { ScoredUnit } from './scored-unit.ts'

/** Path and query of the list that shows exactly what a leaf counted for this unit, null where nothing can be listed. */
export function behindOf(leaf: Leaf, { unit }: ScoredUnit): string | null {
  const matter = leafMatterOf(leaf)
  return matter && `/api/${matter}?unit=${encodeURIComponent(unit.id)}&leaf=${encodeURIComponent(leaf.code)}`
}
