import { ref, shallowRef } from 'vue'
import type { ClaimPreview, ClaimTaken, DutyCadenceAsked, DutyStatesAsked } from '../../shared/wire/claim-answer.ts'
import { ask, NotGranted } from '../ask.ts'

/** What is about to be said, and where. */
export type Saying =
  | { readonly path: '/api/duty-states'; readonly body: DutyStatesAsked }
  | { readonly path: '/api/duty-cadences'; readonly body: Omit<DutyCadenceAsked, 'cadence'> & { readonly cadence: object | null } }

const PAUSE_MS = 350

/** Shows what a saying would do before it is said: only what was previewed can be confirmed. */
export function claimSaying() {
  const preview = shallowRef<ClaimPreview | null>(null)
  const taken = shallowRef<ClaimTaken | null>(null)
  const problem = ref('')
  const busy = ref<'' | 'previewing' | 'confirming'>('')
  let ready: Saying | null = null
  let asking = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Weighs another saying once the writing pauses; null: there is none to weigh. */
  function weigh(saying: Saying | null): void {
    clearTimeout(timer)
    const mine = ++asking
    preview.value = null
    ready = null
    problem.value = ''
    busy.value = saying === null ? '' : 'previewing'
    if (saying !== null) timer = setTimeout(() => void look(saying, mine), PAUSE_MS)
  }

  async function look(saying: Saying, mine: number): Promise<void> {
    const found = await granted(ask<ClaimPreview>(`${saying.path}/preview`, { method: 'POST', body: saying.body }), mine)
    if (mine !== asking) return
    busy.value = ''
    if (found === undefined) return
    preview.value = found
    ready = saying
  }

  /** Says what was weighed; answers whether it was taken. */
  async function confirm(): Promise<boolean> {
    if (ready === null || busy.value !== '') return false
    const saying = ready
    const mine = ++asking
    busy.value = 'confirming'
    const done = await granted(ask<ClaimTaken>(saying.path, { method: 'POST', body: saying.body }), mine)
    busy.value = ''
    if (done === undefined) return false
    ready = null
    preview.value = null
    taken.value = done
    return true
  }

  async function granted<T>(asked: Promise<T>, mine: number): Promise<T | undefined> {
    return asked.catch((error: unknown) => {
      if (!(error instanceof NotGranted)) throw error
      if (mine === asking) problem.value = error.message
      return undefined
    })
  }

  return { preview, taken, problem, busy, weigh, confirm }
}
