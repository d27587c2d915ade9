import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageOption } from '../../client/charts/coverage-option.ts'
import { dueBarsOption } from '../../client/charts/due-bars-option.ts'
import { changedMarks, heatDrawing, inkOf, markOf, type HeatMarkKind } from '../../client/charts/heat-drawing.ts'
import { darkInk } from '../../client/charts/ink.ts'
import { departmentKinds, heatMatrix } from '../../client/lists/heat-matrix.ts'
import { ratio } from '../../shared/measures/ratio.ts'
import { board, category, cell, unit } from './small-board.ts'

interface Series {
  readonly id: string
  readonly data: readonly (readonly unknown[])[]
}

describe('markOf', () => {
  it.each([
    [{ overdue: 1, longestOverdue: 0, dueSoon: 2 }, 'z1'],
    [{ overdue: 1, longestOverdue: 6 }, 'z2'],
    [{ overdue: 1, longestOverdue: 21 }, 'z3'],
    [{ dueSoon: 1 }, 'due'],
    [{}, 'duty'],
  ])('markOf() of %j is %s', (over, mark) => {
    expect(markOf(cell('A', 'c1', over))).toBe(mark)
  })
})

describe('heatDrawing', () => {
  const cells = [cell('A', 'c2', { overdue: 2, longestOverdue: 6 }), cell('B', 'c1'), cell('M', 'c1'), cell('X', 'c1')]
  const shown = board({
    units: [unit('A', { overdue: 2, longestOverdue: 6 }), unit('B'), unit('M', { validTo: '2025-02-28', successor: 'A' })],
    categories: [category('c1'), category('c2')],
    cells,
  })
  const drawn = (of = shown, width = 452) =>
    heatDrawing(heatMatrix(of, departmentKinds), { width, height: 392.8, u: 8 }, { total: '合计', merged: () => '2025年2月并入A局' })

  it('heatDrawing() draws a cell where there is a duty and nothing where there is none', () => {
    expect(drawn().marks).toEqual([
      { key: 'A|c2', kind: 'z2', text: '2', x: 302, y: expect.closeTo(142.8), unheard: false },
      { key: 'B|c1', kind: 'duty', text: '', x: 202, y: expect.closeTo(242.8), unheard: false },
    ])
  })

  it('heatDrawing() sums and underlays the rows that hold something overdue only', () => {
    expect(drawn().totals.map(({ key, text, x }) => [key, text, x])).toEqual([['A', '2', 402]])
    expect(drawn().bands).toEqual([{ key: 'A', kind: 'band', y: 93, height: 100 }])
  })

  it('heatDrawing() says where a merged unit went instead of drawing its duties', () => {
    expect(drawn().notes.map(({ key, text }) => [key, text])).toEqual([['M', '2025年2月并入A局']])
  })

  it('heatDrawing() keeps official order and adds the column of sums; what holds something overdue stands out', () => {
    expect(drawn().heads.map(({ text, hot }) => [text, hot])).toEqual([['c1', false], ['c2', true], ['合计', true]])
    expect(drawn().names.map(({ text, hot }) => [text, hot])).toEqual([['A局', true], ['B局', false], ['M局', false]])
  })

  it('heatDrawing() draws a stronger line where the kind of unit changes', () => {
    const mixed = { ...shown, units: [unit('A'), unit('B', { kind: 'street' })] }
    const { bands } = heatDrawing(heatMatrix(mixed, ['department', 'street']), { width: 444, height: 392.8, u: 8 }, { total: '合计', merged: () => '' })
    expect(bands).toEqual([{ key: 'break0', kind: 'break', y: 243, height: 1 }])
  })

  it('changedMarks() names the marks that read otherwise, and none that only moved with the sheet', () => {
    const later = { ...shown, cells: [{ ...cells[0]!, overdue: 3 }, ...cells.slice(1)] }
    expect(changedMarks(drawn(), drawn(later))).toEqual(['A|c2'])
    expect(changedMarks(drawn(), drawn(later, 500))).toEqual([])
    expect(changedMarks(drawn(), drawn())).toEqual([])
  })
})

describe('inkOf', () => {
  it('inkOf() fills nothing at 1–5 working days, darkly at 6–20, brightly beyond', () => {
    expect((['z1', 'z2', 'z3'] as const).map((kind) => inkOf(kind).fill)).toEqual(['none', darkInk.z2, darkInk.z3])
  })

  it('inkOf() uses vermilion for nothing that is not overdue', () => {
    const quiet = (['due', 'duty'] satisfies HeatMarkKind[]).flatMap((kind) => Object.values(inkOf(kind)))
    expect(quiet.filter((ink) => ink === darkInk.zhu || ink === darkInk.z2)).toEqual([])
  })
})

describe('dueBarsOption', () => {
  it('dueBarsOption() labels days by their number and the rest by its word', () => {
    const option = dueBarsOption([{ day: '2026-03-08', pieces: 2 }, { day: null, pieces: 9 }], { u: 8, later: '其后' })
    expect(option['xAxis']).toMatchObject({ data: ['8', '其后'] })
  })
})

describe('coverageOption', () => {
  it('coverageOption() draws neither bar nor baseline for a category without a share', () => {
    const option = coverageOption([category('c1', { coverage: ratio(3, 4) }), category('c2')], 8)
    expect((option['series'] as Series[]).map(({ data }) => data)).toEqual([[1, null], [0.75, null]])
  })
})

describe('darkInk', () => {
  it('darkInk holds the values of styles/tokens.css', () => {
    const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8')
    const dark = css.slice(css.indexOf("[data-light='dark']"), css.indexOf("[data-light='light']"))
    expect(Object.entries(darkInk).filter(([name, value]) => !dark.includes(`--${name}: ${value};`))).toEqual([])
  })

  /** WCAG relative luminance. */
  const luminance = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0)
  const contrast = (a: string, b: string) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
    return (light + 0.05) / (dark + 0.05)
  }

  it.each([
    ['tx', 'bg'], ['tx2', 'bg'], ['tx3', 'bg'], ['zhu', 'bg'], ['tx', 'z2'], ['bg', 'z3'], ['tx3', 'band'], ['tx', 'band'],
  ] as const)('darkInk %s on %s is read at 7:1', (ink, ground) => {
    expect(contrast(darkInk[ink], darkInk[ground])).toBeGreaterThanOrEqual(7)
  })
})
