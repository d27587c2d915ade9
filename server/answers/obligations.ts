import type { CountedFigure } from '../../shared/measures/counted.ts'
import { obligationsBehind } from '../../shared/measures/leaf-behind.ts'
import { itemNamesOf } from '../../shared/measures/item-names.ts'
import { countedIn } from '../../shared/measures/counted.ts'
import type { Flag, Obligation, Origin, Status } from '../../shared/obligations/obligation.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { Day } from '../../shared/time/day.ts'
import type { ObligationPage, ObligationRow } from '../../shared/wire/answers.ts'
import { must } from '../../shared/must.ts'
import { stampOf, type View } from './view.ts'

/** Each list is "one of these"; absent = any. `from` and `to` bound the due day, both included. */
export interface ObligationFilter {
  readonly unit?: readonly string[]
  readonly category?: readonly string[]
  readonly item?: readonly string[]
  readonly status?: readonly Status[]
  readonly origin?: readonly Origin[]
  readonly flag?: readonly Flag[]
  readonly year?: readonly number[]
  readonly from?: Day
  readonly to?: Day
  readonly q?: string
  /** Exactly the obligations behind a figure; with `part`, those of its numerator. */
  readonly counted?: CountedFigure
  readonly part?: true
  /** Exactly the obligations a leaf of the score counted, by the leaf's code; with `part` likewise. */
  readonly leaf?: string
  readonly limit: number
  /** Sort key of the last row already seen. */
  readonly cursor?: string
  /** Rows left out before the page: any place of a long list at once. Never together with a cursor. */
  readonly offset?: number
}

/** The filter without its page: what a whole table is asked by. */
export type WholeFilter = Omit<ObligationFilter, 'limit' | 'cursor' | 'offset'>

/** Obligations that pass the filter, earliest due day first (those without a due day last), then by id. */
export function obligationsAnswer(view: View, filter: ObligationFilter): ObligationPage {
  const world = view.world()
  const found = obligationsFound(view, filter)
  const { cursor, limit, offset = 0 } = filter
  const start = cursor === undefined ? offset : found.findIndex(each => sortKey(each) > cursor)
  const page = start === -1 ? [] : found.slice(start, start + limit)
  const more = page.length > 0 && start + limit < found.length
  const next = more ? { next: cursorAfter(must(page.at(-1), 'a page with more rows after it has a last row')) } : {}
  return { ...stampOf(view), rows: page.map(each => obligationRow(each, world)), total: found.length, ...next }
}

/** All that pass the filter, in the order of the list; pages are cut from it, tables take it whole. */
export function obligationsFound(view: View, filter: ObligationFilter): readonly Obligation[] {
  const passes = passesOf(filter, view.world())
  const found: Obligation[] = []
  if (filter.leaf !== undefined) {
    const { leaf, unit: units, counted, part } = filter
    return obligationsBehind({ leaf, units, part: counted ? undefined : part }, view.parts(), view.world()).filter(passes).sort(byDueDay)
  }
  for (const [unit, parts] of view.parts()) {
    if (filter.unit && !filter.unit.includes(unit)) continue
    for (const part of parts) for (const each of part.obligations) if (passes(each)) found.push(each)
  }
  return found.sort(byDueDay)
}

/** As their sort keys compare, without making the keys. */
function byDueDay(a: Obligation, b: Obligation): number {
  const [left, right] = [a.dueDay ?? NEVER, b.dueDay ?? NEVER]
  if (left !== right) return left < right ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const NEVER = '9999-12-31'

/** Rows never carry the title of a withheld paper (不予公开: number and reason only). */
export function obligationRow(obligation: Obligation, world: World): ObligationRow {
  const { facts: _facts, aliases: _aliases, ...row } = obligation
  const hidden = obligation.exemptKind === 'withheld' ? { title: null, docNumber: null } : {}
  return { ...row, ...hidden, unitName: unitNameOf(world, row.unit), itemName: itemNameOf(world, row.item) }
}

export function unitNameOf(world: World, id: string): string {
  return world.units.get(id)?.shortName ?? id
}

export function itemNameOf(world: World, id: string): string {
  return itemNamesOf(world.items)[id] ?? id
}

function cursorAfter(obligation: Obligation): string {
  return Buffer.from(sortKey(obligation)).toString('base64url')
}

/** The sort key a cursor stands for; undefined when it is none of ours. */
export function keyOfCursor(cursor: string): string | undefined {
  const key = Buffer.from(cursor, 'base64url').toString()
  return /^\d{4}-\d{2}-\d{2}\|/.test(key) ? key : undefined
}

function sortKey(obligation: Obligation): string {
  return `${obligation.dueDay ?? NEVER}|${obligation.id}`
}

/** Tests that the filter asks for, cheapest first; an unasked one costs nothing. */
function passesOf(filter: ObligationFilter, world: World): (o: Obligation) => boolean {
  const tests: ((o: Obligation) => boolean)[] = []
  const oneOf = <V>(asked: readonly V[] | undefined, value: (o: Obligation) => V) => {
    if (asked) tests.push(o => asked.includes(value(o)))
  }
  oneOf(filter.status, o => o.status)
  oneOf(filter.category, o => o.category)
  oneOf(filter.item, o => o.item)
  oneOf(filter.origin, o => o.origin)
  oneOf(filter.year, o => o.year)
  const { flag, from, to, counted, part, q } = filter
  if (flag) tests.push(o => o.flags.some(each => flag.includes(each)))
  if (from !== undefined) tests.push(o => o.dueDay !== null && o.dueDay >= from)
  if (to !== undefined) tests.push(o => o.dueDay !== null && o.dueDay <= to)
  if (counted) {
    tests.push(o => {
      const how = countedIn(o, counted, world)
      return part ? how === 'part' : how !== 'no'
    })
  }
  if (q) tests.push(o => wordsOf(o, world).includes(q.toLowerCase()))
  return o => tests.every(test => test(o))
}

function wordsOf(o: Obligation, world: World): string {
  const { title, docNumber } = o.exemptKind === 'withheld' ? { title: null, docNumber: null } : o
  return `${title ?? ''}\n${docNumber ?? ''}\n${unitNameOf(world, o.unit)}\n${itemNameOf(world, o.item)}\n${o.id}`.toLowerCase()
}
