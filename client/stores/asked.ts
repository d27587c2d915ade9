import { ref, shallowRef } from 'vue'
import { ask, NotGranted } from '../ask.ts'

/** One answer of a route: the last one stays until the next has come, a failure says its sentence. */
export function asked<T>() {
  const value = shallowRef<T | null>(null)
  const problem = ref('')
  let turn = 0

  async function load(path: string): Promise<void> {
    const mine = ++turn
    try {
      const answer = await ask<T>(path)
      if (mine !== turn) return
      value.value = answer
      problem.value = ''
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      if (mine === turn) problem.value = error.message
    }
  }

  function forget(): void {
    turn += 1
    value.value = null
    problem.value = ''
  }

  return { value, problem, load, forget }
}
