import { defineAsyncComponent, h, type Component } from 'vue'
import { words } from './words.ts'

const AGAIN_MS = 3_000
const waiting: (() => Promise<unknown>)[] = []

/** A component the first picture can do without: fetched when first shown or at `fetchLater`, and again when the line broke meanwhile. */
export function later<T extends Component>(load: () => Promise<{ default: T }>): T {
  waiting.push(load)
  return defineAsyncComponent({
    loader: load,
    loadingComponent: () => h('p', { class: 'empty', role: 'status' }, words.loading),
    onError: (_, retry) => { setTimeout(retry, AGAIN_MS) },
  }) as T
}

/** Fetches all that was left for later, so that a screen cut off afterwards still has every page. */
export function fetchLater(): void {
  // One that fails now is fetched when it is shown.
  for (const load of waiting.splice(0)) void load().catch(() => undefined)
}
