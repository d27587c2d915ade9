import { describe, expect, it } from 'vitest'
import { findScorePeriod, scorePeriods, yearOfPeriod } from '../../../shared/assessment/score-periods.ts'
import { refusedSettling, refusedWindow, windowEnd } from '../../../shared/assessment/settling-rules.ts'
import { defaultThresholds } from '../../../shared/facts/setting.ts'
import { refusedAgreement } from '../../../shared/obligations/agreement-rules.ts'
import type { World } from '../../../shared/obligations/world.ts'
import { scheme, unitOf } from '../../support/small-district.ts'
import { shippedCalendar } from '../time/calendar-files.ts'

const told = (period: string, until: string) => ({ period, until, day: '', knownAt: '', seq: 1, by: 'r1', at: '' })
const settled = (period: string, edition: number) => ({ period, edition, day: '', knownAt: '', sha256: '', software: '', reason: '', scores: [], seq: 2, by: 'r1', at: '' })
const world = (over: Partial<World> = {}) => ({
  day: '2026-04-10', calendar: shippedCalendar(), thresholds: defaultThresholds, scheme, proposals: [], settlements: [],
  units: new Map([unitOf('A'), unitOf('V', { kind: 'vertical' })].map((unit) => [unit.id, unit])), ...over,
})

describe('scorePeriods()', () => {
  it('are the months of the year, then the year', () => {
    const periods = scorePeriods(2026, { yearStart: '01-01' })
    expect(periods.map(({ period }) => period)).toEqual(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`).concat('2026'))
    expect(periods.at(-1)).toEqual({ period: '2026', kind: 'year', first: '2026-01-01', last: '2026-12-31' })
  })

  it('follow a year that begins in November', () => {
    const periods = scorePeriods(2026, { yearStart: '11-01' })
    expect([periods[0]?.period, periods.at(-2)?.period, periods.at(-1)?.last]).toEqual(['2025-11', '2026-10', '2026-10-31'])
    expect(yearOfPeriod('2025-12', { yearStart: '11-01' })).toBe(2026)
    expect(findScorePeriod('2026-11', 2026, { yearStart: '11-01' })).toBeUndefined()
  })
})

describe('refusedWindow()', () => {
  it.each<[string, string, Partial<World>, string | undefined]>([
    ['an ended month', '2026-03', {}, undefined],
    ['a month that still runs', '2026-04', {}, 'not-ended'],
    ['the day a month ends', '2026-03', { day: '2026-03-31' }, 'not-ended'],
    ['an open window', '2026-03', { proposals: [told('2026-03', '2026-04-10')] }, 'window-open'],
    ['a window gone by', '2026-03', { proposals: [told('2026-03', '2026-04-09')] }, undefined],
    ['a settled month', '2026-03', { settlements: [settled('2026-03', 1)] }, 'settled'],
    ['a month of a settled year', '2025-12', { settlements: [settled('2025', 1)] }, 'year-settled'],
  ])('%s', (_, period, over, code) => {
    expect(refusedWindow(period, world(over))?.code).toBe(code)
  })

  it('gives five working days', () => {
    expect(windowEnd(world({ day: '2026-04-01' }))).toBe('2026-04-09')
  })
})

describe('refusedSettling()', () => {
  const first = { period: '2026-03', restates: 0, reason: '' }
  it.each<[string, Partial<World>, string | undefined]>([
    ['before any window', {}, 'no-window'],
    ['on the window\'s last day', { proposals: [told('2026-03', '2026-04-10')] }, 'window-open'],
    ['the day after', { proposals: [told('2026-03', '2026-04-09')] }, undefined],
    ['twice', { proposals: [told('2026-03', '2026-04-09')], settlements: [settled('2026-03', 1)] }, 'settled'],
  ])('for the first time %s', (_, over, code) => {
    expect(refusedSettling(first, world(over))?.code).toBe(code)
  })

  const again = { period: '2026-03', restates: 1, reason: '复核后更正' }
  it.each<[string, Partial<typeof again>, Partial<World>, string | undefined]>([
    ['with a reason', {}, { settlements: [settled('2026-03', 1)] }, undefined],
    ['without one', { reason: ' ' }, { settlements: [settled('2026-03', 1)] }, 'missing-field'],
    ['what nobody settled', {}, {}, 'not-settled'],
    ['after somebody else did', {}, { settlements: [settled('2026-03', 1), settled('2026-03', 2)] }, 'restated'],
  ])('anew %s', (_, asked, over, code) => {
    expect(refusedSettling({ ...again, ...asked }, world(over))?.code).toBe(code)
  })
})

describe('refusedAgreement()', () => {
  const said = { unit: 'A', period: '2026-03' }
  it.each<[string, Partial<World>, string | undefined]>([
    ['on the last day', { proposals: [told('2026-03', '2026-04-10')] }, undefined],
    ['after it', { proposals: [told('2026-03', '2026-04-09')] }, 'window-closed'],
    ['of a score never told', {}, 'no-window'],
    ['of a settled one', { proposals: [told('2026-03', '2026-04-10')], settlements: [settled('2026-03', 1)] }, 'settled'],
  ])('%s', (_, over, code) => {
    expect(refusedAgreement(said, world(over))?.code).toBe(code)
  })

  it('is not asked of vertical units', () => {
    expect(refusedAgreement({ ...said, unit: 'V' }, world({ proposals: [told('2026-03', '2026-04-10')] }))?.code).toBe('not-scored')
  })
})
