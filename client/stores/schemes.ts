import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import type { SchemeAnswer, SchemesAnswer } from '../../shared/wire/scheme-answers.ts'
import { ask, NotGranted } from '../ask.ts'

const LOOK_MS = 5_000

/** The versions of the scheme, read again every few seconds: who writes another is to hear of a new one. */
export function schemeVersions() {
  const list = shallowRef<SchemesAnswer | null>(null)
  const problem = ref('')
  /** Schemes never change once recorded. */
  const read = new Map<number, Scheme>()

  async function load(): Promise<void> {
    try {
      list.value = await ask<SchemesAnswer>('/api/schemes')
      problem.value = ''
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      if (list.value === null) problem.value = error.message
    }
  }

  /** Throws `NotGranted` where there is no such version. */
  async function schemeOf(n: number): Promise<Scheme> {
    const known = read.get(n)
    if (known) return known
    const { scheme } = await ask<SchemeAnswer>(`/api/schemes/${n}`)
    read.set(n, scheme)
    return scheme
  }

  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && list.value !== null) void load()
  }, LOOK_MS)
  onScopeDispose(() => clearInterval(timer))
  return { list, problem, load, schemeOf }
}
