import type { UnitCategoryRow } from '../../shared/wire/answers.ts'
import { unitWords } from '../unit-words.ts'
import type { AskedFields } from './addresses.ts'

export type BarPart = 'onTime' | 'late' | 'overdue' | 'unverified' | 'open'

/** A stretch of a category's bar: so many pieces, and the list they stand in. */
export interface BarSegment {
  readonly part: BarPart
  readonly pieces: number
  readonly label: string
  /** Share of the longest bar. */
  readonly width: number
  readonly query: AskedFields
}

export interface CategoryBar {
  readonly row: UnitCategoryRow
  readonly segments: readonly BarSegment[]
}

/** Each category's pieces as a bar on one scale, in the order of the catalogue; what stands open comes last and is not drawn. */
export function categoryBars(rows: readonly UnitCategoryRow[], year: number): CategoryBar[] {
  const drawn = ({ tally }: UnitCategoryRow) => tally.onTime + tally.late + tally.overdue + tally.unverified
  const longest = Math.max(1, ...rows.map(drawn))
  return rows.map((row) => {
    const { tally } = row
    const parts: readonly (readonly [BarPart, number, AskedFields])[] = [
      ['onTime', tally.onTime, { status: 'onTime', year }],
      ['unverified', tally.unverified, { status: 'unverified', year }],
      ['late', tally.late, { status: 'late', year }],
      ['overdue', tally.overdue, { counted: 'overdue' }],
      ['open', tally.pending + tally.dueSoon, { status: ['pending', 'dueSoon'] }],
    ]
    return {
      row, segments: parts.filter(([, pieces]) => pieces > 0).map(([part, pieces, query]) => ({
        part, pieces, label: unitWords.seg(unitWords.bar[part], pieces), width: part === 'open' ? 0 : pieces / longest,
        query: { unit: row.unit, category: row.category, ...query },
      })),
    }
  })
}
