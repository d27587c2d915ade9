import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { UnitBoard } from '../../shared/measures/board-rows.ts'
import type { ForecastAnswer, GapPlanAnswer, UnitAnswer } from '../../shared/wire/answers.ts'
import type { TodoAnswer, UnitChangesAnswer, UnitTrendAnswer } from '../../shared/wire/unit-answers.ts'
import { ask, NotGranted } from '../ask.ts'
import { asked } from './asked.ts'
import { useLine } from './line.ts'

/** One unit's own board, and what its page asks for beside it. */
export const useUnit = defineStore('unit', () => {
  const { frame, state, confirmedAt, endedWith, sink, clear } = useLine<UnitBoard>()
  const whole = asked<UnitAnswer>()
  const todo = asked<TodoAnswer>()
  const plan = asked<GapPlanAnswer>()
  const forecast = asked<ForecastAnswer>()
  const trend = asked<UnitTrendAnswer>()
  const changes = asked<UnitChangesAnswer>()
  const all = [whole, todo, plan, forecast, trend, changes]
  const categoryNames = computed(() => new Map(whole.value.value?.byCategory.map((row) => [row.category, row.shortName] as const) ?? []))

  const path = (unit: string, rest = '') => `/api/units/${encodeURIComponent(unit)}${rest}`

  /** What follows every change of the unit at once. */
  async function load(unit: string): Promise<void> {
    await Promise.all([whole.load(path(unit)), todo.load(path(unit, '/todo')), plan.load(path(unit, '/gap-plan')), forecast.load(path(unit, '/forecast'))])
  }

  /** What is judged in the past: looked at anew at a calm pace. */
  const loadTrend = (unit: string) => trend.load(path(unit, '/trend'))
  const loadChanges = (unit: string) => changes.load(path(unit, '/changes'))

  /** Remembers that the page was looked at; `done` begins the next comparison now. A look that cannot be kept costs nothing. */
  async function look(unit: string, how: { readonly done: boolean }): Promise<void> {
    await ask(path(unit, '/looked'), { method: 'POST', body: how }).catch((error: unknown) => {
      if (!(error instanceof NotGranted)) throw error
    })
  }

  /** The unit's frame over REST while the line is down: figures are new, the short lists the last ones seen. */
  async function standIn(unit: string): Promise<UnitBoard> {
    const { unit: row, byCategory, peerMean, peerCount, revision, asOf, sample } = await ask<UnitAnswer>(path(unit))
    const cells = byCategory.map(({ name: _name, shortName: _short, onTime: _onTime, eventual: _eventual, coverage: _coverage, ...cell }) => cell)
    const before = frame.value?.unit.id === unit ? frame.value : null
    return { unit: row, cells, peerMean, peerCount, revision, day: asOf, sample, recent: before?.recent ?? [], due: before?.due ?? [] }
  }

  function forget(): void {
    clear()
    for (const each of all) each.forget()
  }

  return {
    board: frame, state, confirmedAt, endedWith, sink, whole, todo, plan, forecast, trend, changes, categoryNames,
    load, loadTrend, loadChanges, look, standIn, forget,
  }
})
