import { expect, it } from 'vitest'
import { numberText, typedNumber } from '../../client/lists/number-text.ts'
import { asKind, asMeasure, freshCode, freshLeaf, freshLetter, withAdded, withAt, withDropped, withMoved, withRegrouped } from '../../client/lists/scheme-edit.ts'
import { causesOf, endingMove, movedText, stepText } from '../../client/lists/scheme-moves.ts'
import { groupSums, leafIn, scopeWords } from '../../client/lists/scheme-tree.ts'
import type { SchemeMove } from '../../shared/assessment/scheme-effect.ts'
import type { SchemeDraft } from '../../shared/catalogue/scheme-draft.ts'
import { shipped } from '../shared/catalogue/scheme-drafts.ts'

const codesOf = (scheme: SchemeDraft, group: number) => scheme.groups[group]!.leaves.map(({ code }) => code)

it('withAt() puts a value at its place and leaves the scheme before whole', () => {
  const before = shipped()
  const after = withAt(before, 'groups[0].leaves[0].few.below', 12)
  expect([before.groups[0]!.leaves[0]!.few!.below, after.groups[0]!.leaves[0]!.few!.below]).toEqual([10, 12])
  expect(after.groups[1]).toBe(before.groups[1])
})

it('withAt() takes a field away, and makes what it stands in', () => {
  expect('kinds' in withAt(shipped(), 'groups[2].leaves[2].kinds', undefined).groups[2]!.leaves[2]!).toBe(false)
  expect(withAt(shipped(), 'groups[1].leaves[0].few.below', 3).groups[1]!.leaves[0]!.few).toEqual({ below: 3 })
})

it('withAdded(), withDropped(), withMoved() and withRegrouped() move leaves; at the end nothing moves', () => {
  const scheme = shipped()
  const added = withAdded(scheme, 'groups[6].leaves', freshLeaf('G3'))
  expect(codesOf(added, 6)).toEqual(['G1', 'G2', 'G3'])
  expect(codesOf(withDropped(added, 'groups[6].leaves', 0), 6)).toEqual(['G2', 'G3'])
  expect(codesOf(withMoved(added, 'groups[6].leaves', [2, -1]), 6)).toEqual(['G1', 'G3', 'G2'])
  expect(withMoved(scheme, 'groups[6].leaves', [1, 1])).toBe(scheme)
  const regrouped = withRegrouped(scheme, [6, 0], 0)
  expect([codesOf(regrouped, 0), codesOf(regrouped, 6)]).toEqual([['A1', 'A2', 'A3', 'G1'], ['G2']])
  expect(withRegrouped(scheme, [6, 0], 6)).toBe(scheme)
})

it.each([['A', ['A1', 'A3'], 'A4'], ['J', [], 'J1'], ['B', ['B4a'], 'B5']])('freshCode() follows %s', (stem, used, code) => {
  expect(freshCode(stem, used)).toBe(code)
})

it('freshLetter() leaves out those of bonuses and deductions', () => {
  expect(freshLetter([...'ABCDEFGHI'])).toBe('L')
})

it('asKind() keeps what every kind has and leaves blank what the new one asks for', () => {
  const leaf = shipped().groups[2]!.leaves[3]!
  expect(asKind(leaf, 'perCase')).toEqual({
    code: 'C3', name: leaf.name, points: 2, kind: 'perCase', measure: 'overdueNow', each: null, emptyMeans: 'skip', rule: leaf.rule, kinds: ['department'], traits: ['enforce'] })
})

it('asMeasure() drops what only the old measure asked for', () => {
  const leaf = shipped().groups[0]!.leaves[1]!
  expect(asMeasure(leaf, 'findings')).toMatchObject({ measure: 'findings', codes: [] })
  expect(asMeasure(leaf, 'findings')).not.toHaveProperty('eachLong')
  expect(asMeasure(leaf, 'overdueNow')).toMatchObject({ eachLong: 1, longWorkdays: 20 })
})

it('groupSums() runs to 100, blanks left out', () => {
  expect(groupSums(shipped()).map(({ points, running }) => [points, running])).toEqual([[32, 32], [24, 56], [10, 66], [10, 76], [10, 86], [8, 94], [6, 100]])
  expect(groupSums(withAt<SchemeDraft>(shipped(), 'groups[0].leaves[0].points', null))[0]!.points).toBe(16)
})

it('scopeWords() names kinds and traits, and nobody for all', () => {
  expect([leafIn(shipped(), 'C3')!, leafIn(shipped(), 'A1')!].map(scopeWords)).toEqual(['部门；执法主体', ''])
})

it.each<[string, boolean, number | null]>([['98', true, 0.98], ['９８％', true, 0.98], ['0.5', false, 0.5], ['1.', false, 1], ['', false, null], ['一', false, null], ['.', false, null], ['-2', false, -2], ['1e3', false, null]])(
  'typedNumber() reads %j', (text, isShare, value) => {
    expect(typedNumber(text, isShare)).toBe(value)
  })

it('numberText() shows a share in per cent without dust, and a blank for none', () => {
  expect([numberText(0.07, true), numberText(0.305, true), numberText(1.5, false), numberText(null, false)]).toEqual(['7', '30.5', '1.5', ''])
})

const move: SchemeMove = {
  unit: 'A', name: '甲', shortName: '甲', peerGroup: 'departments', moved: -3,
  before: { score: 90, final: 91, rank: 1, band: '优秀' }, after: { score: 88, final: 88, rank: 3, band: '良好' },
  leaves: [
    { code: 'A1', name: '按时公开（可核验口径）', before: null, after: null, moved: -2.5 }, { code: 'B1', name: '常设', before: null, after: null, moved: 0.001 },
    { code: 'G1', name: '整改', before: null, after: null, moved: 0.5 },
  ],
}

it('causesOf() names what weighs most, endingMove() what bonus, deductions and veto do beside it', () => {
  expect(causesOf(move)).toBe('A1按时公开−2.5、G1整改+0.5')
  expect(endingMove(move)).toBe(-1)
  expect(endingMove({ ...move, moved: null })).toBe(0)
})

it('movedText() and stepText() say the direction, and no step where none is', () => {
  expect([1.254, -0.4, 0, 0.001, null].map(movedText)).toEqual(['+1.25', '−0.4', '0', '0', '—'])
  expect([stepText(1, 3), stepText(2, 2), stepText(null, 4)]).toEqual(['1→3', '2', '—→4'])
})
