import { nextTick, onScopeDispose, ref, type Ref } from 'vue'
import { MOST_AT_ONCE } from './row-pages.ts'

/** What a list must be able to do to be printed. */
interface Printable {
  readonly stamp: Ref<{ readonly total: number } | null>
  readonly begun: Ref<number>
  want(first: number, last: number): Promise<void>
}

/**
 * Paper holds the first rows of a list, not those in view: as many as are read at once, the rest is what the download is
 * for. `printed` is their number while paper is made. Ctrl+P reads them first, the browser's own menu takes what is read.
 */
export function listPrint({ stamp, begun, want }: Printable) {
  const printed = ref<number | null>(null)
  const most = () => Math.min(MOST_AT_ONCE, stamp.value?.total ?? 0)

  async function print(): Promise<void> {
    if (stamp.value === null) return
    await want(0, most())
    printed.value = Math.min(most(), begun.value)
    await nextTick()
    window.print()
  }

  const begin = () => { printed.value ??= Math.min(most(), begun.value) }
  const end = () => { printed.value = null }
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
    event.preventDefault()
    void print()
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  window.addEventListener('keydown', onKey)
  onScopeDispose(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
    window.removeEventListener('keydown', onKey)
  })
  return { printed, print }
}
