import type { Leaf } from '../catalogue/scheme.ts'
import { heldMark, unitActs, type UnitActs } from '../obligations/assessment-acts.ts'
import type { Finding } from '../obligations/finding.ts'
import { numberWords } from './figure-words.ts'
import { shareOfPoints, type LeafReading } from './leaf-reading.ts'
import { ratio, type Ratio } from './ratio.ts'
import type { ScoredUnit } from './scored-unit.ts'

/** 考核记录 of the scored unit in the world's year. */
export function actsOfScored({ unit, world }: ScoredUnit): UnitActs {
  return unitActs(world.acts, unit.id, world.year)
}

/** The points a person entered for a leaf nothing else reckons; null while nobody has. */
export function markedReading(leaf: Leaf, scored: ScoredUnit): LeafReading | null {
  const mark = heldMark(actsOfScored(scored), leaf.code)
  if (!mark) return null
  const { points } = mark.fact
  return { earned: shareOfPoints(points / leaf.points), inputs: { points }, words: () => `人工评分 ${numberWords(points)} 分（印制满分 ${numberWords(leaf.points)} 分）：${mark.fact.reason}` }
}

/** 要素齐全: mean over inspected pieces of the share of elements present; a material one missing makes the piece none. */
export function elementsOf({ inspections }: UnitActs): { readonly share: number | null; readonly pieces: number } {
  if (inspections.length === 0) return { share: null, pieces: 0 }
  const sum = inspections.reduce((total, { fact: { present = [], missing = [], material = [] } }) =>
    total + (material.length > 0 ? 0 : present.length / (present.length + missing.length)), 0)
  return { share: sum / inspections.length, pieces: inspections.length }
}

/** 整改按期销号: cleared in time, of those cleared or past their limit. */
export function rectifiedRatio({ findings }: UnitActs): Ratio {
  const judged = findings.filter((each) => each.inTime !== null)
  return ratio(judged.filter((each) => each.inTime === true).length, judged.length)
}

/** Findings a leaf takes points for: of its kinds, not revoked. */
export function findingsInLeaf(leaf: Leaf, { findings }: UnitActs): readonly Finding[] {
  switch (leaf.measure) {
    case 'findings': return findings.filter((each) => each.state !== 'revoked' && leaf.codes?.includes(each.code) === true)
    case 'recurrence': return findings.filter((each) => each.repeats !== null)
    case 'rectifiedInTime': return findings.filter((each) => each.inTime !== null)
    default: return []
  }
}
