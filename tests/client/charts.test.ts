import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageOption } from '../../client/charts/coverage-option.ts'
import { dueBarsOption } from '../../client/charts/due-bars-option.ts'
import { heatMark } from '../../client/charts/heat-marks.ts'
import { heatOption, markOf } from '../../client/charts/heat-option.ts'
import { darkInk } from '../../client/charts/ink.ts'
import { departmentKinds, heatMatrix } from '../../client/lists/heat-matrix.ts'
import { ratio } from '../../shared/measures/ratio.ts'
import { board, category, cell, unit } from './small-board.ts'

interface Series {
  readonly id: string
  readonly data: readonly (readonly unknown[])[]
  readonly renderItem?: (params: { dataIndex: number }, api: object) => unknown
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

describe('heatOption', () => {
  const shown = board({
    units: [unit('A', { overdue: 2, longestOverdue: 6 }), unit('B'), unit('M', { validTo: '2025-02-28', successor: 'A' })],
    categories: [category('c1'), category('c2')],
    cells: [cell('A', 'c2', { overdue: 2, longestOverdue: 6 }), cell('B', 'c1'), cell('M', 'c1'), cell('X', 'c1')],
  })
  const option = heatOption(heatMatrix(shown, departmentKinds), { u: 8, total: '合计', merged: () => '2025年2月并入A局' })
  const layer = (id: string) => (option['series'] as Series[]).find((each) => each.id === id)!
  const series = (id: string) => layer(id).data
  const drawn = (id: string, dataIndex: number) =>
    JSON.stringify(layer(id).renderItem!({ dataIndex }, { value: () => 0, coord: () => [100, 50], size: () => [48, 27] }))

  it('heatOption() draws a cell where there is a duty and nothing where there is none', () => {
    expect(series('cells')).toEqual([[1, 0], [0, 1]])
    expect([drawn('cells', 0).includes(darkInk.z2), drawn('cells', 1).includes(darkInk.mk)]).toEqual([true, true])
  })

  it('heatOption() sums and underlays the rows that hold something overdue only', () => {
    expect([series('totals'), drawn('totals', 0).includes('"text":"2"')]).toEqual([[[2, 0]], true])
    expect(series('band')).toEqual([[0, 0]])
  })

  it('heatOption() says where a merged unit went instead of drawing its duties', () => {
    expect([series('merged'), drawn('merged', 0).includes('2025年2月并入A局')]).toEqual([[[0, 2]], true])
  })

  it('heatOption() keeps official order and adds the column of sums', () => {
    expect(option['xAxis']).toMatchObject({ data: ['c1', 'c2', '合计'] })
    expect(option['yAxis']).toMatchObject({ data: ['A局', 'B局', 'M局'], inverse: true })
  })

  it('heatOption() gives every series an id, so that a live update merges', () => {
    expect((option['series'] as Series[]).every(({ id }) => id.length > 0)).toBe(true)
  })
})

describe('heatMark', () => {
  const place = { x: 100, y: 50, width: 48, height: 27, u: 8, names: 144, text: '3' }

  it('heatMark() fills nothing at 1–5 working days, darkly at 6–20, brightly beyond', () => {
    const fills = (['z1', 'z2', 'z3'] as const).map((kind) => JSON.stringify(heatMark(kind, place)))
    expect(fills[0]).toContain('"fill":"none"')
    expect(fills[1]).toContain(darkInk.z2)
    expect(fills[2]).toContain(`"fill":"${darkInk.z3}"`)
  })

  it('heatMark() uses vermilion for nothing that is not overdue', () => {
    const quiet = (['due', 'duty', 'band', 'rule', 'break', 'total', 'note'] as const).map((kind) => JSON.stringify(heatMark(kind, place)))
    expect(quiet.filter((mark) => mark.includes(darkInk.zhu) || mark.includes(darkInk.z2))).toEqual([])
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
