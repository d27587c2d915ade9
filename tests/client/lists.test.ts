import { describe, expect, it } from 'vitest'
import { depthOf } from '../../client/lists/depth.ts'
import { dueBars } from '../../client/lists/due-bars.ts'
import { dueLines } from '../../client/lists/due-lines.ts'
import { departmentKinds, heatMatrix, heatSummary, longestCells, otherKinds } from '../../client/lists/heat-matrix.ts'
import { overdueUnits } from '../../client/lists/overdue-units.ts'
import { rankings } from '../../client/lists/ranking.ts'
import { rateNotes } from '../../client/lists/rate-notes.ts'
import { recentLines } from '../../client/lists/recent-lines.ts'
import { safeUrl } from '../../client/safe-url.ts'
import type { DueRow } from '../../shared/measures/board-rows.ts'
import { ratio } from '../../shared/measures/ratio.ts'
import { board, category, cell, unit } from './small-board.ts'

const due = (id: string, dueDay: string): DueRow => ({ id, unit: 'A', item: 'i', category: 'c', period: null, dueDay, status: 'pending', flags: [] })

describe('depthOf', () => {
  it.each([[1, 1], [5, 1], [6, 2], [20, 2], [21, 3], [300, 3]])('depthOf() of %i working days is %i', (longestOverdue, depth) => {
    expect(depthOf({ overdue: 2, longestOverdue })).toBe(depth)
  })

  it('depthOf() is 0 only where nothing is overdue: overdue since a weekend is overdue', () => {
    expect([depthOf({ overdue: 0, longestOverdue: 0 }), depthOf({ overdue: 1, longestOverdue: 0 })]).toEqual([0, 1])
  })
})

