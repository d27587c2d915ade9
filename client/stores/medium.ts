import { onScopeDispose, ref, type Ref } from 'vue'

/** Too narrow for a table of many columns: a phone. */
export function narrowScreen(): Ref<boolean> {
  return matching('(max-width: 700px)')
}

/** Paper is being made. */
export function printing(): Ref<boolean> {
  return matching('print')
}

function matching(query: string): Ref<boolean> {
  const list = window.matchMedia(query)
  const matches = ref(list.matches)
  const follow = () => { matches.value = list.matches }
  list.addEventListener('change', follow)
  onScopeDispose(() => list.removeEventListener('change', follow))
  return matches
}
