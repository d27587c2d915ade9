import { describe, expect, it } from 'vitest'
import { dutiesAddress, listAddress, pieceAddress } from '../../client/lists/addresses.ts'
import { deadlineStrip } from '../../client/lists/deadline-strip.ts'
import { categoryRows, sortedRows, unitRows } from '../../client/lists/figure-rows.ts'
import { filterWords } from '../../client/lists/filter-words.ts'
import { obligationFields, readAt, readFilters, replaced, toggled } from '../../client/lists/list-filters.ts'
import { openings } from '../../client/lists/openings.ts'
import { lastMonths } from '../../client/lists/rate-change.ts'
import { readColumns, firstColumns } from '../../client/lists/obligation-columns.ts'
import { rowWindow } from '../../client/lists/row-window.ts'
import { ruleWords } from '../../client/lists/rule-words.ts'
import { placeOf, trendPlot } from '../../client/lists/trend-plot.ts'
import { firstUnread } from '../../client/lists/unread-rows.ts'
import type { DeadlineProof, ProofDay } from '../../shared/obligations/deadline-proof.ts'
import { deadlineProof } from '../../shared/obligations/deadline-proof.ts'
import { ratio } from '../../shared/measures/ratio.ts'
import type { TrendPoint } from '../../shared/measures/trend.ts'
import { addMonths, addDays } from '../../shared/time/day.ts'
import { workingCalendar } from '../../shared/time/working-calendar.ts'
import { board, category, cell, unit } from './small-board.ts'

const past = { asOf: '2026-05-11', knownAt: '2026-05-11' }

describe('addresses', () => {
  it.each([
    [listAddress({}), '/obligations'],
    [listAddress({ unit: 'D01', status: ['pending', 'dueSoon'] }), '/obligations?unit=D01&status=pending,dueSoon'],
    [listAddress({ counted: 'overdue' }, past), '/obligations?counted=overdue&asOf=2026-05-11&knownAt=2026-05-11'],
    [dutiesAddress({ covered: 0 }), '/duties?covered=0'],
    [pieceAddress('D16|district-23|doc:1137YHD/2026-1@2026-09-30'), '/obligations/D16%7Cdistrict-23%7Cdoc%3A1137YHD%2F2026-1%402026-09-30'],
  ])('writes %s', (address, expected) => {
    expect(address).toBe(expected)
  })

  it('openings() keep the unit, the category and the day of the figure they open', () => {
    const opens = openings({ unit: 'D01', category: 'c1' }, past)
    expect(opens.onTimePart).toBe('/obligations?unit=D01&category=c1&counted=onTime&part=1&asOf=2026-05-11&knownAt=2026-05-11')
    expect(opens.carriedOver('2026-05-11')).toContain('year=2025,2024,2023,2022,2021')
  })
})

describe('list filters', () => {
  it('readFilters() reads commas and repetition, keeps a looked-for comma, leaves unknown fields out', () => {
    expect(readFilters({ unit: ['D01,D02', 'D03'], q: 'a,b', other: 'x', status: '' }, obligationFields)).toEqual({ unit: ['D01', 'D02', 'D03'], q: ['a,b'] })
  })

  it('toggled() adds and takes away; without `counted` there is no `part`', () => {
    const filters = { counted: ['onTime'], part: ['1'], status: ['late'] } as const
    expect(toggled(filters, 'status', 'overdue')).toEqual({ ...filters, status: ['late', 'overdue'] })
    expect(toggled<'counted' | 'part' | 'status'>(filters, 'counted', 'onTime')).toEqual({ status: ['late'] })
    expect(replaced<'counted' | 'part' | 'status'>(filters, 'status', [])).toEqual({ counted: ['onTime'], part: ['1'] })
  })

  it('readAt() of an address without a day is today', () => {
    expect(readAt({})).toEqual({ asOf: null, knownAt: null })
    expect(readAt({ asOf: '2026-05-11' })).toEqual({ asOf: '2026-05-11', knownAt: null })
  })

  it('filterWords() says `part` with its figure', () => {
    const names = { unitName: new Map([['D01', '区府办']]), categoryShort: new Map<string, string>(), itemName: new Map<string, string>() }
    expect(filterWords({ unit: ['D01'], counted: ['onTime'], part: ['1'] }, names).map(({ text }) => text)).toEqual(['区府办', '计入按时公开率（分子）'])
  })

  it('readColumns() keeps the table’s order and falls back to the first choice', () => {
    expect(readColumns('dueDay,unit,nonsense')).toEqual(['unit', 'dueDay'])
    expect(readColumns('nonsense')).toBe(firstColumns)
    expect(readColumns(null)).toBe(firstColumns)
  })
})

