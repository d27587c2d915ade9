import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { ask, NotGranted } from '../ask.ts'

/** Time for a burst of records to end before the list is read again. */
const SETTLE_MS = 1500
const REGULAR_MS = 30_000

/** The matters or findings an address asks for; read anew when somebody says something, without losing what is shown. */
export function matterList<Page extends { readonly rows: readonly unknown[] }>(path: () => string, revision: () => number | null) {
  const rows = shallowRef<Page['rows']>([])
  const page = shallowRef<Page | null>(null)
  const problem = ref('')
  const reading = ref(false)
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    reading.value = true
    try {
      const answer = await ask<Page>(path())
      if (mine !== turn) return
      page.value = answer
      rows.value = answer.rows
      problem.value = ''
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      if (mine === turn) problem.value = error.message
    } finally {
      if (mine === turn) reading.value = false
    }
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void load()
    }, SETTLE_MS)
  }
  watch(path, () => void load(), { immediate: true })
  watch(revision, (now, before) => {
    if (now !== null && before !== null && now !== before) soon()
  })
  // A unit's room says nothing of a request that moves no figure.
  const regular = setInterval(() => void load(), REGULAR_MS)
  onScopeDispose(() => {
    turn += 1
    clearTimeout(timer)
    clearInterval(regular)
  })
  return { rows, page, problem, reading, load }
}
