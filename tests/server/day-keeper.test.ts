import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepDay } from '../../server/day-keeper.ts'
import type { Day, Instant } from '../../shared/time/day.ts'

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() }

/** A board that only knows its day, rolled under a clock that runs with the timers. */
function kept(now: Instant, day: Day) {
  vi.setSystemTime(now)
  const live = { day }
  const rolled: Day[] = []
  const intake = { roll: async (to: Day) => {
    rolled.push(to)
    live.day = to
  } }
  const settled: Day[] = []
  const settle = async () => void settled.push(live.day)
  return { clock: { now: () => new Date().toISOString() }, live, intake, rolled, settle, settled, log }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

describe('keepDay()', () => {
  it('rolls at once to today when the program stood still for days', async () => {
    const parts = kept('2026-02-20T01:00:00.000Z', '2026-02-14')
    await keepDay(parts)
    expect(parts.rolled).toEqual(['2026-02-20'])
  })

  it('leaves a board alone that is at today, or ahead of a clock set back', async () => {
    const [today, ahead] = [kept('2026-02-20T01:00:00.000Z', '2026-02-20'), kept('2026-02-20T01:00:00.000Z', '2026-02-21')]
    await keepDay(today)
    await keepDay(ahead)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
    expect([today.rolled, ahead.rolled]).toEqual([[], []])
  })

  it('rolls as the day begins in Shanghai, at 16:00 UTC', async () => {
    const parts = kept('2026-02-20T15:58:30.000Z', '2026-02-20')
    await keepDay(parts)
    await vi.advanceTimersByTimeAsync(89_000)
    expect(parts.rolled).toEqual([])
    await vi.advanceTimersByTimeAsync(1_100)
    expect(parts.rolled).toEqual(['2026-02-21'])
  })

  it('tries again a minute later when a roll failed, and says so in the log', async () => {
    const parts = kept('2026-02-20T15:59:59.000Z', '2026-02-20')
    let fails = 1
    const roll = async (to: Day) => {
      if (fails-- > 0) throw new Error('disk full')
      await parts.intake.roll(to)
    }
    await keepDay({ ...parts, intake: { roll } })
    await vi.advanceTimersByTimeAsync(1_000)
    expect([parts.rolled, log.error.mock.calls.length]).toEqual([[], 1])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(parts.rolled).toEqual(['2026-02-21'])
  })

  it('settles what time alone settles at each look, once the day is rolled', async () => {
    const parts = kept('2026-02-20T15:59:30.000Z', '2026-02-20')
    await keepDay(parts)
    await vi.advanceTimersByTimeAsync(31_000)
    expect(parts.settled).toEqual(['2026-02-20', '2026-02-21'])
  })

  it('stops', async () => {
    const parts = kept('2026-02-20T15:59:00.000Z', '2026-02-20')
    const day = await keepDay(parts)
    day.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(parts.rolled).toEqual([])
  })
})
