import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Catalogue, Category, Item } from '../../shared/catalogue/item.ts'
import type { UnitRow } from '../../shared/measures/board-rows.ts'
import type { UnitsAnswer } from '../../shared/wire/answers.ts'
import { ask } from '../ask.ts'
import { deskWords } from '../desk-words.ts'

/** The catalogue's rows as the server tells them: with the ids of those who owe each. */
export type OwedItem = Item & { readonly owedBy: readonly string[] }

/** Names of units, categories and rows, read once a page load: what filters offer and rows are called by. */
export const useNames = defineStore('names', () => {
  const units = shallowRef<readonly UnitRow[]>([])
  const items = shallowRef<readonly OwedItem[]>([])
  const categories = shallowRef<readonly Category[]>([])
  let asked: Promise<void> | undefined

  /** Reads the names unless that was done before; a failed reading is tried anew next time. */
  function load(): Promise<void> {
    asked ??= read().catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }

  async function read(): Promise<void> {
    const [all, { catalogues }] = await Promise.all([
      ask<UnitsAnswer>('/api/units'),
      ask<{ catalogues: readonly Omit<Catalogue, 'items'>[] }>('/api/catalogues'),
    ])
    const whole = await Promise.all(catalogues.map(({ id }) => ask<{ items: readonly OwedItem[] }>(`/api/catalogues/${encodeURIComponent(id)}`)))
    units.value = all.units
    items.value = whole.flatMap((each) => each.items)
    // The district's own categories make the matrix; what bureaus owe beside it stands in one of its own.
    categories.value = [...catalogues.filter(({ owner }) => owner === null).flatMap((each) => each.categories), bureau]
  }

  const unitName = computed(() => new Map(units.value.map(({ id, shortName }) => [id, shortName] as const)))
  const categoryShort = computed(() => new Map(categories.value.map(({ id, shortName }) => [id, shortName] as const)))
  const itemName = computed(() => new Map(items.value.map((item) => [item.id, nameOf(item)] as const)))
  return { units, items, categories, unitName, categoryShort, itemName, load }
})

const bureau: Category = { id: 'bureau', name: deskWords.bureau, shortName: deskWords.bureau }

function nameOf(item: Item): string {
  return item.path[item.path.length - 1] ?? item.id
}
