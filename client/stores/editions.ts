import { onScopeDispose, ref, shallowRef } from 'vue'
import type { DifferencesFound, EditionsAnswer, FreezeAnswer, PeriodRow } from '../../shared/wire/edition-answers.ts'
import { editionName } from '../../shared/assessment/edition.ts'
import { ask, NotGranted } from '../ask.ts'
import { asked } from './asked.ts'

export type EditionsLoaded = EditionsAnswer & { readonly freeze: FreezeAnswer | null }

/** How often a freeze under way is asked after. */
const POLL_MS = 400
/** Another reviewer may open or settle a period meanwhile. */
const RELOAD_MS = 15_000

/** Periods of an assessment year, what changed since they were frozen, and the acts on them. */
export function editionsOfYear() {
  const list = asked<EditionsLoaded>()
  /** By edition name: how many units differ since; absent while it is looked at. */
  const changed = shallowRef<ReadonlyMap<string, number>>(new Map())
  const freeze = shallowRef<FreezeAnswer | null>(null)
  const problem = ref('')
  const busy = ref(false)
  let year = ''
  let poll: ReturnType<typeof setTimeout> | undefined
  const reload = setInterval(() => void load(), RELOAD_MS)
  onScopeDispose(() => {
    clearInterval(reload)
    clearTimeout(poll)
  })

  const path = (rest: string) => `/api/assessments/${encodeURIComponent(year)}${rest}`

  function open(next: string): Promise<void> {
    year = next
    list.forget()
    changed.value = new Map()
    freeze.value = null
    problem.value = ''
    return load()
  }

  async function load(): Promise<void> {
    const mine = year
    await list.load(path('/editions'))
    if (mine !== year || list.value.value === null) return
    const { freeze: running, periods } = list.value.value
    if (running !== null && freeze.value?.state !== 'running') follow(running)
    for (const period of periods) await look(period, mine)
  }

  /** One after the other: each may have to be judged anew. */
  async function look({ period, editions }: PeriodRow, mine: string): Promise<void> {
    const last = editions[editions.length - 1]
    if (last === undefined || mine !== year) return
    const name = editionName({ period, edition: last.edition })
    const found = await tried(() => ask<DifferencesFound>(path(`/editions/${name}/differences`)), () => undefined)
    if (found && mine === year) changed.value = new Map([...changed.value, [name, found.units.length]])
  }

  /** True once it is granted. */
  async function act(doing: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = ''
    const done = await tried(async () => {
      await doing()
      return true
    }, (message) => { problem.value = message })
    busy.value = false
    return done === true
  }

  async function openWindow(period: string): Promise<boolean> {
    const done = await act(async () => void await ask(path('/windows'), { method: 'POST', body: { period } }))
    await load()
    return done
  }

  function settle(asking: { readonly period: string; readonly restates?: number; readonly reason?: string }): Promise<boolean> {
    return act(async () => follow(await ask<FreezeAnswer>(path('/freezes'), { method: 'POST', body: asking })))
  }

  function cancel(): Promise<boolean> {
    const { value } = freeze
    return act(async () => { if (value) freeze.value = await ask<FreezeAnswer>(path(`/freezes/${value.id}`), { method: 'DELETE' }) })
  }

  function follow(next: FreezeAnswer): void {
    freeze.value = next
    clearTimeout(poll)
    if (next.state === 'running') poll = setTimeout(() => void after(next.id), POLL_MS)
    else void load()
  }

  async function after(id: string): Promise<void> {
    const next = await tried(() => ask<FreezeAnswer>(path(`/freezes/${id}`)), (message) => { problem.value = message })
    if (next && freeze.value?.id === id && freeze.value.state === 'running') follow(next)
  }

  return { list, changed, freeze, problem, busy, open, load, openWindow, settle, cancel }
}

async function tried<T>(doing: () => Promise<T>, refused: (message: string) => void): Promise<T | undefined> {
  try {
    return await doing()
  } catch (error) {
    if (!(error instanceof NotGranted)) throw error
    refused(error.message)
    return undefined
  }
}
