import { ref, shallowRef } from 'vue'
import type { SchemeAsked, SchemePreview, SchemePreviewAsked, SchemeTaken } from '../../shared/wire/scheme-answers.ts'
import { ask, NotGranted } from '../ask.ts'

/** What was tried out, and when of: another scheme or day makes it old. */
export interface Tried {
  readonly of: string
  readonly preview: SchemePreview
}

/** Tries out a scheme and records what was tried. */
export function schemeTrial() {
  const tried = shallowRef<Tried | null>(null)
  const problem = ref('')
  const busy = ref<'' | 'trying' | 'recording'>('')
  let turn = 0

  async function tryOut(asked: SchemePreviewAsked, of: string): Promise<void> {
    const mine = ++turn
    busy.value = 'trying'
    problem.value = ''
    const preview = await granted(ask<SchemePreview>('/api/schemes/preview', { method: 'POST', body: asked }))
    if (mine !== turn) return
    busy.value = ''
    if (preview) tried.value = { of, preview }
  }

  async function record(asked: SchemeAsked): Promise<SchemeTaken | undefined> {
    busy.value = 'recording'
    problem.value = ''
    const taken = await granted(ask<SchemeTaken>('/api/schemes', { method: 'POST', body: asked }))
    busy.value = ''
    return taken
  }

  async function granted<T>(asked: Promise<T>): Promise<T | undefined> {
    return asked.catch((error: unknown) => {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
      return undefined
    })
  }

  function forget(): void {
    turn += 1
    tried.value = null
    problem.value = ''
    busy.value = ''
  }

  return { tried, problem, busy, tryOut, record, forget }
}
