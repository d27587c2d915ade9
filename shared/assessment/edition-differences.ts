import type { Status } from '../obligations/obligation.ts'
import type { Day } from '../time/day.ts'
import type { EditionBody } from './edition.ts'
import type { EditionPiece } from './edition-parts.ts'
import { canonicalJson } from './canonical-json.ts'
import type { AssessedUnit } from './result.ts'

/** One result beside another: an edition's, or what would be settled now. */
export type Compared = Pick<EditionBody, 'result' | 'pieces'>

/** What is told of a unit on either side. */
export interface UnitFigures {
  readonly final: number | null
  readonly rank: number | null
  readonly band: string | null
  /** 测算分 of the leaves, before bonus, deductions and veto. */
  readonly score: number | null
  readonly bonus: number
  readonly lost: number
  readonly veto: string | null
}

export interface LeafDifference {
  readonly code: string
  readonly name: string
  /** null: skipped, or no such leaf on that side. */
  readonly before: { readonly got: number | null; readonly possible: number; readonly formula: string } | null
  readonly after: { readonly got: number | null; readonly possible: number; readonly formula: string } | null
}

export interface PieceDifference {
  readonly id: string
  readonly item: string
  readonly before: PieceSide | null
  readonly after: PieceSide | null
  /** Facts behind it on the after side only. */
  readonly facts: readonly number[]
}

export interface PieceSide {
  readonly status: Status
  readonly flags: readonly string[]
  readonly dueDay: Day | null
  readonly publishedDay: Day | null
}

export interface UnitDifference {
  readonly unit: string
  readonly name: string
  readonly before: UnitFigures | null
  readonly after: UnitFigures | null
  readonly leaves: readonly LeafDifference[]
  readonly pieces: readonly PieceDifference[]
}

/** Units whose figures, working or pieces differ, in the order of `after`; empty when both say the same. */
export function differencesOf(before: Compared, after: Compared): readonly UnitDifference[] {
  const old = new Map(before.result.units.map((each) => [each.unit, each]))
  const now = new Map(after.result.units.map((each) => [each.unit, each]))
  const all = [...after.result.units, ...before.result.units.filter(({ unit }) => !now.has(unit))]
  return all.flatMap(({ unit, name }) => {
    const [a, b] = [old.get(unit), now.get(unit)]
    const leaves = leafDifferences(a, b)
    const pieces = pieceDifferences(before.pieces[unit] ?? [], after.pieces[unit] ?? [])
    const isSame = leaves.length === 0 && pieces.length === 0 && a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)
    return isSame ? [] : [{ unit, name, before: a ? figuresOf(a) : null, after: b ? figuresOf(b) : null, leaves, pieces }]
  })
}

function figuresOf({ final, rank, band, working, bonus, negative, veto }: AssessedUnit): UnitFigures {
  return { final, rank, band, score: working.score, bonus: bonus.given, lost: negative.lost, veto: veto?.name ?? null }
}

function leafDifferences(before: AssessedUnit | undefined, after: AssessedUnit | undefined): LeafDifference[] {
  const old = new Map((before?.working.leaves ?? []).map((leaf) => [leaf.code, leaf]))
  const now = new Map((after?.working.leaves ?? []).map((leaf) => [leaf.code, leaf]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((code) => {
    const [a, b] = [old.get(code), now.get(code)]
    if (a && b && canonicalJson(a) === canonicalJson(b)) return []
    return [{ code, name: (b ?? a)?.name ?? code, before: a ? sideOf(a) : null, after: b ? sideOf(b) : null }]
  })
}

function sideOf({ got, possible, formula }: AssessedUnit['working']['leaves'][number]): NonNullable<LeafDifference['before']> {
  return { got, possible, formula }
}

function pieceDifferences(before: readonly EditionPiece[], after: readonly EditionPiece[]): PieceDifference[] {
  const old = new Map(before.map((piece) => [piece.id, piece]))
  const now = new Map(after.map((piece) => [piece.id, piece]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)]
    const [was, is] = [a ? pieceSide(a) : null, b ? pieceSide(b) : null]
    if (was && is && canonicalJson(was) === canonicalJson(is)) return []
    const known = new Set(a?.facts ?? [])
    return [{ id, item: (b ?? a)?.item ?? '', before: was, after: is, facts: (b?.facts ?? []).filter((seq) => !known.has(seq)) }]
  })
}

function pieceSide({ status, flags, dueDay, publishedDay }: EditionPiece): PieceSide {
  return { status, flags, dueDay, publishedDay }
}
