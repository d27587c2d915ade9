import type { Day, Instant } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { Catalogue, Category, Item, StatutoryRule, Unit } from '../catalogue/item.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import type { Thresholds } from '../facts/setting.ts'
import type { Duty } from './duty.ts'
import type { DutyDecisions } from './duty-decisions.ts'
import type { FeedHealth } from './feed-health.ts'

/** The settings of a journal folded as of a day, as known at an instant: what every judgement is made under. */
export interface World {
  readonly day: Day
  /** null = everything known. */
  readonly knownAt: Instant | null
  /** Assessment year of `day`. */
  readonly year: number
  readonly district: string
  readonly sample: boolean
  /** 督查起始日. */
  readonly supervisedFrom: Day
  /** In official order (机构序), merged units included. */
  readonly units: ReadonlyMap<string, Unit>
  /** Governing items by id, repairs accepted so far applied; catalogues in order, rows in document order. */
  readonly items: ReadonlyMap<string, Item>
  /** Every version in force so far, oldest first, repairs applied. */
  readonly versions: readonly Catalogue[]
  /** The district's categories, then `bureau` 部门目录 when a bureau's catalogue is in force. */
  readonly categories: readonly Category[]
  readonly calendar: WorkingCalendar
  /** The calendar as it was known at an instant (a notice never turns an on-time publication late). */
  readonly calendarKnownAt: (instant: Instant) => WorkingCalendar
  readonly statutory: readonly StatutoryRule[]
  readonly scheme: Scheme
  readonly thresholds: Thresholds
  readonly feeds: readonly FeedHealth[]
  /** Duties by `dutyKey`, 不适用 ones included. */
  readonly duties: ReadonlyMap<string, Duty>
  /** What was said of them, step by step (责任认领). */
  readonly decisions: DutyDecisions
}

const unrevised = new WeakMap<readonly Catalogue[], boolean>()

/** No catalogue has had a second version: what governs now governed every day. Asked for every fact, so counted once. */
function isUnrevised(versions: readonly Catalogue[]): boolean {
  let known = unrevised.get(versions)
  if (known === undefined) unrevised.set(versions, known = new Set(versions.map((each) => each.id)).size === versions.length)
  return known
}

/** The reading of an item that governed on a day: the last version in force by then, else the first that has it. */
export function itemOn(world: World, id: string, day: Day): Item | undefined {
  const current = world.items.get(id)
  if (current && isUnrevised(world.versions)) return current
  let found: Item | undefined
  for (const version of world.versions) {
    const item = version.items.find((each) => each.id === id)
    if (item && (version.effective <= day || !found)) found = item
  }
  return found
}

/** The year a day is assessed in; a scheme may begin its year before 1 January ("11-01": November counts for the next). */
export function assessmentYear(day: Day, scheme: Pick<Scheme, 'yearStart'>): number {
  const year = +day.slice(0, 4)
  return scheme.yearStart !== '01-01' && day.slice(5) >= scheme.yearStart ? year + 1 : year
}
