import { ref, shallowRef } from 'vue'
import type { Refusal } from '../../shared/refusal.ts'
import type { WhatIfFactsAnswer } from '../../shared/wire/matter-answers.ts'
import { ask, NotGranted } from '../ask.ts'
import { serverNow } from '../clock.ts'

type RawFact = Readonly<Record<string, unknown>>

/** Says one fact of a matter: refused field by field, harmless to send twice, tried out before it is said. */
export function matterSaying(name: string) {
  const sending = ref(false)
  const problem = ref('')
  const refusals = shallowRef<Readonly<Record<string, string>>>({})
  let key = freshKey(name)

  /** True once it is recorded. */
  async function say(fact: RawFact): Promise<boolean> {
    if (sending.value) return false
    sending.value = true
    problem.value = ''
    refusals.value = {}
    try {
      const { refusals: given } = await ask<{ refusals: readonly Refusal[] }>('/api/facts', { method: 'POST', body: { ...fact, key } })
      if (given.length === 0) {
        key = freshKey(name)
        return true
      }
      refusals.value = byField(given)
      return false
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
      return false
    } finally {
      sending.value = false
    }
  }

  /** Why it would not be taken now; empty when it would. */
  async function refusedBefore(fact: RawFact): Promise<readonly Refusal[]> {
    const { refusals: given } = await ask<{ refusals: readonly Refusal[] }>('/api/facts?dryRun=1', { method: 'POST', body: { ...fact, key: freshKey(name) } })
    return given
  }

  return { sending, problem, refusals, say, refusedBefore }
}

/** What recording the fact now would do; nothing is written. */
export function tryOut(fact: RawFact): Promise<WhatIfFactsAnswer> {
  return ask<WhatIfFactsAnswer>('/api/what-if', { method: 'POST', body: { facts: [{ ...fact, key: freshKey('try') }] } })
}

function byField(given: readonly Refusal[]): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const { field, message } of given) fields[field.replace(/[.[].*$/, '')] ??= message
  return fields
}

let count = 0

function freshKey(name: string): string {
  count += 1
  return `matter:${name}:${serverNow() ?? 0}:${count}:${Math.random().toString(36).slice(2, 10)}`
}