describe('rowWindow', () => {
  it.each([[0], [34], [17_017], [3_399_999 - 700]])('rowWindow() at %i draws few rows and stands for all 100,000', (scrollTop) => {
    const { first, last, above, below } = rowWindow({ scrollTop, height: 700, rowHeight: 34, total: 100_000 })
    expect(last - first).toBeLessThan(60)
    expect(above + (last - first) * 34 + below).toBe(3_400_000)
    expect(first * 34).toBeLessThanOrEqual(scrollTop)
    expect(last * 34).toBeGreaterThanOrEqual(Math.min(scrollTop + 700, 3_400_000))
  })

  it('rowWindow() of an empty list is empty', () => {
    expect(rowWindow({ scrollTop: 0, height: 700, rowHeight: 34, total: 0 })).toEqual({ first: 0, last: 0, above: 0, below: 0 })
  })
})

describe('deadlineStrip', () => {
  const calendar = workingCalendar([{
    year: 2026, notices: [{ title: '国务院办公厅关于2026年部分节假日安排的通知', number: '', published: '2025-11-04' }], days: [
      ...Array.from({ length: 7 }, (_, index) => ({ day: addDays('2026-10-01', index), off: true, name: '国庆节' })), { day: '2026-10-10', off: false, name: '国庆节' },
    ],
  }])
  const layer = (from: string, n: number) => ({ layer: 'printed' as const, day: calendar.addWorkdays(from, n), rule: '20个工作日', from, n, unit: 'workday' as const, assumed: false })
  const proof = (from: string, n: number, upTo?: string): DeadlineProof =>
    deadlineProof({ from, to: calendar.addWorkdays(from, n), calendar, layer: layer(from, n), ...(upTo !== undefined && { upTo }) })
  const daysOf = (cells: ReturnType<typeof deadlineStrip>) => cells.reduce((sum, each) => sum + each.days, 0)

  it('draws a short span day by day, the holiday as one cell with its name', () => {
    const { days, due } = proof('2026-09-25', 7)
    const cells = deadlineStrip({ days, due })
    expect(cells.find(({ kind }) => kind === 'holiday')).toMatchObject({ name: '国庆节', days: 7 })
    expect(cells[0]).toMatchObject({ kind: 'start' })
    expect(cells[cells.length - 1]).toMatchObject({ kind: 'due', n: 7 })
    expect(cells.find(({ from }) => from === '2026-10-10')).toMatchObject({ kind: 'counted', makeup: true })
    expect(daysOf(cells)).toBe(days.length)
  })

  it('draws what is long settled in blocks, start and due day on their own, overdue deepening to the end', () => {
    const { days, due } = proof('2026-08-28', 20, '2026-11-22')
    const cells = deadlineStrip({ days, due })
    expect(days.length).toBeGreaterThan(80)
    expect(cells.length).toBeLessThan(60)
    expect(daysOf(cells)).toBe(days.length)
    expect(cells.filter(({ kind }) => kind === 'start' || kind === 'due').map(({ n }) => n)).toEqual([null, 20])
    expect(cells.filter(({ kind, late }) => kind === 'run' && !late).every(({ days: n }) => n <= 10)).toBe(true)
    const depths = cells.filter(({ late, n }) => late && n !== null).map(({ depth }) => depth)
    expect([...depths].sort()).toEqual(depths)
    expect(depths[depths.length - 1]).toBe(3)
  })

  it('loses no day of a strip without a start', () => {
    const days: ProofDay[] = Array.from({ length: 90 }, (_, index) => ({
      day: addDays('2026-01-01', index), weekday: 1, mark: 'overdue', n: index, kind: 'work', name: null, notice: null,
    }))
    expect(daysOf(deadlineStrip({ days, due: '2025-12-31' }))).toBe(90)
  })
})

describe('trendPlot', () => {
  const point = (day: string, share: number, overdue = 10): TrendPoint => ({
    day, year: +day.slice(0, 4), onTime: ratio(Math.round(share * 1000), 1000), eventual: ratio(99, 100), coverage: ratio(99, 100), overdue, late: 1,
  })
  const ends = Array.from({ length: 12 }, (_, index) => addDays(addMonths('2025-12-01', index), -1))
  const trend = [...ends.map((day, index) => point(day, 0.94 + index / 1000, 8 + index)), point('2026-11-22', 0.95)]
  const size = { width: 1200, height: 180, missing: 0, rate: 'onTime' as const }

  it('shows twelve months, the running one last, and breaks the line at the year’s end', () => {
    const plot = trendPlot(trend, size)!
    expect(plot.months).toHaveLength(12)
    expect(plot.months[11]).toMatchObject({ day: '2026-11-22', current: true, overdue: 10 })
    expect([plot.from, plot.until]).toEqual(['2025-12-01', '2026-11-30'])
    expect(plot.lines).toHaveLength(1)
    expect(plot.months.every(({ x, bar }) => x > 0 && x < 1200 && bar.top >= 0 && bar.top + bar.height <= plot.base + 0.001)).toBe(true)
  })

  it('keeps every month in its place while others are still being counted', () => {
    const some = [...trend.slice(0, 5), trend[12]!]
    const plot = trendPlot(some, { ...size, missing: 7 })!
    expect(plot.months.map(({ label }) => label)).toEqual(['12', '1', '2', '3', '11'])
    expect(plot.months.map(({ x }) => x)).toEqual([0, 1, 2, 3, 11].map((index) => trendPlot(trend, size)!.months[index]!.x))
    expect(plot.lines).toHaveLength(1)
  })

  it('placeOf() runs from 0 to 1 over the axis', () => {
    const plot = trendPlot(trend, size)!
    expect(placeOf('2025-12-01', plot)).toBe(0)
    expect(placeOf('2030-01-01', plot)).toBe(1)
    expect(placeOf('2026-06-01', plot)).toBeCloseTo(182 / 365, 5)
  })

  it('draws the rate asked for, the coverage over the year’s end without a break', () => {
    const plot = trendPlot(trend, { ...size, rate: 'coverage' })!
    expect(plot.lines).toHaveLength(1)
    expect(plot.lines[0]!.split('L')).toHaveLength(12)
    expect(trendPlot(trend, size)!.lines[0]!.split('L')).toHaveLength(11)
    expect(plot.months[11]!.rate?.text).toBe('99.0')
  })

  it('is nothing without a point', () => {
    expect(trendPlot([], size)).toBeNull()
  })
})

