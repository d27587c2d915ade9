import type { Scheme } from '../catalogue/scheme.ts'
import { assessmentYear, yearSpan } from '../obligations/world.ts'
import type { Day } from '../time/day.ts'
import { nextPeriod, periodEnd, periodStart, type Period } from '../time/period.ts'

type YearStart = Pick<Scheme, 'yearStart'>

/** A month or an assessment year whose score is settled (核定). */
export interface ScorePeriod {
  readonly period: Period
  readonly kind: 'month' | 'year'
  readonly first: Day
  /** The day (截至日) its score is counted as of. */
  readonly last: Day
}

/** The months of an assessment year in order, then the year itself; a month belongs to the year its last day lies in. */
export function scorePeriods(year: number, scheme: YearStart): readonly ScorePeriod[] {
  const months: ScorePeriod[] = []
  for (let period = `${year - 1}-01`; period <= `${year}-12`; period = nextPeriod(period)) {
    if (assessmentYear(periodEnd(period), scheme) === year) months.push({ period, kind: 'month', first: periodStart(period), last: periodEnd(period) })
  }
  const { from: first, to: last } = yearSpan(year, scheme)
  return [...months, { period: String(year), kind: 'year', first, last }]
}

/** The assessment year a period belongs to: "2026-10", or "2025" itself. */
export function yearOfPeriod(period: Period, scheme: YearStart): number {
  return period.length === 4 ? Number(period) : assessmentYear(periodEnd(period), scheme)
}

/** Undefined for what is no period of that year. */
export function findScorePeriod(period: string, year: number, scheme: YearStart): ScorePeriod | undefined {
  return scorePeriods(year, scheme).find((each) => each.period === period)
}
