import { describe, expect, it } from 'vitest'
import { findBySeq } from '../../../server/live/find-by-seq.ts'

describe('findBySeq()', () => {
  const rising = [2, 3, 5, 8, 13].map((seq) => ({ seq }))
  it.each([2, 3, 5, 8, 13])('finds %i', (seq) => expect(findBySeq(rising, seq)).toEqual({ seq }))
  it.each([0, 4, 14])('finds nothing for %i', (seq) => expect(findBySeq(rising, seq)).toBeUndefined())
})
