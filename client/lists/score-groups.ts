import type { LeafWorking, ScoreWorking } from '../../shared/measures/score-working.ts'
import { pointsText } from '../figure-text.ts'
import { unitWords } from '../unit-words.ts'

/** A leaf as its row shows it: points in words, and the share of them got. */
export interface WorkedLeaf extends LeafWorking {
  readonly points: string
  readonly share: number
}

export interface WorkedGroup {
  readonly code: string
  readonly name: string
  readonly points: string
  /** null where every leaf of it is left out. */
  readonly share: number | null
  readonly leaves: readonly WorkedLeaf[]
}

/** Leaves under their groups, in the scheme's order, with each group's sum. */
export function leafGroups({ leaves }: ScoreWorking, names: Readonly<Record<string, string>>): WorkedGroup[] {
  return [...new Set(leaves.map(({ group }) => group))].map((code) => {
    const own = leaves.filter(({ group }) => group === code)
    const [got, possible] = [sum(own.map((leaf) => leaf.got ?? 0)), sum(own.map((leaf) => leaf.possible))]
    return {
      code, name: names[code] ?? code, share: possible === 0 ? null : got / possible,
      points: possible === 0 ? unitWords.skipped : fraction(got, possible), leaves: own.map(worked),
    }
  })
}

/** Points were lost; what rounding hides is not lost. */
export function isLost({ got, possible }: Pick<LeafWorking, 'got' | 'possible'>): boolean {
  return got !== null && possible - got >= 0.005
}

/** Pieces or duties a leaf counted, as its reading says. */
export function leafCount({ inputs }: Pick<LeafWorking, 'inputs'>): number {
  return inputs['pieces'] ?? inputs['cases'] ?? inputs['slots'] ?? inputs['whole'] ?? 0
}

/** Whether the list behind a leaf is one of pieces, of duties or of findings. */
export function leafMatter(behind: string | null): 'obligations' | 'duties' | 'findings' | null {
  if (behind === null) return null
  if (behind.startsWith('/api/findings')) return 'findings'
  return behind.startsWith('/api/duties') ? 'duties' : 'obligations'
}

function worked(leaf: LeafWorking): WorkedLeaf {
  const outOfScope = leaf.skipped && leaf.formula.startsWith('不适用')
  const points = leaf.got === null ? (outOfScope ? unitWords.outOfScope : unitWords.skipped) : fraction(leaf.got, leaf.possible)
  return { ...leaf, points, share: leaf.got === null || leaf.possible === 0 ? 0 : leaf.got / leaf.possible }
}

function fraction(got: number, possible: number): string {
  return `${pointsText(got)} / ${pointsText(possible)}`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
