import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'

/** Follows a value at most once in `ms`: charts repaint at a calm pace while figures move at once. The last value always arrives. */
export function calmed<T>(source: MaybeRefOrGetter<T>, ms: number): ShallowRef<T> {
  const calm = shallowRef(toValue(source))
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => toValue(source), () => {
    timer ??= setTimeout(() => {
      timer = undefined
      calm.value = toValue(source)
    }, ms)
  })
  onScopeDispose(() => clearTimeout(timer))
  return calm
}
