import type { SchemeContext } from '../catalogue/scheme-context.ts'
import type { SchemeDraft } from '../catalogue/scheme-draft.ts'
import { schemeFaults } from '../catalogue/scheme-faults.ts'
import { pointWords, unitKindNames } from '../catalogue/scheme-terms.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { leafApplies } from './leaf-pieces.ts'

/** Everything that keeps a scheme from being used in this district: its own faults, and units its scope leaves too little for. */
export function schemeRefusals(scheme: SchemeDraft, known: SchemeContext): readonly Refusal[] {
  const faults = schemeFaults(scheme, known)
  return faults.some(({ field }) => field === 'groups' || field === 'leafCap') ? faults : [...faults, ...reachFaults(scheme, known)]
}

/**
 * Points of leaves a unit is out of scope of go to its others, none above `leafCap` × its own: units that so cannot come to 100
 * would live on fewer, heavier leaves than the cap allows. Said once for all units of a kind with the same points.
 */
function reachFaults({ groups, leafCap }: SchemeDraft, { units }: SchemeContext): readonly Refusal[] {
  const cap = leafCap ?? 1
  const short = new Map<string, { readonly kind: SchemeContext['units'][number]['kind']; readonly points: number; count: number }>()
  for (const unit of units) {
    const scoped = groups.flatMap((group) => group.leaves).filter((leaf) => leafApplies(leaf, unit))
    const points = Math.round(scoped.reduce((sum, leaf) => sum + (leaf.points ?? 0), 0) * 100) / 100
    if (points * cap >= 100 - 1e-9) continue
    const key = `${unit.kind} ${points}`
    const found = short.get(key) ?? { kind: unit.kind, points, count: 0 }
    found.count += 1
    short.set(key, found)
  }
  return [...short.values()].map(({ kind, points, count }) => refusal('out-of-reach', 'leafCap',
    `有${count}个${unitKindNames[kind]}只适用其中${pointWords(points)}分的指标，按单项上限${pointWords(cap)}倍最多到${pointWords(points * cap)}分，凑不满100分；请放宽指标的适用范围，或调高单项上限。`))
}
