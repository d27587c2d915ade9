/** Ids by their names: an id wins over a name, and a name that several share answers all of them. */
export class NameIndex {
  readonly #ids: ReadonlySet<string>
  readonly #byName = new Map<string, string[]>()
  readonly #plain: (text: string) => string

  constructor(named: readonly (readonly [id: string, names: readonly string[]])[], plain: (text: string) => string) {
    this.#plain = plain
    this.#ids = new Set(named.map(([id]) => id))
    for (const [id, names] of named) {
      for (const name of new Set(names.map(plain))) {
        const ids = this.#byName.get(name)
        if (ids) ids.push(id)
        else this.#byName.set(name, [id])
      }
    }
  }

  find(text: string): string | readonly string[] | undefined {
    if (this.#ids.has(text)) return text
    const ids = this.#byName.get(this.#plain(text))
    return ids?.length === 1 ? ids[0] : ids
  }
}
