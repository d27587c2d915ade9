import { describe, expect, it } from 'vitest'
import { ranksOf, type RankCandidate } from '../../../shared/measures/rank.ts'

const unit = (id: string, over: Partial<RankCandidate> = {}): RankCandidate =>
  ({ id, name: id, peerGroup: 'departments', score: 90, onTime: 0.9, judgedDuties: 5, ...over })
const ranks = (...candidates: RankCandidate[]) => ranksOf(candidates, 5).map(({ id, rank }) => [id, rank])

describe('ranksOf()', () => {
  it('equals share a rank and the next one is skipped: 1, 2, 2, 4, listed by name', () => {
    expect(ranks(unit('丁', { score: 80 }), unit('丙'), unit('乙'), unit('甲', { score: 95 })))
      .toEqual([['甲', 1], ['丙', 2], ['乙', 2], ['丁', 4]])
  })

  it('the on-time share decides between equal scores, a missing one last', () => {
    expect(ranks(unit('a', { onTime: null }), unit('b', { onTime: 0.8 }), unit('c', { onTime: 0.95 })))
      .toEqual([['c', 1], ['b', 2], ['a', 3]])
  })

  it('fewer than five judged duties, or no score, are listed after the ranked ones without rank', () => {
    expect(ranks(unit('z', { judgedDuties: 4, score: 100 }), unit('v', { score: null }), unit('a', { score: 60 })))
      .toEqual([['a', 1], ['v', null], ['z', null]])
  })

  it('each peer group has its own ranks', () => {
    expect(ranks(unit('a'), unit('s', { peerGroup: 'towns', score: 70 }), unit('b', { score: 91 })))
      .toEqual([['b', 1], ['a', 2], ['s', 1]])
  })
})
