import type { Leaf } from '../catalogue/scheme.ts'
import { unreachable } from '../must.ts'
import { casesReading } from './leaf-cases.ts'
import { markedReading } from './leaf-acts.ts'
import { leafApplies } from './leaf-pieces.ts'
import { ratioReading } from './leaf-ratio.ts'
import { slotsReading } from './leaf-slots.ts'
import type { LeafReading } from './leaf-reading.ts'
import type { ScoredUnit } from './scored-unit.ts'

/** How a leaf stands for a unit: out of its scope, without data, or read. */
export type LeafState =
  | { readonly state: 'outOfScope' }
  | { readonly state: 'empty' }
  | { readonly state: 'read'; readonly reading: LeafReading }

/** Reads one leaf for one unit. What nothing reckons is empty until a reviewer enters points with 佐证. */
export function leafStateOf(leaf: Leaf, scored: ScoredUnit): LeafState {
  if (!leafApplies(leaf, scored.unit)) return { state: 'outOfScope' }
  const reading = readingOf(leaf, scored)
  return reading === null ? { state: 'empty' } : { state: 'read', reading }
}

function readingOf(leaf: Leaf, scored: ScoredUnit): LeafReading | null {
  if (leaf.measure === 'none') return markedReading(leaf, scored)
  switch (leaf.kind) {
    case 'ratio': return ratioReading(leaf, scored)
    case 'perCase': return casesReading(leaf, scored)
    case 'fixed': return leaf.measure === 'slotOnTime' ? slotsReading(leaf, scored) : null
    case 'manual': return null
    default: return unreachable(leaf.kind)
  }
}
