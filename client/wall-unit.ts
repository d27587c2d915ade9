import { onScopeDispose, ref, type Ref } from 'vue'

/** Pixels of the wall's unit u: 1/135 of the height, never more than 1/240 of the width (the same rule as styles/wall.css). */
export function wallUnit(): Ref<number> {
  const measure = () => Math.min(window.innerHeight / 135, window.innerWidth / 240)
  const u = ref(measure())
  const onResize = () => { u.value = measure() }
  window.addEventListener('resize', onResize)
  onScopeDispose(() => window.removeEventListener('resize', onResize))
  return u
}
