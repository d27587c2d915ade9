import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSchemeFile } from '../../../shared/catalogue/read-scheme-file.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import { dutiesBehind, findingsBehind, obligationsBehind } from '../../../shared/measures/leaf-behind.ts'
import { leafMatterOf } from '../../../shared/measures/leaf-pieces.ts'
import { scoreOf } from '../../../shared/measures/score.ts'
import { actsOf } from '../../../shared/obligations/assessment-acts.ts'
import { isFactEntry } from '../../../shared/facts/journal.ts'
import { Story } from '../../support/story.ts'
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

describe('findingsBehind()', () => {
  const office = { feed: 'desk', account: 'reviewer' }
  const story = new Story().on('2026-06-01')
  for (const [unit, code, year, key] of [['A', 'linkDead', 2026, 'F1'], ['A', 'dateWrong', 2026, 'F2'], ['A', 'linkDead', 2025, 'F3'], ['V', 'linkDead', 2026, 'F4'], ['M', 'linkDead', 2026, 'F5']] as const) {
    story.fact('found', { key, unit, year, code, place: key, reason: '不符', until: '2026-06-08' }, office)
  }
  story.on('2026-06-08').fact('rectified', { item: '*', of: { feed: 'desk', key: 'F1' }, reason: '已改' }, { feed: 'desk', account: 'clerk.A' })
    .fact('rechecked', { item: '*', of: { feed: 'desk', key: 'F1' }, outcome: 'cleared', reason: '好' }, office)
  const known = { ...world, acts: actsOf(story.entries.filter(isFactEntry), '2026-06-30') }
  const read = scoreOf(units[0]!, duties, known).leaves
  const listed = (leaf: string, year = 2026, only?: true) => findingsBehind({ leaf, units: ['A', 'V', 'M'], part: only }, year, known).map(({ key }) => key)

  it.each<[string, number, string, readonly string[]]>([
    ['F2', 2026, 'cases', ['F1']], ['E3', 2026, 'cases', ['F2']], ['G1', 2026, 'whole', ['F1', 'F2']], ['B4b', 2026, 'cases', []],
  ])('%s of %i lists exactly what the leaf counted', (code, year, input, keys) => {
    expect(listed(code, year)).toEqual(keys)
    expect(read.find((leaf) => leaf.code === code)?.inputs[input] ?? 0).toBe(keys.length)
  })

  it('lists of G1 with part those cleared in time, of another year that year’s, of a leaf of pieces none', () => {
    expect([listed('G1', 2026, true), listed('F2', 2025), listed('A1')]).toEqual([['F1'], ['F3'], []])
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
