import { ref, shallowRef, watch, type Ref } from 'vue'
import type { Board } from '../../shared/measures/board-rows.ts'
import type { TrendPoint } from '../../shared/measures/trend.ts'
import type { WallAnswer } from '../../shared/wire/wall-answer.ts'
import { ask, NotGranted } from '../ask.ts'
import { queryText, type At } from '../lists/addresses.ts'

/** The board of a day gone by, read anew when the day or what is known changes; the last one stays until then. */
export function pastBoard(at: Ref<At>) {
  const board = shallowRef<Board | null>(null)
  const previous = shallowRef<TrendPoint | null>(null)
  const busy = ref(false)
  const problem = ref('')
  let asked = 0

  async function load(): Promise<void> {
    const mine = ++asked
    problem.value = ''
    if (at.value.asOf === null) {
      board.value = null
      busy.value = false
      return
    }
    busy.value = true
    const query = queryText({}, at.value)
    try {
      const found = await ask<Board>(`/api/board?${query}`)
      if (mine !== asked) return
      board.value = found
      previous.value = null
      busy.value = false
      const wall = await ask<WallAnswer>(`/api/wall?${query}`)
      if (mine === asked) previous.value = wall.previous
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      if (mine !== asked) return
      problem.value = error.message
      busy.value = false
    }
  }

  watch(at, () => void load(), { immediate: true })
  return { board, previous, busy, problem, load }
}
