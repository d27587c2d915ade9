import type { Unit } from '../catalogue/item.ts'
import type { Obligation } from '../obligations/obligation.ts'
import { unreachable } from '../must.ts'
import type { Day, Instant } from '../time/day.ts'
import type { Period } from '../time/period.ts'
import type { PartsByUnit } from './board.ts'
import { commonestDay, daysLeftTo, type DaysLeft } from './days-left.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { isUnheard } from './outages.ts'

/** Which yearly publication is called by the roll (节点点名). */
export interface RollCallEntry {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly item: string
  readonly slot: string | null
}

/**
 * `published` in time or unverified · `late` · `waiting` not due yet · `overdue` · `declaredLate` 逾期说明 · `exempt`
 * lawfully not published · `unknown` 数据中断 · `notApplicable` the unit does not owe it.
 */
export type TileState = 'published' | 'late' | 'waiting' | 'overdue' | 'declaredLate' | 'exempt' | 'unknown' | 'notApplicable'

export interface RollTile {
  readonly unit: string
  readonly state: TileState
  /** Day it was published, where it was. */
  readonly day: Day | null
  /** When the system learned of it: "just now" is measured from here. null where that is long past. */
  readonly publishedAt: Instant | null
  readonly dueDay: Day | null
  /** Overdue: working days so far. Late: working days it came late. */
  readonly workdays: number | null
  readonly obligation: string | null
  readonly provisional: boolean
  /** 数据中断: no feed that should speak of it does, so what stands here may be old. */
  readonly unheard: boolean
}

/** 节点点名 of one publication: who has it out and who has not. */
export interface RollCall extends RollCallEntry, DaysLeft {
  /** What it is about: "2025". */
  readonly period: Period
  readonly provisional: boolean
  readonly published: number
  /** Units owing it on that day: neither 不适用 nor exempt. */
  readonly whole: number
  readonly overdue: number
  readonly tiles: readonly RollTile[]
}

export interface RollSource {
  readonly parts: PartsByUnit
  readonly world: MeasuredWorld
  /** When a publication became known; null where that is long past. */
  readonly publishedAt: (obligation: Obligation) => Instant | null
}

/** The roll calls of a district, each of its running or latest slot; one that has opened nowhere yet is left out. */
export function rollCallsOf(entries: readonly RollCallEntry[], source: RollSource): readonly RollCall[] {
  return entries.flatMap((entry) => {
    const found = latestSlot(entry, source.parts)
    return found === undefined ? [] : [rollCallOf(entry, found, source)]
  })
}

interface LatestSlot {
  readonly period: Period
  readonly byUnit: ReadonlyMap<string, Obligation>
}

function latestSlot({ item, slot }: RollCallEntry, parts: PartsByUnit): LatestSlot | undefined {
  let period: Period | undefined
  let byUnit = new Map<string, Obligation>()
  for (const [unit, duties] of parts) {
    for (const { standing, obligations } of duties) {
      if (standing.item !== item) continue
      for (const o of obligations) {
        const about = periodOfSlot(o, slot)
        if (about === undefined || (period !== undefined && about < period)) continue
        if (about !== period) {
          period = about
          byUnit = new Map()
        }
        byUnit.set(unit, o)
      }
    }
  }
  return period === undefined ? undefined : { period, byUnit }
}

/** The bare period of a slot's obligation, undefined for another slot's or another kind. */
export function periodOfSlot({ origin, period }: Pick<Obligation, 'origin' | 'period'>, slot: string | null): Period | undefined {
  if (origin !== 'periodic' || period === null) return undefined
  const [about, name = null] = period.split('/')
  return name === slot ? about : undefined
}

function rollCallOf(entry: RollCallEntry, { period, byUnit }: LatestSlot, source: RollSource): RollCall {
  const { world } = source
  const tiles = [...world.units.values()]
    .filter((unit) => byUnit.has(unit.id) || isThere(unit, world.day))
    .map((unit) => tileOf(unit.id, byUnit.get(unit.id), { ...source, item: entry.item }))
  const dueDays = tiles.flatMap((tile) => (tile.dueDay === null ? [] : [tile.dueDay]))
  return {
    ...entry, period, ...daysLeftTo(commonestDay(dueDays), world.day, world.calendar),
    provisional: tiles.some((tile) => tile.provisional), ...countTiles(tiles),
    overdue: tiles.filter((tile) => tile.state === 'overdue').length, tiles,
  }
}

function isThere(unit: Unit, day: Day): boolean {
  return (unit.validTo === undefined || unit.validTo >= day) && (unit.validFrom === undefined || unit.validFrom <= day)
}

/** 「已公布 41/51」 of tiles or of bare states. */
export function countTiles(tiles: readonly { readonly state: TileState }[]): { readonly published: number; readonly whole: number } {
  let [published, whole] = [0, 0]
  for (const { state } of tiles) {
    if (state === 'published' || state === 'late') published += 1
    if (state !== 'notApplicable' && state !== 'exempt') whole += 1
  }
  return { published, whole }
}

function tileOf(unit: string, o: Obligation | undefined, { world, publishedAt, item }: RollSource & { readonly item: string }): RollTile {
  if (o === undefined) {
    return { unit, state: 'notApplicable', day: null, publishedAt: null, dueDay: null, workdays: null, obligation: null, provisional: false, unheard: false }
  }
  const state = tileState(o)
  const isOut = state === 'published' || state === 'late'
  return {
    unit, state, day: isOut ? o.publishedDay : null, publishedAt: isOut ? publishedAt(o) : null, dueDay: o.dueDay,
    workdays: workdaysLate(o, state, world), obligation: o.id, provisional: o.flags.includes('provisional'), unheard: !isOut && isUnheard(world, unit, item),
  }
}

export function tileState(o: Pick<Obligation, 'status' | 'lateBy'>): TileState {
  switch (o.status) {
    case 'onTime': case 'unverified': return 'published'
    case 'late': return o.lateBy === 'declaration' ? 'declaredLate' : 'late'
    case 'pending': case 'dueSoon': return 'waiting'
    case 'nothing': case 'exempt': return 'exempt'
    case 'overdue': case 'unknown': return o.status
    default: return unreachable(o.status)
  }
}

function workdaysLate(o: Obligation, state: TileState, { day, calendar }: MeasuredWorld): number | null {
  if (o.dueDay === null) return null
  if (state === 'overdue') return calendar.workdaysBetween(o.dueDay, day)
  return state === 'late' && o.publishedDay !== null ? calendar.workdaysBetween(o.dueDay, o.publishedDay) : null
}
