import type { AppliesTo, Cadence, Item, Options, Repair } from './item.ts'

/**
 * What a repair's value is, field by field. `deadline` carries the phrase and its rules, `subjects` the printed words
 * and their selectors, `name` the last name of the path, `content` the elements (要素), `basis` the basis to cite.
 */
interface RepairValues {
  readonly path: readonly string[]
  readonly name: string
  readonly deadline: Item['deadline']
  readonly subjects: { readonly subjects: string; readonly selectors: readonly string[] }
  readonly channels: Options
  readonly attribute: Options
  readonly methods: Options
  readonly audience: string
  readonly cadence: Cadence
  readonly appliesTo: AppliesTo
  readonly content: readonly string[]
  readonly basis: string
}

const readings: { [Field in Repair['field']]: (item: Item, value: RepairValues[Field]) => Partial<Item> } = {
  path: (_, path) => ({ path }),
  name: (item, name) => ({ path: [...item.path.slice(0, -1), name] }),
  deadline: (_, deadline) => ({ deadline }),
  subjects: (_, { subjects, selectors }) => ({ subjects, selectors }),
  channels: (_, channels) => ({ channels }),
  attribute: (_, attribute) => ({ attribute }),
  methods: (_, methods) => ({ methods }),
  audience: (_, audience) => ({ audience }),
  cadence: (_, cadence) => ({ cadence }),
  appliesTo: (_, appliesTo) => ({ appliesTo }),
  content: (_, elements) => ({ elements }),
  // The reading carries no basis (公开依据): accepting one moves no due day and changes what papers cite.
  basis: () => ({}),
}

/**
 * The item with an accepted repair in its reading; `literal` and `doubts` stay. The value has the shape of its field,
 * which `readCatalogueFile` vouches for. No repair leaves the item as it is.
 */
export function applyRepair(item: Item, repair: Repair | undefined): Item {
  if (repair === undefined) return item
  const reading = readings[repair.field] as (item: Item, value: unknown) => Partial<Item>
  return { ...item, ...reading(item, repair.value) }
}
