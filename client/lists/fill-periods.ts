import type { Day } from '../../shared/time/day.ts'
import { nextPeriod, periodEnd, periodOf, type Period, type PeriodUnit } from '../../shared/time/period.ts'
import type { FillRow } from '../../shared/wire/desk-answers.ts'

const MOST = 36
const asFormedUnits: readonly PeriodUnit[] = ['month', 'quarter', 'half', 'year']

/** Periods a row's information may be about, newest first; only ended ones where asked so. A row without slots takes any. */
export function periodsOf(row: FillRow, within: { readonly from: Day; readonly today: Day; readonly onlyEnded: boolean }): Period[] {
  const slots = row.slots.length > 0 ? row.slots : asFormedUnits.map((every) => ({ name: null, every }))
  return slots.flatMap(({ name, every }) => {
    const periods: Period[] = []
    for (let period = periodOf(every, within.from); periodOf(every, within.today) >= period; period = nextPeriod(period)) {
      if (!within.onlyEnded || periodEnd(period) < within.today) periods.push(name === null ? period : `${period}/${name}`)
    }
    return periods.reverse().slice(0, MOST)
  })
}
