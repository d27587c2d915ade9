import type { AssessedUnit } from '../../shared/assessment/result.ts'
import type { LeafWorking } from '../../shared/measures/score-working.ts'
import { assessmentWords } from '../assessment-words.ts'
import { pointsText, scoreText } from '../figure-text.ts'
import { words } from '../words.ts'
import type { AssessmentColumn } from './assessment-columns.ts'

/** How much of a leaf's points is lost, in steps of ink: none, some, half, nearly all. */
export type Wash = 0 | 1 | 2 | 3

export interface AssessmentCell {
  readonly text: string
  /** What the column is sorted by; null sorts last. */
  readonly value: number | null
  readonly wash: Wash
  /** Not counted (no data), or not of this unit. */
  readonly state: 'counted' | 'skipped' | 'outOfScope' | 'empty'
  /** How many decimals stand behind the point, so that points stand under each other. */
  readonly decimals: number
}

const empty: AssessmentCell = { text: '', value: null, wash: 0, state: 'empty', decimals: 0 }

/** What one unit shows in one column. */
export function cellOf(unit: AssessedUnit, column: AssessmentColumn): AssessmentCell {
  switch (column.kind) {
    case 'final': return counted(unit.final, twoDecimals(unit.final))
    case 'score': return counted(unit.working.score, twoDecimals(unit.working.score))
    case 'band': return { ...empty, text: unit.band ?? words.none, value: unit.final, state: unit.band === null ? 'empty' : 'counted' }
    case 'leaf': return leafCell(unit.working.leaves.find(({ code }) => code === column.code))
    case 'group': return groupCell(unit.working.leaves.filter(({ group }) => group === column.code))
    case 'bonus': return unit.bonus.entries.length === 0 ? empty : counted(unit.bonus.given, signed(unit.bonus.given))
    case 'negative': return unit.negative.entries.length === 0 ? empty : counted(-unit.negative.lost, signed(-unit.negative.lost))
    case 'veto': return unit.veto === null ? empty : { ...empty, text: assessmentWords.vetoed, value: 1, state: 'counted' }
  }
}

/** Scores keep two decimals: ranks are told apart by them. */
export function twoDecimals(score: number | null): string {
  return score === null ? scoreText(null) : score.toFixed(2)
}

function counted(value: number | null, text: string): AssessmentCell {
  return { text, value, wash: 0, state: value === null ? 'empty' : 'counted', decimals: decimalsOf(text) }
}

function leafCell(leaf: LeafWorking | undefined): AssessmentCell {
  if (leaf === undefined) return empty
  if (leaf.got === null) return { ...empty, state: leaf.formula.startsWith('不适用') ? 'outOfScope' : 'skipped' }
  const text = pointsText(leaf.got)
  return { text, value: leaf.got, wash: washOf(leaf.got, leaf.possible), state: 'counted', decimals: decimalsOf(text) }
}

/** A folded group: its sum; nothing where every leaf of it is left out. */
function groupCell(leaves: readonly LeafWorking[]): AssessmentCell {
  const read = leaves.filter(({ got }) => got !== null)
  if (read.length === 0) return { ...empty, state: leaves.length === 0 ? 'empty' : 'skipped' }
  const got = read.reduce((sum, leaf) => sum + (leaf.got ?? 0), 0)
  const text = pointsText(got)
  return { text, value: got, wash: washOf(got, read.reduce((sum, { possible }) => sum + possible, 0)), state: 'counted', decimals: decimalsOf(text) }
}

function washOf(got: number, possible: number): Wash {
  const lost = possible === 0 ? 0 : 1 - got / possible
  return lost < 0.005 ? 0 : lost < 0.34 ? 1 : lost < 0.67 ? 2 : 3
}

function signed(points: number): string {
  return points > 0 ? `+${pointsText(points)}` : points < 0 ? `−${pointsText(-points)}` : '0'
}

function decimalsOf(text: string): number {
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
}
