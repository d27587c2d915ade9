import { describe, expect, it } from 'vitest'
import { sampleTotals, stratumWords } from '../../client/lists/sample-lines.ts'
import { pieceState } from '../../shared/assessment/piece-state.ts'

const unit = (over: object) => ({ unit: 'A', unitName: 'A局', drawn: 8, inspected: 0, blind: 0, findings: 0, elements: null, ...over })

describe('sampleTotals()', () => {
  it('adds the units up; three blind pieces of one make up for nobody else\'s two', () => {
    const totals = sampleTotals({ progress: [unit({ inspected: 8, blind: 3, findings: 1 }), unit({ drawn: 7, inspected: 2 })] }, 2)
    expect(totals).toEqual({ drawn: 15, inspected: 10, blind: 2, blindWanted: 4, findings: 1, percent: 66 })
  })

  it('is at nought of nothing, and only at a hundred when all is done', () => {
    expect(sampleTotals({ progress: [] }, 2).percent).toBe(0)
    expect(sampleTotals({ progress: [unit({ drawn: 300, inspected: 299 })] }, 2).percent).toBe(99)
  })
})

describe('stratumWords()', () => {
  it('puts names to category and status', () => {
    expect(stratumWords({ stratum: 'c1 × onTime' }, new Map([['c1', '统计信息']]))).toEqual({ category: '统计信息', status: '按时公开' })
    expect(stratumWords({ stratum: 'gone × onTime' }, new Map()).category).toBe('gone')
  })
})

describe('pieceState()', () => {
  it.each([[null, 0, 'open'], [{ missing: [] }, 0, 'whole'], [{ missing: ['a'] }, 0, 'faulty'], [null, 1, 'faulty'], [{ missing: [] }, 1, 'faulty']] as const)('of %o with %i findings is %s', (inspection, findings, state) => {
    expect(pieceState({ inspection, findings })).toBe(state)
  })
})
