import { onMounted, onScopeDispose } from 'vue'
import type { Router } from 'vue-router'

const places: Readonly<Record<string, string>> = { o: '/', l: '/obligations', c: '/compare', h: '/help' }
/** A letter after `g` counts only this long. */
const PAIR_MS = 1500

interface Keys {
  readonly router: Router
  readonly search: () => void
  readonly keys: () => void
}

/** The desk's shortcuts: `/` searches, `?` tells the keys, `g` and a letter go somewhere. Keys typed into a field are the field's. */
export function deskKeys({ router, search, keys }: Keys): void {
  let since = -Infinity
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
    const place = event.timeStamp - since < PAIR_MS ? places[event.key] : undefined
    since = event.key === 'g' ? event.timeStamp : -Infinity
    if (place !== undefined) void router.push(place)
    else if (event.key === '/') search()
    else if (event.key === '?') keys()
    else return
    event.preventDefault()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)
    && !(target instanceof HTMLInputElement && /^(range|checkbox|radio)$/.test(target.type))
}
