import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/time/day.ts'
import { nextPeriod, periodEnd, periodOf, periodStart, periodUnit, type PeriodUnit } from '../../../shared/time/period.ts'

const units: readonly PeriodUnit[] = ['month', 'quarter', 'half', 'year']

describe('period', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2026-12-31', '2027'],
    ['2026-03', 'month', '2026-03-01', '2026-03-31', '2026-04'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29', '2024-03'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31', '2027-01'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31', '2026-Q2'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31', '2027-Q1'],
    ['2026-H1', 'half', '2026-01-01', '2026-06-30', '2026-H2'],
    ['2026-H2', 'half', '2026-07-01', '2026-12-31', '2027-H1'],
  ])('periodStart(), periodEnd() and nextPeriod() of %s, a %s, are %s, %s and %s', (period, unit, first, last, next) => {
    expect(periodUnit(period)).toBe(unit)
    expect(periodStart(period)).toBe(first)
    expect(periodEnd(period)).toBe(last)
    expect(nextPeriod(period)).toBe(next)
  })

  it.each([
    ['month', '2026-11-21', '2026-11'],
    ['month', '2026-01-01', '2026-01'],
    ['quarter', '2026-03-31', '2026-Q1'],
    ['quarter', '2026-04-01', '2026-Q2'],
    ['half', '2026-06-30', '2026-H1'],
    ['half', '2026-07-01', '2026-H2'],
    ['year', '2026-12-31', '2026'],
  ] as const)('periodOf() the %s of %s is %s', (unit, day, period) => {
    expect(periodOf(unit, day)).toBe(period)
  })

  it.each(['2026-13', '2026-00', '2026-3', '2026-Q5', '2026-Q0', '2026-H3', '26', '2026/final', '2026-q1', '', ' 2026', '2026-03-01'])(
    'periodUnit() knows no unit of %j', (period) => {
      expect(periodUnit(period)).toBeUndefined()
    })

  it.each(['2026-13', 'soon', ''])('periodStart() and nextPeriod() throw for %j, which is no period', (period) => {
    expect(() => periodStart(period)).toThrow('not a period')
    expect(() => nextPeriod(period)).toThrow('not a period')
  })

  it.each(units)('periodOf() cuts six years into %ss without gap or overlap', (unit) => {
    for (let day = '2022-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      const period = periodOf(unit, day)
      if (!(periodStart(period) <= day && day <= periodEnd(period))) expect.fail(`${day} is outside its ${period}`)
      if (addDays(periodEnd(period), 1) !== periodStart(nextPeriod(period))) expect.fail(`a gap after ${period}`)
    }
    expect(periodStart(nextPeriod(periodOf(unit, '2027-12-31')))).toBe('2028-01-01')
  })
})
