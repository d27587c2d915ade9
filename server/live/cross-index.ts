/**
 * What one duty holds for others, by the name others ask for it under: replaced whole per source, read joined. Tells
 * which names moved, so that only those who ask for them are judged again.
 */
export class CrossIndex<T> {
  readonly #byName = new Map<string, Map<string, readonly T[]>>()
  readonly #namesOf = new Map<string, ReadonlySet<string>>()

  /** Replaces everything a source holds; returns the names that held or now hold something of it. */
  replace(source: string, held: ReadonlyMap<string, readonly T[]>): Set<string> {
    const moved = new Set<string>(held.keys())
    for (const name of this.#namesOf.get(source) ?? []) {
      moved.add(name)
      this.#byName.get(name)?.delete(source)
    }
    for (const [name, values] of held) {
      const sources = this.#byName.get(name)
      if (sources) sources.set(source, values)
      else this.#byName.set(name, new Map([[source, values]]))
    }
    if (held.size === 0) this.#namesOf.delete(source)
    else this.#namesOf.set(source, new Set(held.keys()))
    return moved
  }

  find(name: string): T[] {
    const sources = this.#byName.get(name)
    return sources ? [...sources.values()].flat() : []
  }

  names(): IterableIterator<string> {
    return this.#byName.keys()
  }

  clear(): void {
    this.#byName.clear()
    this.#namesOf.clear()
  }
}

/** Values grouped under the name each is asked for by; those without a name are left out. */
export function groupedBy<T>(values: readonly T[], nameOf: (value: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const name = nameOf(value)
    if (name === undefined) continue
    const list = groups.get(name)
    if (list) list.push(value)
    else groups.set(name, [value])
  }
  return groups
}
