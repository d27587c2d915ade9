import { onScopeDispose, ref, shallowRef } from 'vue'
import type { WallAnswer } from '../../shared/wire/wall-answer.ts'
import { ask, NotGranted } from '../ask.ts'

const EVERY_MS = 60_000
/** Right after a start month ends are still being counted. */
const SOON_MS = 5_000

/** What stands beside the live board, the trend above all: asked once a minute while somebody looks. */
export function wallBeside() {
  const wall = shallowRef<WallAnswer | null>(null)
  const problem = ref('')
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  async function load(): Promise<void> {
    try {
      wall.value = await ask<WallAnswer>('/api/wall')
      problem.value = ''
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
    }
    if (!closed) timer = setTimeout(() => void load(), (wall.value?.trendMissing ?? 1) > 0 ? SOON_MS : EVERY_MS)
  }

  void load()
  onScopeDispose(() => {
    closed = true
    clearTimeout(timer)
  })
  return { wall, problem }
}
