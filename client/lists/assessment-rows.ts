import type { AssessedUnit } from '../../shared/assessment/result.ts'
import { cellOf } from './assessment-cells.ts'
import type { AssessmentColumn } from './assessment-columns.ts'

/** A line of the table: the head of a peer group, or a unit. */
export type AssessmentLine =
  | { readonly kind: 'group'; readonly peerGroup: string; readonly units: number; readonly ranked: number; readonly mean: number | null }
  | { readonly kind: 'unit'; readonly unit: AssessedUnit }

export interface Sorted {
  readonly code: string
  readonly down: boolean
}

export interface LinesAsked {
  /** null: all. */
  readonly peerGroup: string | null
  readonly find: string
  /** null: by rank, as the result comes. */
  readonly sort: Sorted | null
}

/** Units under the heads of their peer groups, narrowed and sorted inside each group; those without a value last. */
export function assessmentLines(units: readonly AssessedUnit[], asked: LinesAsked, columns: readonly AssessmentColumn[]): AssessmentLine[] {
  const word = asked.find.trim().toLowerCase()
  const shown = units.filter(({ peerGroup, name, shortName, unit }) =>
    (asked.peerGroup === null || peerGroup === asked.peerGroup)
    && (word === '' || [name, shortName].some((each) => each.toLowerCase().includes(word)) || unit.toLowerCase() === word))
  const column = asked.sort === null ? undefined : columns.find(({ code }) => code === asked.sort?.code)
  return peerGroupsOf(shown).flatMap((peerGroup): AssessmentLine[] => {
    const own = shown.filter((each) => each.peerGroup === peerGroup)
    const finals = own.flatMap(({ final }) => (final === null ? [] : [final]))
    const head = {
      kind: 'group' as const, peerGroup, units: own.length, ranked: own.filter(({ rank }) => rank !== null).length,
      mean: finals.length === 0 ? null : finals.reduce((sum, final) => sum + final, 0) / finals.length,
    }
    return [head, ...inOrder(own, column, asked.sort?.down ?? true).map((unit) => ({ kind: 'unit' as const, unit }))]
  })
}

/** Peer groups in the order the result lists them. */
export function peerGroupsOf(units: readonly AssessedUnit[]): string[] {
  return [...new Set(units.map(({ peerGroup }) => peerGroup))]
}

function inOrder(units: readonly AssessedUnit[], column: AssessmentColumn | undefined, down: boolean): readonly AssessedUnit[] {
  if (column === undefined) return units
  const valued = units.map((unit) => ({ unit, value: cellOf(unit, column).value }))
  return valued.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    return down ? b.value - a.value : a.value - b.value
  }).map(({ unit }) => unit)
}
