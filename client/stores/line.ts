import { ref, shallowRef } from 'vue'
import { greet, serverNow } from '../clock.ts'
import type { LineState, Sink } from '../channel.ts'

/** The reactive end of a channel: the frame, the line's state, and when the frame was last known to be true. */
export function useLine<F>() {
  const frame = shallowRef<F | null>(null)
  const state = ref<LineState>('connecting')
  const confirmedAt = ref<number | null>(null)
  const endedWith = ref<string | null>(null)

  const sink: Sink<F> = {
    frame: (next) => { frame.value = next },
    state: (next) => { state.value = next },
    greeted: greet,
    confirmed: () => { confirmedAt.value = serverNow() },
    ended: (message) => { endedWith.value = message },
  }

  function clear(): void {
    frame.value = null
    state.value = 'connecting'
    confirmedAt.value = null
    endedWith.value = null
  }

  return { frame, state, confirmedAt, endedWith, sink, clear }
}
