import { onScopeDispose, watch } from 'vue'
import { asked } from './asked.ts'

/** Time for a burst of records to end before an answer is read again. */
const SETTLE_MS = 1_200
/** Said by nobody in the room: read now and then all the same. */
const REGULAR_MS = 30_000

/** One answer of a route, read anew when somebody records something, without losing what is shown. */
export function liveAnswer<T>(path: () => string, revision: () => number | null) {
  const { value, problem, load, forget } = asked<T>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => load(path())
  watch(path, (now, before) => {
    if (before !== undefined && now !== before) forget()
    void read()
  }, { immediate: true })
  watch(revision, (now, before) => {
    if (now === null || before === null || now === before) return
    timer ??= setTimeout(() => {
      timer = undefined
      void read()
    }, SETTLE_MS)
  })
  const regular = setInterval(() => void read(), REGULAR_MS)
  onScopeDispose(() => {
    clearTimeout(timer)
    clearInterval(regular)
    forget()
  })
  return { value, problem, read }
}
