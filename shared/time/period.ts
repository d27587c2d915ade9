import { addDays, type Day } from './day.ts'

/** "2026-03" month, "2026-Q1" quarter, "2026-H1" half-year, "2026" year: what information is about. */
export type Period = string
export type PeriodUnit = 'month' | 'quarter' | 'half' | 'year'

const MONTHS: Record<PeriodUnit, number> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The unit of a well-formed period, undefined for anything else. */
export function periodUnit(period: string): PeriodUnit | undefined {
  if (/^\d{4}$/.test(period)) return 'year'
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return 'month'
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter'
  return /^\d{4}-H[12]$/.test(period) ? 'half' : undefined
}

function firstMonth(period: Period): number {
  switch (periodUnit(period)) {
    case 'month': return +period.slice(5) - 1
    case 'quarter': return (+period.slice(6) - 1) * 3
    case 'half': return (+period.slice(6) - 1) * 6
    case 'year': return 0
    case undefined: throw new Error(`not a period: ${period}`)
  }
}

function periodAt(unit: PeriodUnit, months: number): Period {
  const year = Math.floor(months / 12)
  const month = months - year * 12
  switch (unit) {
    case 'year': return String(year)
    case 'half': return `${year}-H${Math.floor(month / 6) + 1}`
    case 'quarter': return `${year}-Q${Math.floor(month / 3) + 1}`
    case 'month': return `${year}-${String(month + 1).padStart(2, '0')}`
  }
}

/** The period of this unit that holds the day. */
export function periodOf(unit: PeriodUnit, day: Day): Period {
  return periodAt(unit, +day.slice(0, 4) * 12 + +day.slice(5, 7) - 1)
}

export function periodStart(period: Period): Day {
  return `${period.slice(0, 4)}-${String(firstMonth(period) + 1).padStart(2, '0')}-01`
}

export function periodEnd(period: Period): Day {
  return addDays(periodStart(nextPeriod(period)), -1)
}

export function nextPeriod(period: Period): Period {
  const unit = periodUnit(period)
  if (!unit) throw new Error(`not a period: ${period}`)
  return periodAt(unit, +period.slice(0, 4) * 12 + firstMonth(period) + MONTHS[unit])
}
