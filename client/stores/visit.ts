import { onScopeDispose, ref } from 'vue'

const KEY = 'wall-visit'

/** 参观模式: no unit is named for lagging and no title is shown. Key V or ?visit=1, kept until this browser's session ends. */
export function visitorMode() {
  const asked = new URLSearchParams(location.search).get('visit')
  const visiting = ref(asked === null ? sessionStorage.getItem(KEY) === '1' : asked === '1')
  const keep = () => sessionStorage.setItem(KEY, visiting.value ? '1' : '0')
  keep()
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'v' || event.ctrlKey || event.metaKey || event.altKey) return
    visiting.value = !visiting.value
    keep()
  }
  window.addEventListener('keydown', onKey)
  onScopeDispose(() => window.removeEventListener('keydown', onKey))
  return visiting
}
