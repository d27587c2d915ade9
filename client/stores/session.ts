import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { WhoAmI } from '../../shared/wire/answers.ts'
import { ask, NotGranted } from '../ask.ts'

export interface SampleAccount {
  readonly account: string
  readonly displayName: string
  readonly role: WhoAmI['role']
}

/** Who am I, as the server answers it. */
export interface Session {
  readonly account: string | null
  readonly role: WhoAmI['role'] | null
  readonly unit: string | null
  readonly displayName: string | null
  readonly sample: boolean
  readonly sampleAccounts?: readonly SampleAccount[]
}

const nobody: Session = { account: null, role: null, unit: null, displayName: null, sample: false }

/** Where a role works: the office and the wall in front of the board, a unit's people on their unit's page. */
export function homeOf(session: Session): string | null {
  switch (session.role) {
    case null: return null
    case 'head':
    case 'clerk': return session.unit === null ? null : `/units/${session.unit}`
    default: return '/wall'
  }
}

export const useSession = defineStore('session', () => {
  const session = ref<Session>(nobody)
  const loaded = ref(false)
  /** A sentence to show on the sign-in page, why one is back there. */
  const notice = ref('')

  async function load(): Promise<void> {
    session.value = await ask<Session>('/api/session').catch((error: unknown) => {
      if (error instanceof NotGranted && error.status === 401) return nobody
      throw error
    })
    loaded.value = true
  }

  async function signIn(account: string, password: string): Promise<void> {
    await ask('/api/session', { method: 'POST', body: { account, password } })
    notice.value = ''
    await load()
  }

  async function signOut(): Promise<void> {
    await ask('/api/session', { method: 'DELETE' })
    await load()
  }

  /** The right to look has ended elsewhere: forget it here, keep the reason. */
  function forget(reason: string): void {
    notice.value = reason
    loaded.value = false
    session.value = nobody
  }

  const home = computed(() => homeOf(session.value))
  const readsUnits = computed(() => ['admin', 'supervisor', 'reviewer'].includes(session.value.role ?? ''))
  return { session, loaded, notice, home, readsUnits, load, signIn, signOut, forget }
})
