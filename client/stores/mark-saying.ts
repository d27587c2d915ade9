import { ref, shallowRef } from 'vue'
import type { Refusal } from '../../shared/refusal.ts'
import { ask, NotGranted } from '../ask.ts'
import { plainRefusal } from '../lists/plain-refusal.ts'

type RawFact = Readonly<Record<string, unknown>>

/** What became of a mark handed in: recorded, refused by its fields, overtaken by another reviewer, or not delivered. */
export type MarkSaid = 'recorded' | 'refused' | 'overtaken' | 'undelivered'

/** Says one mark (评分); the key belongs to the draft, so that a retry after a cut line is the same record. */
export function markSaying() {
  const sending = ref(false)
  const problem = ref('')
  const refusals = shallowRef<Readonly<Record<string, string>>>({})

  async function say(fact: RawFact): Promise<MarkSaid> {
    sending.value = true
    problem.value = ''
    refusals.value = {}
    try {
      const { refusals: given } = await ask<{ refusals: readonly Refusal[] }>('/api/facts', { method: 'POST', body: fact })
      if (given.length === 0) return 'recorded'
      const overtaken = given.find(({ code }) => code === 'marked-meanwhile')
      refusals.value = byField(given)
      problem.value = overtaken ? plainRefusal(overtaken).message : ''
      return overtaken ? 'overtaken' : 'refused'
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
      return 'undelivered'
    } finally {
      sending.value = false
    }
  }

  function forget(): void {
    problem.value = ''
    refusals.value = {}
  }

  return { sending, problem, refusals, say, forget }
}

function byField(given: readonly Refusal[]): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const refusal of given) fields[refusal.field.replace(/[.[].*$/, '')] ??= plainRefusal(refusal).message
  return fields
}