describe('lastMonths', () => {
  const previous: TrendPoint = { day: '2026-10-31', year: 2026, onTime: ratio(90, 100), eventual: ratio(95, 100), coverage: ratio(99, 100), overdue: 3, late: 2 }
  it.each([
    ['onTime', previous, 2026, previous.onTime], ['onTime', previous, 2027, undefined], ['eventual', previous, 2027, undefined],
    ['coverage', previous, 2027, previous.coverage], ['coverage', null, 2026, undefined],
  ] as const)('lastMonths(%s) crosses a year’s end for the coverage alone', (rate, before, year, expected) => {
    expect(lastMonths(rate, before, year)).toBe(expected)
  })
})

describe('firstUnread', () => {
  const list = { revision: 7, total: 6 }
  it.each([
    ['nothing is missing', [7, 7, 7, 7], { first: 0, last: 4 }, undefined],
    ['a gap', [7, undefined, 7], { first: 0, last: 3 }, 1],
    ['a row of an earlier revision', [7, 7, 6, 7], { first: 1, last: 4 }, 2],
    ['what lies above the span', [undefined, 7, 7], { first: 1, last: 3 }, undefined],
    ['the end at once', [7, 7], { first: 4, last: 50 }, 4],
    ['nothing beyond the end', [7, 7, 7, 7, 7, 7], { first: 4, last: 50 }, undefined],
  ])('firstUnread() finds %s', (_what, revisions, span, expected) => {
    expect(firstUnread(revisions, span, list)).toBe(expected)
  })

  it('firstUnread() of a list that has not come is none', () => {
    expect(firstUnread([], { first: 0, last: 50 }, null)).toBeUndefined()
  })
})

describe('figure rows', () => {
  const shown = board({
    units: [unit('A', { score: 80, rank: 2, overdue: 1 }), unit('B', { score: 90, rank: 1 }), unit('C', { score: null, rank: null })],
    categories: [category('c1'), category('c2')],
    cells: [cell('A', 'c1', { overdue: 1, longestOverdue: 7, dueSoon: 2 }), cell('A', 'c2', { dueSoon: 1 }), cell('B', 'c1')],
  })

  it('unitRows() and categoryRows() sum what their cells hold', () => {
    expect(unitRows(shown)[0]).toMatchObject({ id: 'A', longest: 7, dueSoon: 3, within: { unit: 'A' } })
    expect(categoryRows(shown)[0]).toMatchObject({ id: 'c1', longest: 7, dueSoon: 2, within: { category: 'c1' }, score: null })
  })

  it.each([
    ['order', 'down', 'ABC'], ['score', 'down', 'BAC'], ['score', 'up', 'ABC'], ['rank', 'down', 'BAC'], ['overdue', 'down', 'ABC'],
  ] as const)('sortedRows() by %s %s is %s: without a figure comes last either way', (by, way, ids) => {
    expect(sortedRows(unitRows(shown), by, way).map(({ id }) => id).join('')).toBe(ids)
  })
})

describe('ruleWords', () => {
  it.each([
    [{ kind: 'within', n: 20, unit: 'workday', after: 'formed' }, '形成之日起20个工作日内（当日不计）'],
    [{ kind: 'byDate', monthDay: '01-31' }, '每年1月31日前（含当日）'],
    [{ kind: 'cycle', n: 6, unit: 'month' }, '每6个月至少一次'],
    [{ kind: 'realtime' }, '实时公开，推定为3个工作日内'],
  ] as const)('ruleWords() of %j', (rule, words) => {
    expect(ruleWords(rule)).toBe(words)
  })
})
