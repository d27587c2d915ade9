import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ObligationPage, ObligationRow } from '../../shared/wire/answers.ts'
import type { DeskRecord, DeskRecordsAnswer, FillRowsAnswer } from '../../shared/wire/desk-answers.ts'
import type { Refusal } from '../../shared/refusal.ts'
import { ask, NotGranted } from '../ask.ts'
import { plainRefusal } from '../lists/plain-refusal.ts'
import { useSession } from './session.ts'

export interface Reported {
  readonly accepted: number
  readonly duplicates: number
  readonly refused: number
  readonly refusals: readonly Refusal[]
}

export type RawFact = Readonly<Record<string, unknown>> & { readonly key: string }

const MOST_OPEN = 2000
const MOST_SHOWN = 50

/** The desk (填报台) of the clerk's own unit: rows to report under, what is open, and what was recorded in this sitting. */
export const useDesk = defineStore('desk', () => {
  const session = useSession()
  const rows = shallowRef<FillRowsAnswer | null>(null)
  const open = shallowRef<readonly ObligationRow[]>([])
  const saved = shallowRef<readonly DeskRecord[]>([])
  const problem = ref('')
  const unit = computed(() => session.session?.unit ?? '')
  const keys: string[] = []

  async function load(): Promise<void> {
    problem.value = ''
    try {
      const [answer] = await Promise.all([ask<FillRowsAnswer>(`/api/units/${encodeURIComponent(unit.value)}/fill-rows`), loadOpen()])
      rows.value = answer
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
      problem.value = error.message
    }
  }

  async function loadOpen(): Promise<void> {
    const page = await ask<ObligationPage>(`/api/obligations?unit=${encodeURIComponent(unit.value)}&status=pending,dueSoon,overdue,unknown&limit=${MOST_OPEN}`)
    open.value = page.rows
  }

  /** Sends facts, then reads again what they changed. Throws `NotGranted` with nothing known of what became of them. */
  async function report(facts: readonly RawFact[]): Promise<Reported> {
    const answer = await ask<Reported>('/api/facts', { method: 'POST', body: facts })
    const told = { ...answer, refusals: answer.refusals.map(plainRefusal) }
    const bad = new Set(told.refusals.map(({ index }) => index ?? 0))
    const fresh = facts.filter((_fact, index) => !bad.has(index)).map(({ key }) => key)
    if (fresh.length > 0) await reread(fresh)
    return told
  }

  /** What was recorded is safe: that it cannot be shown just now is no failure of the report. */
  async function reread(fresh: readonly string[]): Promise<void> {
    keys.unshift(...fresh.filter((key) => !keys.includes(key)))
    try {
      const shown = keys.slice(0, MOST_SHOWN)
      const [records] = await Promise.all([
        shown.length === 0 ? { rows: [] } : ask<DeskRecordsAnswer>(`/api/units/${encodeURIComponent(unit.value)}/records?limit=${MOST_SHOWN}&key=${shown.map(encodeURIComponent).join(',')}`),
        loadOpen(),
        ask<FillRowsAnswer>(`/api/units/${encodeURIComponent(unit.value)}/fill-rows`).then((answer) => { rows.value = answer }),
      ])
      saved.value = records.rows
    } catch (error) {
      if (!(error instanceof NotGranted)) throw error
    }
  }

  const row = (item: string) => rows.value?.rows.find((each) => each.item === item)
  const today = computed(() => rows.value?.asOf ?? '')
  return { unit, rows, open, saved, problem, today, load, report, row }
})
