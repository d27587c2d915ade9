import { describe, expect, it } from 'vitest'
import * as screen from '../../../client/words.ts'
import { findingWords } from '../../../client/finding-words.ts'
import { findingStateWords, recheckWords } from '../../../server/answers/finding-columns.ts'
import * as table from '../../../server/answers/table-words.ts'

describe('words of tables', () => {
  it.each(['statusWords', 'flagWords', 'originWords', 'kindWords', 'peerGroupWords'] as const)('%s are those of the screens', name => {
    expect(table[name]).toEqual(screen[name])
  })

  it('progress and outcome of a finding are those of the screens', () => {
    expect([findingStateWords, recheckWords]).toEqual([findingWords.state, findingWords.outcome])
  })

  it.each([['2026', '2026年'], ['2025/final', '2025年决算'], ['2026-Q1', '2026年第1季度'], ['2026-H2', '2026年下半年'], ['2026-03', '2026年3月'], ['2026/other', '2026年other']])(
    'periodWords() says %s as %s', (period, words) => {
      expect(table.periodWords(period)).toBe(words)
    })
})
