import { computed, ref, toValue, watch, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { second } from './clock.ts'

interface Turning {
  readonly pages: MaybeRefOrGetter<number>
  /** Seconds for all pages together, and the least one page stands. */
  readonly seconds: number
  readonly atLeast: number
  readonly paused: MaybeRefOrGetter<boolean>
}

/** Which page of a scene stands, counted from 0: they share the scene's time and rest with it. */
export function turningPages({ pages, seconds, atLeast, paused }: Turning): ComputedRef<number> {
  const shown = ref(0)
  watch(second, () => { if (!toValue(paused)) shown.value += 1 })
  return computed(() => {
    const count = Math.max(1, toValue(pages))
    return Math.floor(shown.value / Math.max(atLeast, Math.floor(seconds / count))) % count
  })
}
