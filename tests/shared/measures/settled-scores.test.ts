import { describe, expect, it } from 'vitest'
import { settledScoresOf } from '../../../shared/measures/settled-scores.ts'
import type { World } from '../../../shared/obligations/world.ts'
import { Story } from '../../support/story.ts'

type Scores = World['settlements'][number]['scores']

function settled(story: Story, period: string, edition: number, scores: Scores): Story {
  const day = period.length === 4 ? `${period}-12-31` : `${period}-28`
  return story.setting({ kind: 'scoreSettled', effective: day, settlement: { period, edition, day, knownAt: `${day}T00:00:00.000Z`, sha256: '0'.repeat(64), software: '0', reason: '', scores } })
}

const score = (unit: string, points: number | null, rank: number | null = null) => ({ unit, score: points, rank, band: null })
const rowOf = (story: Story, day: string, unit = 'A') => story.board(day).units.find((each) => each.id === unit)?.settled

describe('settledScoresOf()', () => {
  it('is empty where nothing was settled in the year', () => {
    expect(rowOf(settled(new Story(), '2025-12', 1, [score('A', 90, 1)]), '2026-02-01')).toBeNull()
  })

  it('takes the last month settled, whatever the order of settling', () => {
    const story = new Story().on('2025-04-10')
    settled(story, '2025-03', 1, [score('A', 93, 1)])
    settled(story, '2025-02', 1, [score('A', 92, 2)])
    expect(rowOf(story, '2025-04-20')).toEqual({ period: '2025-03', score: 93, rank: 1 })
  })

  it('takes the last edition of a month, and the year above its months', () => {
    const story = new Story().on('2025-12-31')
    settled(story, '2025-11', 1, [score('A', 93, 1)])
    settled(story, '2025-11', 2, [score('A', 91.5, 3)])
    expect(rowOf(story, '2025-12-31')).toEqual({ period: '2025-11', score: 91.5, rank: 3 })
    settled(story, '2025', 1, [score('A', 95, 1)])
    expect(rowOf(story, '2025-12-31')).toEqual({ period: '2025', score: 95, rank: 1 })
  })

  it('leaves out units without a score, and what was not yet known', () => {
    const story = new Story().on('2025-04-10')
    settled(story, '2025-03', 1, [score('A', 93, 1), score('V', null)])
    expect(rowOf(story, '2025-04-20', 'V')).toBeNull()
    expect(story.board('2025-04-20', '2025-04-01T00:00:00.000Z').units.find((each) => each.id === 'A')?.settled).toBeNull()
  })

  it('gives the same rows for the same settlements', () => {
    const world = { settlements: [], year: 2025, scheme: { yearStart: '01-01' } as World['scheme'] }
    expect(settledScoresOf(world)).toBe(settledScoresOf(world))
  })
})
