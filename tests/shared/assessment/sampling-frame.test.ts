import { describe, expect, it } from 'vitest'
import { frameText, samplingFrameOf } from '../../../shared/assessment/sampling-frame.ts'
import { figuresOf, type DutyPart } from '../../../shared/measures/figures.ts'
import { judgementOf } from '../../../shared/obligations/judge.ts'
import { Story } from '../../support/story.ts'

const story = new Story().on('2026-01-12')
  .fact('formed', { ref: 'R2', title: '乙', day: '2026-01-12' }).fact('published', { ref: 'R2', day: '2026-01-13', url: 'https://yunhe.gov.cn/2' })
  .fact('formed', { ref: 'R1', title: '甲', day: '2026-01-09' })
  .fact('formed', { ref: 'R9', title: '垂管', unit: 'V', item: 'doc', day: '2026-01-05' })
  .fact('published', { unit: 'A', item: 'b-own', day: '2026-01-13', url: 'https://yunhe.gov.cn/own', title: '部门目录' })
  .on('2026-03-02').fact('formed', { ref: 'R3', title: '未到期', day: '2026-03-02' })

function frame(units: '*' | readonly string[] = '*', day = '2026-03-10') {
  const { duties, world } = judgementOf(story.entries, { day })
  const parts = new Map([...duties].map(([unit, all]) => [unit, all.map((duty): DutyPart => ({ ...duty, figures: figuresOf(duty.obligations, world) }))]))
  return samplingFrameOf(parts, world, units)
}

describe('samplingFrameOf()', () => {
  it('holds what of the year is settled or past due, in order, without vertical units, bureau rows and what is not yet due', () => {
    const ids = frame().map(({ obligation }) => obligation)
    expect(ids.filter(id => id.includes('|doc|'))).toEqual(['A|doc|doc:R1@2026-01-09', 'A|doc|doc:R2@2026-01-12'])
    expect(ids.some(id => id.startsWith('V|') || id.includes('b-own'))).toBe(false)
    expect(ids).toEqual([...ids].sort())
  })

  it('of some units holds theirs only', () => {
    expect(new Set(frame(['B']).map(({ unit }) => unit))).toEqual(new Set(['B']))
  })

  it('tells the proof only where the due day hangs on the formation day, and is written one line a piece', () => {
    const [first, ...rest] = frameText(frame()).split('\n')
    const line = [first, ...rest].find(each => each?.includes('doc:R2'))
    expect(line).toBe('A\tA|doc|doc:R2@2026-01-12\tc1\tonTime\tdeclared')
    expect(frame().find(({ obligation }) => obligation.includes('period:'))?.proof).toBe('-')
  })
})
