import type { LocationQuery } from 'vue-router'
import type { At } from './addresses.ts'

/** Filters of a list as its address carries them; the names are those of the API. */
export const obligationFields = ['unit', 'category', 'item', 'status', 'origin', 'flag', 'year', 'from', 'to', 'counted', 'leaf', 'part', 'q'] as const
export const dutyFields = ['unit', 'category', 'item', 'cadence', 'leaf', 'covered', 'applicable'] as const

export type ObligationField = (typeof obligationFields)[number]
export type DutyField = (typeof dutyFields)[number]
export type ListFilters<F extends string> = { readonly [K in F]?: readonly string[] }

/** Reads the filters of an address; several values stand behind commas or repeated. Unknown fields are left out. */
export function readFilters<F extends string>(query: LocationQuery, fields: readonly F[]): ListFilters<F> {
  const read: { [K in F]?: readonly string[] } = {}
  for (const field of fields) {
    const given = query[field]
    const text = (Array.isArray(given) ? given : [given]).filter((value): value is string => typeof value === 'string')
    // A word looked for may hold a comma of its own.
    const values = (field === 'q' ? text : text.flatMap((value) => value.split(','))).map((value) => value.trim()).filter((value) => value !== '')
    if (values.length > 0) read[field] = values
  }
  return read
}

/** Which day the address asks for. */
export function readAt(query: LocationQuery): At {
  const one = (value: LocationQuery[string] | undefined) => (typeof value === 'string' && value !== '' ? value : null)
  return { asOf: one(query['asOf']), knownAt: one(query['knownAt']) }
}

/** The filters with one value added to a field, or taken away when it is there. */
export function toggled<F extends string>(filters: ListFilters<F>, field: F, value: string): ListFilters<F> {
  const before = filters[field] ?? []
  return replaced(filters, field, before.includes(value) ? before.filter((each) => each !== value) : [...before, value])
}

/** The filters with a field's values replaced; none removes the field, and `part` falls with `counted`. */
export function replaced<F extends string>(filters: ListFilters<F>, field: F, values: readonly string[]): ListFilters<F> {
  const all = Object.entries<readonly string[] | undefined>({ ...filters, [field]: values }).filter(([, given]) => given !== undefined && given.length > 0)
  const counts = all.some(([name]) => name === 'counted' || name === 'leaf')
  return Object.fromEntries(all.filter(([name]) => name !== 'part' || counts)) as ListFilters<F>
}
