import { defineStore } from 'pinia'
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { WallAnswer } from '../../shared/wire/wall-answer.ts'
import { ask } from '../ask.ts'
import { serverNow } from '../clock.ts'

/** The server counts these figures anew at most once a minute. */
const EVERY_MS = 60_000
/** Right after a start some month ends are still being counted. */
const SOON_MS = 10_000

/** What the wall shows beside the board: trend, forecast, roll calls, countdown. A failed request keeps the last answer. */
export const useWall = defineStore('wall', () => {
  const answer = shallowRef<WallAnswer | null>(null)
  /** Milliseconds of the server's time at the last success. */
  const fetchedAt = ref<number | null>(null)

  async function fetchOnce(): Promise<boolean> {
    const next = await ask<WallAnswer>('/api/wall').catch(() => null)
    if (next === null) return false
    if (next.revision !== answer.value?.revision || next.asOf !== answer.value.asOf || next.trendMissing !== answer.value.trendMissing) answer.value = next
    fetchedAt.value = serverNow()
    return true
  }

  /** Fetches now and every minute for as long as the calling page stands. */
  function follow(): void {
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false
    const round = async () => {
      const granted = await fetchOnce()
      const soon = !granted && answer.value === null || (answer.value?.trendMissing ?? 0) > 0
      if (!ended) timer = setTimeout(() => void round(), soon ? SOON_MS : EVERY_MS)
    }
    void round()
    onScopeDispose(() => {
      ended = true
      clearTimeout(timer)
    })
  }

  return { answer, fetchedAt, follow, fetchOnce }
})
