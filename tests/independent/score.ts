import type { Acts } from './acts.ts'
import type { InForce } from './in-force.ts'
import type { Judged } from './judging.ts'
import type { Leaf, Unit } from './lines.ts'
import { isFor, readLeaf, type Read } from './marks.ts'

export interface LeafScore {
  readonly code: string
  readonly printed: number
  /** Points it can give once skipped ones are spread. */
  readonly possible: number
  readonly got: number | null
  readonly skipped: boolean
  readonly inputs: Readonly<Record<string, number | null>>
}

export interface Score {
  readonly score: number | null
  readonly got: number
  readonly attainable: number
  readonly leaves: readonly LeafScore[]
}

/** Half up; the hair undoes what binary fractions lack. */
export function rounded(value: number, places: number): number {
  return Math.round(value * 10 ** places + 1e-7) / 10 ** places
}

/** Vertical units are monitored only; a merged unit's account is closed. */
export function hasScore(unit: Unit, { day }: InForce): boolean {
  return unit.kind !== 'vertical' && !(unit.validTo !== undefined && unit.validTo < day)
}

/** District duties with something of the year that is settled or past due. */
export function judgedCount(duties: readonly Judged[], { year }: InForce): number {
  return duties.filter(({ duty, pieces }) => duty.category !== 'bureau'
    && pieces.some((piece) => piece.year === year && !['pending', 'dueSoon'].includes(piece.status))).length
}

interface Placed { readonly leaf: Leaf; readonly group: string; readonly applies: boolean; readonly read: Read | null; readonly skipped: boolean }

/** 实时测算分: points ÷ attainable × 100, on the district's catalogue only. */
export function scoreOf(unit: Unit, all: readonly Judged[], { rules, acts }: { readonly rules: InForce; readonly acts: Acts }): Score {
  if (!hasScore(unit, rules)) return { score: null, got: 0, attainable: 0, leaves: [] }
  const duties = all.filter(({ duty }) => duty.category !== 'bureau')
  const placed = rules.scheme.groups.flatMap(({ code, leaves }) => leaves.map((leaf): Placed => {
    const applies = isFor(leaf, unit)
    const read = applies ? readLeaf(leaf, { unit, duties, rules, acts }) : null
    return { leaf, group: code, applies, read, skipped: read === null && (!applies || leaf.emptyMeans === 'skip') }
  }))
  const possible = spread(placed, rules.scheme.leafCap)
  const points = placed.map(({ skipped, read }, n) => ({ skipped, possible: possible[n] ?? 0, got: (read?.earned ?? 1) * (possible[n] ?? 0) }))
  const attainable = points.reduce((sum, each) => sum + each.possible, 0)
  const got = points.reduce((sum, each) => sum + each.got, 0)
  return {
    score: attainable === 0 || judgedCount(duties, rules) === 0 ? null : rounded(got / attainable * 100, 2), got: rounded(got, 4), attainable: rounded(attainable, 4),
    leaves: placed.map(({ leaf, read, skipped }, n) => ({
      code: leaf.code, printed: leaf.points, possible: rounded(points[n]!.possible, 4), got: skipped ? null : rounded(points[n]!.got, 4), skipped, inputs: read?.inputs ?? {},
    })),
  }
}

/**
 * Skipped points are spread inside their group first, then over all other leaves, in proportion to printed points, no leaf above `cap` ×
 * its own; what finds no room is dropped.
 */
function spread(placed: readonly Placed[], cap: number): number[] {
  const given = placed.map(({ leaf, skipped }) => (skipped ? 0 : leaf.points))
  const pour = (points: number, into: (each: Placed) => boolean): number => {
    let left = points
    while (left > 1e-9) {
      const room = placed.map((each, n) => (into(each) && !each.skipped ? each.leaf.points * cap - given[n]! : 0))
      const weights = placed.map(({ leaf }, n) => (room[n]! > 1e-9 ? leaf.points : 0))
      const weight = weights.reduce((sum, each) => sum + each, 0)
      if (weight === 0) return left
      const portions = weights.map((each, n) => Math.min(room[n]!, left * each / weight))
      portions.forEach((portion, n) => { given[n]! += portion })
      left -= portions.reduce((sum, each) => sum + each, 0)
    }
    return 0
  }
  const skippedIn = (group: string) => placed.filter((each) => each.group === group && each.skipped).reduce((sum, { leaf }) => sum + leaf.points, 0)
  const groups = [...new Set(placed.map(({ group }) => group))]
  const rest = groups.reduce((sum, group) => sum + pour(skippedIn(group), (each) => each.group === group), 0)
  pour(rest, () => true)
  return given
}
