import type { Day, Instant } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { Category, Item, StatutoryRule, Unit } from '../catalogue/item.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import type { Thresholds } from '../facts/setting.ts'

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
  /** The district's categories, then `bureau` 部门目录 when a bureau's catalogue is in force. */
  readonly categories: readonly Category[]
  readonly calendar: WorkingCalendar
  /** The calendar as it was known at an instant (a notice never turns an on-time publication late). */
  readonly calendarKnownAt: (instant: Instant) => WorkingCalendar
  readonly statutory: readonly StatutoryRule[]
  readonly scheme: Scheme
  readonly thresholds: Thresholds
}
