import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Board } from '../../shared/measures/board-rows.ts'
import { second, serverNow } from '../clock.ts'
import { calledRows, type CalledRows } from '../lists/called-rows.ts'

/** Never more than five units are named for being late. */
const MOST = 5

/** The lines of 逾期单位, kept over scene changes so that a move that nobody has seen yet is still to be seen. */
export function followCalled(board: MaybeRefOrGetter<Board | null>) {
  const called = shallowRef<CalledRows | null>(null)
  const step = () => {
    const now = toValue(board)
    called.value = now === null ? null : calledRows(called.value, now, { now: serverNow() ?? 0, most: MOST })
  }
  watch(() => toValue(board), step, { immediate: true })
  watch(second, (now) => {
    if (now !== null && called.value?.rows.some(({ move, until }) => move !== 'still' && until <= now) === true) step()
  })
  return computed(() => called.value?.rows ?? [])
}
