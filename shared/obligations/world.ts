import { addDays, type Day, type Instant } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { Catalogue, Category, Item, StatutoryRule, Unit } from '../catalogue/item.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import type { DrawnSample, ScoreProposal, ScoreSettlement } from '../facts/assessment-settings.ts'
import type { Thresholds } from '../facts/setting.ts'
import type { AssessmentActs } from './assessment-acts.ts'
import type { Duty } from './duty.ts'
import type { DutyDecisions } from './duty-decisions.ts'
import type { FeedHealth } from './feed-health.ts'
import type { SchemeVersion } from './scheme-versions.ts'

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
  /** Every version of it ever recorded, those not yet in force too. */
  readonly schemes: readonly SchemeVersion[]
  readonly thresholds: Thresholds
  readonly feeds: readonly FeedHealth[]
  /** Duties by `dutyKey`, 不适用 ones included. */
  readonly duties: ReadonlyMap<string, Duty>
  /** What was said of them, step by step (责任认领). */
  readonly decisions: DutyDecisions
  /** 考核记录 known, of every year. */
  readonly acts: AssessmentActs
  /** Samples drawn, scores told and scores settled so far, in order of recording. */
  readonly samples: readonly Told<DrawnSample>[]
  readonly proposals: readonly Told<ScoreProposal>[]
  readonly settlements: readonly Told<ScoreSettlement>[]
}

/** A setting's content with who recorded it and when. */
export type Told<T> = T & { readonly seq: number; readonly by: string; readonly at: Instant }

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

/** First and last day of an assessment year: `assessmentYear` of each day between them is the year. */
export function yearSpan(year: number, { yearStart }: Pick<Scheme, 'yearStart'>): { readonly from: Day; readonly to: Day } {
  const startOf = (each: number) => `${yearStart === '01-01' ? each : each - 1}-${yearStart}`
  return { from: startOf(year), to: addDays(startOf(year + 1), -1) }
}
