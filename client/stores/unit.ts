import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Catalogue } from '../../shared/catalogue/item.ts'
import type { UnitBoard } from '../../shared/measures/board-rows.ts'
import type { ObligationPage, ObligationRow, UnitAnswer } from '../../shared/wire/answers.ts'
import { ask } from '../ask.ts'
import { useLine } from './line.ts'

/** One unit's own board, and what its page asks for beside it. */
export const useUnit = defineStore('unit', () => {
  const { frame, state, confirmedAt, endedWith, sink, clear } = useLine<UnitBoard>()
  const answer = shallowRef<UnitAnswer | null>(null)
  const todo = shallowRef<readonly ObligationRow[] | null>(null)
  const itemNames = shallowRef<ReadonlyMap<string, string>>(new Map())
  const categoryNames = computed(() => new Map(answer.value?.byCategory.map((row) => [row.category, row.shortName] as const) ?? []))

  /** The score's working and the unit's open obligations: overdue first, then by due day. */
  async function load(unit: string): Promise<void> {
    const open = (status: string) => ask<ObligationPage>(`/api/obligations?unit=${encodeURIComponent(unit)}&${status}&limit=100`)
    const [whole, overdue, waiting] = await Promise.all([
      ask<UnitAnswer>(`/api/units/${encodeURIComponent(unit)}`),
      open('status=overdue'),
      open('status=dueSoon&status=pending'),
    ])
    answer.value = whole
    todo.value = [...[...overdue.rows].sort(byDue), ...[...waiting.rows].sort(byDue)]
  }

  /** Names of the catalogues' rows, for what just happened. */
  async function loadNames(): Promise<void> {
    const { catalogues } = await ask<{ catalogues: readonly { readonly id: string }[] }>('/api/catalogues')
    const whole = await Promise.all(catalogues.map(({ id }) => ask<Pick<Catalogue, 'items'>>(`/api/catalogues/${encodeURIComponent(id)}`)))
    itemNames.value = new Map(whole.flatMap(({ items }) => items.map((item) => [item.id, item.path[item.path.length - 1] ?? item.id] as const)))
  }

  function forget(): void {
    clear()
    answer.value = null
    todo.value = null
  }

  return { board: frame, state, confirmedAt, endedWith, sink, answer, todo, itemNames, categoryNames, load, loadNames, forget }
})

function byDue(a: ObligationRow, b: ObligationRow): number {
  return (a.dueDay ?? '9999') < (b.dueDay ?? '9999') ? -1 : 1
}
