import type { Item } from '../catalogue/item.ts'

const known = new WeakMap<ReadonlyMap<string, Item>, Readonly<Record<string, string>>>()

/** Item id → the last element of its path, with the one above it where several rows end alike (优化营商环境 · 其他). */
export function itemNamesOf(items: ReadonlyMap<string, Item>): Readonly<Record<string, string>> {
  const seen = known.get(items)
  if (seen) return seen
  const ends = new Map<string, number>()
  for (const item of items.values()) ends.set(endOf(item), (ends.get(endOf(item)) ?? 0) + 1)
  const names = Object.fromEntries([...items.values()].map((item) => [item.id, nameOf(item, ends)]))
  known.set(items, names)
  return names
}

/** The named elements of a path, unnamed ones left out. */
function namedPath(item: Item): readonly string[] {
  return item.path.filter((element) => element !== '')
}

function endOf(item: Item): string {
  const path = namedPath(item)
  return path[path.length - 1] ?? item.id
}

function nameOf(item: Item, ends: ReadonlyMap<string, number>): string {
  const path = namedPath(item)
  const end = endOf(item)
  const above = path[path.length - 2]
  return (ends.get(end) ?? 0) > 1 && above !== undefined ? `${above} · ${end}` : end
}
