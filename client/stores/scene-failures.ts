import { ref } from 'vue'
import { serverNow } from '../clock.ts'

/** A scene that threw is left out this long, then tried again. */
const AGAIN_MS = 300_000

/** Which scenes are being left out because they threw. */
export function failingScenes() {
  const failed = ref<readonly number[]>([])
  const since = new Map<number, number>()

  return {
    failed,
    note(scene: number, error: unknown): void {
      since.set(scene, serverNow() ?? 0)
      failed.value = [...since.keys()]
      // Not swallowed: the browser logs it as any uncaught error.
      setTimeout(() => { throw error })
    },
    skips(scene: number): boolean {
      const at = since.get(scene)
      if (at === undefined) return false
      if ((serverNow() ?? 0) - at < AGAIN_MS) return true
      since.delete(scene)
      failed.value = [...since.keys()]
      return false
    },
  }
}
