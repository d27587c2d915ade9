import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { SignInOffer, WhoAmI } from '../../shared/wire/answers.ts'
import { ask, askAgain, askNoMore } from '../ask.ts'

/** Where a role works: the office at its overview, the wall in front of the board, a unit's people on their unit's page. */
export function homeOf(session: Pick<WhoAmI, 'role' | 'unit'> | null): string | null {
  if (session === null) return null
  if (session.role === 'head' || session.role === 'clerk') return session.unit === null ? null : `/units/${session.unit}`
  return session.role === 'wall' ? '/wall' : '/'
}

export const useSession = defineStore('session', () => {
  const session = ref<WhoAmI | null>(null)
  /** What the sign-in page may offer while nobody is signed in. */
  const offer = ref<SignInOffer | null>(null)
  const loaded = ref(false)

  async function load(): Promise<void> {
    offer.value = await ask<SignInOffer>('/api/session/offer')
    session.value = offer.value.session
    loaded.value = true
  }

  async function signIn(account: string, password: string): Promise<void> {
    session.value = await ask<WhoAmI>('/api/session', { method: 'POST', body: { account, password } })
    askAgain()
  }

  async function signOut(): Promise<void> {
    askNoMore()
    try {
      await ask('/api/session', { method: 'DELETE' })
      await load()
    } catch (error) {
      askAgain()
      throw error
    }
  }

  /** The right to look has ended elsewhere: ask again who is here. */
  function forget(): void {
    loaded.value = false
    session.value = null
  }

  const home = computed(() => homeOf(session.value))
  const sample = computed(() => session.value?.sample ?? offer.value?.sample ?? false)
  /** May open any unit's page. */
  const readsUnits = computed(() => ['admin', 'supervisor', 'reviewer'].includes(session.value?.role ?? ''))
  /** May stand in front of the wall. */
  const watchesWall = computed(() => readsUnits.value || session.value?.role === 'wall')
  return { session, offer, loaded, home, sample, readsUnits, watchesWall, load, signIn, signOut, forget }
})
