import type { Leaf, Scheme } from '../../shared/catalogue/scheme.ts'

/** Whose column it is: what the score comes to, a leaf, a folded group, or what a person gives and takes. */
export type ColumnKind = 'final' | 'band' | 'score' | 'leaf' | 'group' | 'bonus' | 'negative' | 'veto'

export interface AssessmentColumn {
  /** Unique in the table and in its address: "A1", "A", "final". */
  readonly code: string
  readonly kind: ColumnKind
  readonly name: string
  /** Short enough for a standing head. */
  readonly short: string
  /** Points printed; null where none are. */
  readonly printed: number | null
  /** Code of the group of leaves it stands under; empty beside the leaves. */
  readonly group: string
  /** A person enters it. */
  readonly byHand: boolean
  readonly leaf: Leaf | null
}

/** A head over neighbouring columns. */
export interface ColumnSpan {
  readonly code: string
  readonly name: string
  readonly columns: number
  readonly printed: number
  readonly folded: boolean
}

export interface ColumnNames {
  readonly final: string
  readonly band: string
  readonly score: string
  readonly bonus: string
  readonly negative: string
  readonly veto: string
}

/** Columns in the order of the scheme: the result, then leaves (or the sum of a folded group), then bonus, deductions, veto. */
export function assessmentColumns(scheme: Scheme, folded: ReadonlySet<string>, names: ColumnNames): AssessmentColumn[] {
  const plain = (kind: Exclude<ColumnKind, 'leaf' | 'group'>, byHand = false): AssessmentColumn =>
    ({ code: kind, kind, name: names[kind], short: names[kind], printed: null, group: '', byHand, leaf: null })
  const leaves = scheme.groups.flatMap((group): AssessmentColumn[] => (folded.has(group.code)
    ? [{ code: group.code, kind: 'group', name: group.name, short: group.name, printed: sumOf(group.leaves), group: group.code, byHand: false, leaf: null }]
    : group.leaves.map((leaf) => ({
      code: leaf.code, kind: 'leaf', name: leaf.name, short: shortName(leaf), printed: leaf.points, group: group.code, byHand: leaf.measure === 'none', leaf,
    }))))
  return [plain('final'), plain('band'), plain('score'), ...leaves, plain('bonus', true), plain('negative', true), plain('veto', true)]
}

/** The heads over the leaves, as wide as what is unfolded of each group. */
export function columnSpans(scheme: Scheme, folded: ReadonlySet<string>): ColumnSpan[] {
  return scheme.groups.map(({ code, name, leaves }) => ({
    code, name, folded: folded.has(code), columns: folded.has(code) ? 1 : leaves.length, printed: sumOf(leaves),
  }))
}

/** What a leaf is told from its twin by stays ("…（抽查）" of B4b); what only explains it is left to the working. */
function shortName({ code, name }: Leaf): string {
  return /[a-z]$/.test(code) ? name : name.replace(/（[^（）]*）$/, '')
}

function sumOf(leaves: readonly Leaf[]): number {
  return Math.round(leaves.reduce((sum, { points }) => sum + points, 0) * 100) / 100
}
