import type { LeafDraft, SchemeDraft } from '../../shared/catalogue/scheme-draft.ts'
import { pointsIn } from '../../shared/catalogue/scheme-faults.ts'
import { traitName, unitKindNames } from '../../shared/catalogue/scheme-terms.ts'

/** A group with its own points and the running sum down to it. */
export interface GroupSum {
  readonly code: string
  readonly name: string
  readonly points: number
  readonly running: number
}

/** Points by group, with the sum so far: what is left to 100 shows while writing. */
export function groupSums({ groups }: SchemeDraft): readonly GroupSum[] {
  let running = 0
  return groups.map(({ code, name, leaves }) => {
    const points = pointsIn(leaves)
    running = Math.round((running + points) * 100) / 100
    return { code, name, points, running }
  })
}

/** Whom a leaf is for, in words; empty for all scored units. */
export function scopeWords({ kinds, traits }: Pick<LeafDraft, 'kinds' | 'traits'>): string {
  const named = kinds?.map((kind) => (unitKindNames as Readonly<Record<string, string>>)[kind] ?? kind).join('、') ?? ''
  const held = traits?.map(traitName).join('、') ?? ''
  return [named, held].filter((words) => words !== '').join('；')
}

/** A leaf of one scheme under its code, wherever it stands. */
export function leafIn({ groups }: SchemeDraft, code: string): LeafDraft | undefined {
  for (const { leaves } of groups) for (const leaf of leaves) if (leaf.code === code) return leaf
  return undefined
}
