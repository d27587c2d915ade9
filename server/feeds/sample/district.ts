import { addDays, yearOf, type Day } from '../../../shared/time/day.ts'
import type { CalendarYear, WorkingCalendar } from '../../../shared/time/working-calendar.ts'
import type { Catalogue, StatutoryRule, Unit } from '../../../shared/catalogue/item.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import type { World } from '../../../shared/obligations/world.ts'
import { worldOf } from '../../../shared/obligations/world-of.ts'
import { sampleSeed } from './sample-words.ts'
import { sampleSettings } from './sample-settings.ts'
import type { SampleSetting } from './sample-entry.ts'

/** What the sample is made from; nothing in it is read from a clock or a disk. */
export interface SampleSources {
  /** The running day; facts are made up to the day before. */
  readonly today: Day
  /** 督查起始日 of a journal that exists already; a new one starts on 1 January of last year. */
  readonly start?: Day
  readonly seed?: string
  readonly catalogues: readonly Catalogue[]
  readonly units: readonly Unit[]
  readonly calendar: readonly CalendarYear[]
  readonly scheme: Scheme
  readonly statutory: readonly StatutoryRule[]
}

/** The district as the generator plans it: who owes what under which calendar. */
export interface SampleDistrict {
  readonly seed: string
  readonly start: Day
  /** Last day planned. Whatever comes out by today is due within ten weeks of it, so plans made later repeat this one. */
  readonly horizon: Day
  readonly settings: readonly SampleSetting[]
  readonly world: World
  readonly calendar: WorkingCalendar
  readonly duties: readonly Duty[]
}

/** 督查起始日 of a new sample: 1 January of last year. */
export function sampleStart(today: Day): Day {
  return `${yearOf(today) - 1}-01-01`
}

/** Reads the sources into the district; the world is the one known at the horizon, units merged by then included. */
export function sampleDistrictOf(sources: SampleSources): SampleDistrict {
  const start = sources.start ?? sampleStart(sources.today)
  const horizon = addDays(sources.today, 75)
  const settings = sampleSettings({ ...sources, start })
  const recorded = settings.map((each, n) => ({ seq: n + 1, ...each }))
  const world = worldOf(recorded, { day: addDays(start, 120), knownAt: null })
  return {
    seed: sources.seed ?? sampleSeed, start, horizon, settings, world, calendar: world.calendar,
    duties: [...world.duties.values()],
  }
}
