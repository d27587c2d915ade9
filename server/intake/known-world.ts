import type { Day } from '../../shared/time/day.ts'
import type { Item } from '../../shared/catalogue/item.ts'
import { printedUnits } from '../../shared/catalogue/subjects.ts'
import { compact } from '../../shared/catalogue/wraps.ts'
import { cadenceFor, dutyKey } from '../../shared/obligations/duty.ts'
import type { World } from '../../shared/obligations/world.ts'
import { NameIndex } from './name-index.ts'

/** What intake asks of a world, indexed once: names, printed rows, slots, successors. */
export class KnownWorld {
  readonly world: World
  readonly #units: NameIndex
  readonly #items: NameIndex
  readonly #printed = new Map<string, ReadonlySet<string>>()
  readonly #slots = new Map<string, readonly (string | null)[]>()

  constructor(world: World) {
    this.world = world
    this.#units = new NameIndex([...world.units.values()].map((unit) => [unit.id, [unit.name, unit.shortName, ...unit.aliases]]), compact)
    this.#items = new NameIndex([...world.items.values()].map((item) => [item.id, [item.path.join('/')]]), compact)
  }

  findUnit(text: string): string | readonly string[] | undefined {
    return this.#units.find(text)
  }

  findItem(text: string): string | readonly string[] | undefined {
    return this.#items.find(text)
  }

  /** Follows mergers and splits to the unit in office on the day; a circle of successors ends where it began. */
  unitOn(unit: string, item: string, day: Day): string {
    const seen = new Set<string>()
    let found = this.world.units.get(unit)
    while (found?.validTo !== undefined && day > found.validTo && !seen.has(found.id)) {
      seen.add(found.id)
      const next = this.world.units.get(found.successorByItem?.[item] ?? found.successor ?? '')
      if (!next) break
      found = next
    }
    return found?.id ?? unit
  }

  /** The row is printed for the unit, or the office gave it to the unit. */
  printedFor(unit: string, item: string): boolean {
    if (this.world.duties.has(dutyKey(unit, item))) return true
    let units = this.#printed.get(item)
    if (!units) {
      const row = this.world.items.get(item)
      units = new Set(row ? printedUnits(row, [...this.world.units.values()]) : [])
      this.#printed.set(item, units)
    }
    return units.has(unit)
  }

  alwaysExists(item: string): boolean {
    return this.world.items.get(item)?.alwaysExists === true
  }

  /** Slot names of the row and of the duty it is folded into. */
  slotNames(unit: string, item: string): readonly (string | null)[] {
    const key = dutyKey(unit, item)
    const known = this.#slots.get(key)
    if (known) return known
    const row = this.world.items.get(item)
    const owner = this.world.units.get(unit)
    const twin = row?.sameAs === undefined ? undefined : this.world.duties.get(dutyKey(unit, row.sameAs))
    const cadences = [this.world.duties.get(key)?.cadence, row && owner && cadenceFor(row, owner), twin?.cadence]
    const names = [...new Set(cadences.flatMap((each) => (each?.kind === 'slots' ? each.slots.map((slot) => slot.name) : [])))]
    this.#slots.set(key, names)
    return names
  }

  /** The rows an obligation answers for: its own, bureau rows folded into it, members of a group. */
  rowsOf(unit: string, item: string): readonly string[] {
    const twins = this.world.duties.get(dutyKey(unit, item))?.twins ?? []
    const members: readonly string[] = this.world.items.get(item)?.members ?? []
    return [item, ...twins.map((twin: Item) => twin.id), ...members]
  }
}
