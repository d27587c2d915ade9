import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSchemeFile } from '../../../shared/catalogue/read-scheme-file.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import { dutiesBehind, obligationsBehind } from '../../../shared/measures/leaf-behind.ts'
import { leafMatterOf } from '../../../shared/measures/leaf-pieces.ts'
import { scoreOf } from '../../../shared/measures/score.ts'
import { unitOf } from '../../support/small-district.ts'
import { declaration, part, piece, pieces, worldWith } from './judged.ts'

const file = readFileSync(new URL('../../../data/schemes/default.json', import.meta.url), 'utf8')
const scheme = readSchemeFile(JSON.parse(file)) as Scheme
const units = [unitOf('A', { traits: ['enforce'] }), unitOf('V', { kind: 'vertical' }), unitOf('M', { validTo: '2026-01-31' })]
const world = worldWith({ scheme, unitList: units })
const slot = { origin: 'periodic', hangsOnFormation: false } as const
const duties = [
  part([...pieces(3, 'onTime'), ...pieces(2, 'late'), piece('overdue'), piece('unverified', { proof: 'none' }), piece('pending'), piece('onTime', { year: 2025 })]),
  part([piece('late', { ...declaration, ...slot, period: '2026-Q1' })], { cadence: 'slots', item: 'stats' }),
  part([piece('onTime', { origin: 'followUp' }), piece('overdue', { origin: 'followUp' })], { cadence: 'followUp', item: 'group' }),
  part([piece('late', { ...slot, period: '2025' })], { cadence: 'slots', item: 'district-64' }),
  part([piece('onTime', { ...slot, period: '2026/budget' }), piece('overdue', { ...slot, period: '2025/final' }), piece('nothing', { ...slot, period: '2024/final' })], { cadence: 'slots', item: 'district-20', covered: false }),
  part([], { cadence: 'standing', item: 'about', covered: false }), part([], { cadence: 'standing', item: 'other' }), part([], { cadence: 'standing', item: 'off', applicable: false }),
  part(pieces(4, 'overdue'), { category: 'bureau', item: 'b-own' }),
]
const parts = new Map(units.map((unit) => [unit.id, duties]))
const { leaves } = scoreOf(units[0]!, duties, world)
const inputs = (code: string) => leaves.find((leaf) => leaf.code === code)!.inputs
const behind = (leaf: string, only?: true) => obligationsBehind({ leaf, units: ['A'], part: only }, parts, world)

describe('obligationsBehind()', () => {
  it.each([
    ['A1', 'pieces'], ['A2', 'cases'], ['A3', 'pieces'], ['B4a', 'cases'], ['C1a', 'slots'], ['C2', 'slots'], ['D1', 'whole'], ['D2a', 'whole'], ['E1', 'whole'],
  ])('%s lists as many pieces as the leaf counted', (code, input) => {
    expect(inputs(code)[input]).toBeGreaterThan(0)
    expect(behind(code).length).toBe(inputs(code)[input])
  })

  it.each(['D1', 'D2a', 'E1'])('%s with part lists its numerator', (code) => {
    expect(behind(code, true).length).toBe(inputs(code)['part'])
  })

  it('leaves out the bureau’s own catalogue, vertical and merged units, and leaves that are not the unit’s', () => {
    expect(behind('A2').every((o) => o.category !== 'bureau')).toBe(true)
    for (const unit of ['V', 'M']) expect(obligationsBehind({ leaf: 'A1', units: [unit] }, parts, world)).toEqual([])
    expect(obligationsBehind({ leaf: 'A1' }, parts, world).length).toBe(behind('A1').length)
    const other = worldWith({ scheme, unitList: [unitOf('A')] })
    expect(obligationsBehind({ leaf: 'C3', units: ['A'] }, new Map([['A', [part([piece('late', slot)], { item: 'district-44~2' })]]]), other)).toEqual([])
  })

  it('knows nothing behind manual leaves and leaves nobody wrote', () => {
    expect([behind('F1'), behind('X9')]).toEqual([[], []])
  })
})

describe('dutiesBehind()', () => {
  it.each([['B1', 2], ['B2', 3], ['B3', 1]])('%s lists the duties the leaf counted', (code, count) => {
    const listed = dutiesBehind({ leaf: code, units: ['A'] }, parts, world)
    expect([listed.length, inputs(code)['whole']]).toEqual([count, count])
    expect(dutiesBehind({ leaf: code, units: ['A'], part: true }, parts, world).length).toBe(inputs(code)['part'])
  })
})

describe('leafMatterOf()', () => {
  it('every leaf of the default scheme that was read can be listed', () => {
    for (const leaf of scheme.groups.flatMap((group) => group.leaves)) {
      const read = Object.keys(inputs(leaf.code)).length > 0
      expect([leaf.code, leafMatterOf(leaf) === null && read]).toEqual([leaf.code, false])
    }
  })
})
