import { describe, expect, it } from 'vitest'
import { endOfDay } from '../../../shared/time/day.ts'
import { pastsToWarm } from '../../../server/past/pasts-to-warm.ts'

const clock = { now: () => '2026-03-10T02:00:00.000Z' }
const journal = (entries: number) => ({ lastSeq: () => entries })

describe('pastsToWarm()', () => {
  it('begins with last year\'s end, as known now and as known then', () => {
    expect(pastsToWarm(journal(12_000), clock).slice(0, 2)).toEqual([{ day: '2025-12-31', knownAt: null }, { day: '2025-12-31', knownAt: endOfDay('2025-12-31') }])
  })

  it('leaves the end of last year to the day in Asia/Shanghai', () => {
    expect(pastsToWarm(journal(1), { now: () => '2025-12-31T17:00:00.000Z' })[0]?.day).toBe('2025-12-31')
  })

  it('is nothing where there is nothing, or more than a core should be held for unasked', () => {
    expect([pastsToWarm(journal(0), clock), pastsToWarm(journal(200_000), clock)]).toEqual([[], []])
  })
})
