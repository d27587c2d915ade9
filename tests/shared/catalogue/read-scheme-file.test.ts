import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSchemeFile } from '../../../shared/catalogue/read-scheme-file.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import type { Refusal } from '../../../shared/refusal.ts'

interface LooseLeaf extends Record<string, unknown> { points: number }
interface Loose extends Record<string, unknown> { groups: { leaves: LooseLeaf[] }[] }

const shipped = (): Loose => JSON.parse(readFileSync(new URL('../../../data/schemes/default.json', import.meta.url), 'utf8')) as Loose

/** Codes and places of what is refused after a change to the shipped file. */
function refusedAfter(change: (scheme: Loose) => void): [string, string][] {
  const file = shipped()
  change(file)
  const read = readSchemeFile(file)
  return Array.isArray(read) ? (read as Refusal[]).map((each) => [each.code, each.field]) : []
}

const leafOf = (scheme: Loose, group: number, leaf: number): LooseLeaf => scheme.groups[group]!.leaves[leaf]!

describe('readSchemeFile()', () => {
  it('reads the shipped scheme: groups of 32, 24, 10, 10, 10, 8 and 6 points', () => {
    const scheme = readSchemeFile(shipped()) as Scheme
    expect(scheme.groups.map((group) => [group.code, group.leaves.reduce((sum, leaf) => sum + leaf.points, 0)]))
      .toEqual([['A', 32], ['B', 24], ['C', 10], ['D', 10], ['E', 10], ['F', 8], ['G', 6]])
    expect(scheme).toEqual(shipped())
  })

  it('the shipped scheme is full when empty for A2, B4, E3, F2, G1, G2 and skips the rest', () => {
    const scheme = readSchemeFile(shipped()) as Scheme
    const full = scheme.groups.flatMap((group) => group.leaves).filter((leaf) => leaf.emptyMeans === 'full')
    expect(full.map((leaf) => leaf.code)).toEqual(['A2', 'B4a', 'B4b', 'E3', 'F2', 'G1', 'G2'])
  })

  it('refuses points that do not sum to 100, in one sentence', () => {
    const file = shipped()
    leafOf(file, 0, 0).points = 15
    expect(readSchemeFile(file)).toEqual([
      { code: 'not-100-points', field: 'groups', message: 'groups：各指标分值合计为 99 分，应为 100 分，请调整后再用。' },
    ])
  })

  it.each<[string, (scheme: Loose) => void, [string, string]]>([
    ['a code used twice', (s) => { leafOf(s, 0, 1).code = 'A1' }, ['code-used-twice', 'groups']],
    ['a missing name', (s) => { delete s.name }, ['not-a-text', 'name']],
    ['points as text', (s) => { Object.assign(leafOf(s, 1, 2), { points: '4' }) }, ['not-a-number', 'groups[1].leaves[2].points']],
    ['no points at all', (s) => { leafOf(s, 1, 2).points = 0 }, ['not-a-number', 'groups[1].leaves[2].points']],
    ['an unknown kind of leaf', (s) => { leafOf(s, 5, 0).kind = 'guess' }, ['not-allowed', 'groups[5].leaves[0].kind']],
    ['a measure its kind cannot read', (s) => { leafOf(s, 0, 0).measure = 'overdueNow' }, ['not-allowed', 'groups[0].leaves[0].measure']],
    ['a full line below the zero line', (s) => { leafOf(s, 0, 0).full = 0.5 }, ['full-below-zero', 'groups[0].leaves[0].full']],
    ['a percentage instead of a share', (s) => { leafOf(s, 0, 0).full = 98 }, ['not-a-number', 'groups[0].leaves[0].full']],
    ['slots without items', (s) => { delete leafOf(s, 2, 0).items }, ['not-a-list', 'groups[2].leaves[0].items']],
    ['an unknown kind of unit', (s) => { leafOf(s, 2, 2).kinds = ['village'] }, ['unknown-kind', 'groups[2].leaves[2].kinds']],
    ['a cap below the printed points', (s) => { s.leafCap = 0.5 }, ['not-a-number', 'leafCap']],
    ['an impossible year start', (s) => { s.yearStart = '13-01' }, ['not-a-month-day', 'yearStart']],
    ['a bonus that is a list', (s) => { s.bonus = [] }, ['not-an-object', 'bonus']],
    ['an inherited name', (s) => { delete s.name; Object.setPrototypeOf(s, { name: '细则' }) }, ['not-a-text', 'name']],
  ])('refuses %s with its place', (_, change, expected) => {
    expect(refusedAfter(change)).toContainEqual(expected)
  })

  it('collects all faults of a file', () => {
    expect(refusedAfter((s) => { delete s.name; delete s.version; leafOf(s, 0, 0).rule = '' }))
      .toEqual([['not-a-text', 'name'], ['not-a-text', 'version'], ['not-a-text', 'groups[0].leaves[0].rule']])
  })

  it.each([null, [], 'scheme', 3])('refuses %j as a file', (file) => {
    expect(readSchemeFile(file)).toContainEqual({ code: 'not-an-object', field: '', message: '文件应为对象（花括号括起的一组字段）。' })
  })
})