describe('dueBars', () => {
  const days = [due('1', '2026-03-18'), due('2', '2026-03-18'), due('3', '2026-03-19'), due('4', '2026-03-20')]
  const with10 = (dueWithin10: number) => board({ due: days, district: { ...board().district, dueWithin10 } })

  it('dueBars() shows the board\'s own count by day where it has one', () => {
    const dueByDay = [{ day: '2026-03-18', pieces: 0 }, { day: '2026-03-19', pieces: 31 }]
    expect(dueBars(board({ district: { ...board().district, dueWithin10: 31, dueByDay } }))).toEqual(dueByDay)
  })

  it('dueBars() counts the list when it holds all of them', () => {
    expect(dueBars(with10(4)).map(({ pieces }) => pieces)).toEqual([2, 1, 1])
  })

  it('dueBars() leaves out what falls due later than ten working days', () => {
    expect(dueBars(with10(2))).toEqual([{ day: '2026-03-18', pieces: 2 }])
  })

  it('dueBars() puts what the list does not hold whole into one last bar, so that the bars sum to the figure', () => {
    const bars = dueBars(with10(30))
    expect(bars.at(-1)).toEqual({ day: null, pieces: 27 })
    expect(bars.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(30)
  })
})

describe('dueLines', () => {
  it('dueLines() counts pieces of one unit, row and day in one line and keeps the order', () => {
    const lines = dueLines(board({
      units: [unit('A')], itemNames: { i: '行政许可' },
      due: [due('1', '2026-03-18'), due('2', '2026-03-19'), due('3', '2026-03-19'), { ...due('4', '2026-03-19'), period: '2026-Q1', flags: ['provisional'] }],
    }))
    expect(lines.map(({ day, unit: name, what, pieces, provisional }) => [day, name, what, pieces, provisional])).toEqual([
      ['2026-03-18', 'A局', '行政许可', 1, false], ['2026-03-19', 'A局', '行政许可', 2, false], ['2026-03-19', 'A局', '2026年第1季度行政许可', 1, true],
    ])
  })
})

describe('overdueUnits', () => {
  it('overdueUnits() lists longest first, then most, with the category overdue longest', () => {
    const shown = board({
      units: [unit('A', { overdue: 1, longestOverdue: 3 }), unit('B'), unit('C', { overdue: 2, longestOverdue: 9 }), unit('D', { overdue: 3, longestOverdue: 3 })],
      categories: [category('c1'), category('c2')],
      cells: [cell('C', 'c1', { overdue: 1, longestOverdue: 2 }), cell('C', 'c2', { overdue: 1, longestOverdue: 9 }), cell('C', 'c3')],
    })
    expect(overdueUnits(shown, 5).map((row) => row.unit.id)).toEqual(['C', 'D', 'A'])
    expect(overdueUnits(shown, 1)).toMatchObject([{ category: 'c2', categories: 2 }])
  })
})

describe('heatMatrix', () => {
  const shown = board({
    units: [unit('A', { overdue: 3, longestOverdue: 21 }), unit('S', { kind: 'street', overdue: 1, longestOverdue: 5 })],
    categories: [category('c1'), category('c2')],
    cells: [
      cell('A', 'c1', { overdue: 2, longestOverdue: 21, dueSoon: 4 }), cell('A', 'c2', { overdue: 1, longestOverdue: 6 }),
      cell('S', 'c1', { overdue: 1, longestOverdue: 5, dueSoon: 1 }),
    ],
  })

  it('heatMatrix() divides every unit between its two pages', () => {
    const all = [...heatMatrix(shown, departmentKinds).units, ...heatMatrix(shown, otherKinds).units]
    expect(all.map(({ id }) => id)).toEqual(['A', 'S'])
  })

  it('heatSummary() counts its own rows only: pieces, units, cells by depth', () => {
    expect(heatSummary(heatMatrix(shown, departmentKinds))).toEqual({ overdue: 3, overdueUnits: 1, dueSoon: 4, unheard: 0, cellsByDepth: [0, 1, 1] })
  })

  it('longestCells() begins with the longest', () => {
    expect(longestCells(heatMatrix(shown, departmentKinds), 5).map(({ workdays }) => workdays)).toEqual([21, 6])
  })
})

describe('rankings', () => {
  const ranked = (n: number) => board({ units: Array.from({ length: n }, (_, i) => unit(`U${i}`, { rank: n - i, score: 60 + i })) })

  it.each([[0, 0, 0], [1, 1, 0], [3, 2, 1], [7, 4, 3], [28, 5, 5]])('rankings() of %i ranked units names %i in front and %i behind', (n, front, back) => {
    const [group] = rankings(ranked(n), { departments: 5 })
    expect([group!.front.length, group!.back.length]).toEqual([front, back])
  })

  it('rankings() never names a unit at both ends and begins the back with the last place', () => {
    const [group] = rankings(ranked(6), { departments: 5 })
    expect([...group!.front, ...group!.back].map((row) => row.rank)).toEqual([1, 2, 3, 6, 5, 4])
  })

  it('rankings() leaves out who has no rank', () => {
    expect(rankings(board({ units: [unit('A', { score: 99 })] }), { departments: 5 })[0]!.ranked).toBe(0)
  })
})

describe('rateNotes', () => {
  it('rateNotes() says that nothing was judged instead of 0 of 0', () => {
    expect(rateNotes(board().district).onTime).toEqual(['尚无到期应判的信息'])
  })

  it('rateNotes() names the counts, what is unverified and what was carried over', () => {
    const { district } = board()
    const notes = rateNotes({
      ...district, onTime: ratio(3, 4), eventual: ratio(5, 6), coverage: ratio(1, 2), carriedOver: 2, tally: { ...district.tally, unverified: 7 },
    })
    expect(notes).toEqual({
      onTime: ['按时3件，应判4件', '另有上年结转未公开2件'], eventual: ['已公开5件，应公开6件', '含形成日期未核实7件'], coverage: ['已覆盖1项，适用2项'],
    })
  })
})

describe('recentLines', () => {
  const row = { seq: 1, at: '2026-03-17T02:00:00.000Z', unit: 'A', item: 'i', kind: 'published', title: null, day: '2026-03-17' } as const
  const shown = board({ units: [unit('A')], itemNames: { i: '行政处罚' }, recent: [row] })

  it('recentLines() names the row of the catalogue where no title is public', () => {
    expect(recentLines(shown, null)).toMatchObject([{ unit: 'A局', what: '行政处罚', fresh: false }])
  })

  it('recentLines() names the row where the title is longer than two lines hold', () => {
    const titled = (title: string) => recentLines(board({ ...shown, recent: [{ ...row, title }] }), null)[0]!.what
    expect([titled('长'.repeat(46)), titled('长'.repeat(47))]).toEqual(['长'.repeat(46), '行政处罚'])
  })

  it.each([['2026-03-17T02:59:59.000Z', true], ['2026-03-17T03:00:00.000Z', false]])('recentLines() at %s: published within the hour is %s', (now, fresh) => {
    expect(recentLines(shown, Date.parse(now))[0]!.fresh).toBe(fresh)
  })
})

describe('safeUrl', () => {
  it.each([
    ['https://yunhe.example.gov.cn/1', true], ['HTTP://a/b', true], ['javascript:alert(1)', false], [' https://a', false], ['data:text/html,x', false], [null, false],
  ])('safeUrl() of %s is a link: %s', (url, link) => {
    expect(safeUrl(url) !== undefined).toBe(link)
  })
})
