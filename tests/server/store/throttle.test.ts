import { describe, expect, it } from 'vitest'
import { standingClock, temporaryFolder, temporaryStore } from './temporary.ts'

describe('ThrottleStore', () => {
  it('counts tries in a window that begins with the first, and starts anew after it', async () => {
    const clock = standingClock()
    const { throttle } = await temporaryStore({ clock })
    const until = '2026-03-02T04:05:00.000Z'
    expect(await throttle.spend('a|10.0.0.8', 300)).toEqual({ points: 1, until })
    clock.moveTo('2026-03-02T04:04:59.999Z')
    expect(await throttle.spend('a|10.0.0.8', 300)).toEqual({ points: 2, until })
    expect(await throttle.find('a|10.0.0.9')).toBeUndefined()
    clock.moveTo(until)
    expect(await throttle.find('a|10.0.0.8')).toBeUndefined()
    expect(await throttle.spend('a|10.0.0.8', 300)).toEqual({ points: 1, until: '2026-03-02T04:10:00.000Z' })
  })

  it('loses no try of many at once', async () => {
    const { throttle } = await temporaryStore()
    await Promise.all(Array.from({ length: 20 }, () => throttle.spend('a', 60)))
    expect((await throttle.find('a'))?.points).toBe(20)
  })

  it('outlives a restart, and clear() and sweep() remove', async () => {
    const folder = temporaryFolder()
    const clock = standingClock()
    const first = await temporaryStore({ folder, clock })
    await first.throttle.spend('a', 60)
    await first.throttle.spend('b', 60)
    first.close()
    const { throttle } = await temporaryStore({ folder, clock })
    expect((await throttle.find('a'))?.points).toBe(1)
    await throttle.clear('a')
    expect(await throttle.find('a')).toBeUndefined()
    clock.moveTo('2026-03-02T04:01:00.000Z')
    expect(await throttle.sweep()).toBe(1)
  })
})
