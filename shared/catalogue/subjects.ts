import type { Item, Unit, UnitKind } from './item.ts'
import { compact } from './wraps.ts'

/** 区政府各部门（单位）: departments, institutions and vertical units. 各街道镇: streets and towns. */
const kindsOfSelector: Readonly<Record<string, readonly UnitKind[]>> = {
  departments: ['department', 'institution', 'vertical'],
  streets: ['street', 'town'],
}
const everyDepartment = /^(区|县|市)?(人民)?政府?(直属)?各(部门|单位)/
const everyStreet = /^各(街道|镇街?|乡镇|处镇)/

/**
 * The selectors printed subjects (公开主体) resolve through: `departments`, `streets`, or a unit's printed name. In a
 * bureau's catalogue sections (办公室, 待遇保障科 …) and blank subjects resolve to the owner unit.
 */
export function selectorsOf(subjects: string, owner: string | null): string[] {
  if (owner !== null) return [owner]
  const names = compact(subjects).split(/[、，,；;]/).filter((name) => name !== '')
  return [...new Set(names.map((name) =>
    everyDepartment.test(name) ? 'departments' : everyStreet.test(name) ? 'streets' : name))]
}

/** Units whose id, name, short name or alias is exactly this text (wrap spaces aside); several when it is ambiguous. */
export function findUnits(units: readonly Unit[], text: string): Unit[] {
  const wanted = compact(text)
  if (wanted === '') return []
  const byId = units.filter((unit) => unit.id === wanted)
  return byId.length > 0 ? byId : units.filter((unit) =>
    compact(unit.name) === wanted || compact(unit.shortName) === wanted || unit.aliases.some((alias) => compact(alias) === wanted))
}

/** Ids of the units the printed subjects resolve to, in the order of `units`, before kinds, traits and decisions. */
export function printedUnits(item: Pick<Item, 'selectors'>, units: readonly Unit[]): string[] {
  const kinds = new Set(item.selectors.flatMap((selector) => kindsOfSelector[selector] ?? []))
  const named = new Set(item.selectors
    .filter((selector) => kindsOfSelector[selector] === undefined)
    .flatMap((selector) => findUnits(units, selector).map((unit) => unit.id)))
  return units.filter((unit) => kinds.has(unit.kind) || named.has(unit.id)).map((unit) => unit.id)
}

/**
 * Ids of the printed units that can reasonably owe the row: kinds first, then named units, else traits (职能特征).
 * Traits gate departments, institutions and vertical units only; streets and towns owe what the kinds say.
 */
export function owedBy(item: Pick<Item, 'selectors' | 'appliesTo'>, units: readonly Unit[]): string[] {
  const { kinds, traits, named } = item.appliesTo
  const printed = new Set(printedUnits(item, units))
  const only = named === undefined ? undefined : new Set(named.flatMap((name) => findUnits(units, name).map((unit) => unit.id)))
  return units.filter((unit) => {
    if (!printed.has(unit.id) || !kinds.includes(unit.kind)) return false
    if (only !== undefined) return only.has(unit.id)
    if (unit.kind === 'street' || unit.kind === 'town') return true
    return traits.length === 0 || traits.some((trait) => unit.traits.includes(trait))
  }).map((unit) => unit.id)
}
