import { describe, expect, it } from 'vitest'
import help from '../../data/help.json' with { type: 'json' }
import scheme from '../../data/schemes/default.json' with { type: 'json' }
import { countedFigures } from '../../shared/measures/counted.ts'

const entries = Object.entries(help)

describe('data/help.json', () => {
  it.each(countedFigures)('explains the figure %s', figure => {
    expect(Object.keys(help)).toContain(figure)
  })

  it('explains every leaf of the shipped scheme and no other', () => {
    const leaves = scheme.groups.flatMap(group => group.leaves.map(leaf => `leaf:${leaf.code}`))
    expect(entries.map(([code]) => code).filter(code => code.startsWith('leaf:'))).toEqual(leaves)
  })

  it.each(entries)('%s says what it is, how it is counted, what counts and on what it rests', (_, entry) => {
    const { name, formula, counts, basis, more = '说明' } = entry as Record<string, string>
    expect([name, formula, counts, basis, more].filter(text => !/[\u4e00-\u9fff]/.test(text ?? '') || /[。；]$/.test(text ?? ''))).toEqual([])
    expect(Object.keys(entry).filter(field => !['name', 'formula', 'counts', 'basis', 'more'].includes(field))).toEqual([])
  })

  it('repeats no points of a leaf: those are the scheme\'s and may change', () => {
    expect(entries.filter(([code, entry]) => code.startsWith('leaf:') && /\d分|满分\d|\d%/.test(Object.values(entry).join(''))).map(([code]) => code)).toEqual([])
  })
})
