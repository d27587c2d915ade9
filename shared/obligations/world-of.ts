import type { Day, Instant } from '../time/day.ts'
import { workingCalendar, type CalendarYear, type WorkingCalendar } from '../time/working-calendar.ts'
import type { Catalogue, Category, Item, StatutoryRule, Unit } from '../catalogue/item.ts'
import type { Scheme } from '../catalogue/scheme.ts'
import { applyRepair } from '../catalogue/apply-repair.ts'
import { defaultThresholds, type RecordedSetting, type Setting } from '../facts/setting.ts'
import { noActs } from './assessment-acts.ts'
import { dutiesOf } from './duties-of.ts'
import type { Duty } from './duty.ts'
import { dutyDecisionsOf } from './duty-decisions.ts'
import { succeeded } from './duty-spans.ts'
import type { FeedHealth } from './feed-health.ts'
import { schemeVersionsOf } from './scheme-versions.ts'
import { assessmentYear, type World } from './world.ts'

const emptyScheme: Scheme = {
  id: 'none', name: '未设评分细则', version: '0', yearStart: '01-01', leafCap: 1.5, groups: [],
  bonus: { cap: 0, gateScore: 100, gateNoOverdueBeyond: 0, entries: [] }, negative: [], veto: { cap: 59.9, entries: [] }, bands: [], rankFloor: 5,
}

interface Outage { from: Day; to: Day | null }

/** Folds settings into the world of a day. `settings` hold only what was known at `knownAt`, in order of seq. */
export function worldOf(settings: readonly RecordedSetting[], at: { readonly day: Day; readonly knownAt: Instant | null }): World {
  const inForce = settings.filter((each) => each.setting.effective <= at.day)
  const frame = frameOf(inForce.filter(({ setting }) => !isOfAssessment(setting)), at.day)
  const calendars = calendarsOf(settings)
  const last = calendars.at(-1)!
  return {
    ...frame, day: at.day, knownAt: at.knownAt, year: assessmentYear(at.day, frame.scheme),
    calendar: last.calendar,
    calendarKnownAt: (instant) => (calendars.findLast((each) => each.from <= instant) ?? calendars[0]!).calendar,
    schemes: schemeVersionsOf(settings), acts: noActs(at.day), ...assessmentSettingsOf(inForce),
  }
}

/** What of a world only the settings in force decide, whatever the day. */
type Frame = Omit<World, 'day' | 'knownAt' | 'year' | 'calendar' | 'calendarKnownAt' | 'schemes' | 'acts' | 'samples' | 'proposals' | 'settlements'>
interface MadeFrame { readonly of: readonly RecordedSetting[]; readonly frame: Frame }

/** Frames made before, by their last setting: the same settings make the same, and one day of the past is like the next. */
const madeFrames = new WeakMap<RecordedSetting, readonly MadeFrame[]>()
/** Settings in force that end alike and yet differ are few. */
const KEPT_FRAMES = 8

function frameOf(inForce: readonly RecordedSetting[], day: Day): Frame {
  const last = inForce.at(-1)
  if (!last || !inForce.some(({ setting }) => setting.kind === 'supervisedFrom')) return freshFrame(inForce, day)
  const made = madeFrames.get(last) ?? []
  const same = made.find(({ of }) => of.length === inForce.length && of.every((each, n) => each === inForce[n]))
  if (same) return same.frame
  const frame = freshFrame(inForce, day)
  madeFrames.set(last, [...made, { of: inForce, frame }].slice(-KEPT_FRAMES))
  return frame
}

/** `day` is the first of supervision where no setting names it. */
function freshFrame(inForce: readonly RecordedSetting[], day: Day): Frame {
  const inOrder = [...inForce].sort((a, b) => compare(a.setting.effective, b.setting.effective) || a.seq - b.seq).map((each) => each.setting)
  const start = lastOf(inOrder, 'supervisedFrom')
  const supervisedFrom = start?.day ?? day
  const units = unitsOf(inForce)
  const versions = versionsOf(inOrder)
  const thresholds = inOrder.reduce(
    (all, each) => (each.kind === 'threshold' ? { ...all, ...each.thresholds } : all), defaultThresholds)
  return {
    district: start?.district ?? '', sample: start?.sample ?? false, supervisedFrom,
    units: new Map(units.map((unit) => [unit.id, unit])),
    items: itemsInForce(versions), versions, categories: categoriesOf(versions),
    statutory: lastOf(inOrder, 'statutory')?.rules ?? ([] as readonly StatutoryRule[]),
    scheme: lastOf(inOrder, 'scheme')?.scheme ?? emptyScheme, thresholds, feeds: feedsOf(inOrder),
    duties: dutiesThrough(inForce, inOrder, { versions, supervisedFrom }), decisions: dutyDecisionsOf(inForce),
  }
}

function isOfAssessment({ kind }: Setting): boolean {
  return kind === 'sampleDrawn' || kind === 'scoreProposed' || kind === 'scoreSettled'
}

function assessmentSettingsOf(inForce: readonly RecordedSetting[]): Pick<World, 'samples' | 'proposals' | 'settlements'> {
  const told = { samples: [] as World['samples'][number][], proposals: [] as World['proposals'][number][], settlements: [] as World['settlements'][number][] }
  for (const { seq, recordedAt, source, setting } of inForce) {
    const stamp = { seq, by: source.account ?? source.feed, at: recordedAt }
    if (setting.kind === 'sampleDrawn') told.samples.push({ ...setting.sample, ...stamp })
    else if (setting.kind === 'scoreProposed') told.proposals.push({ ...setting.proposal, ...stamp })
    else if (setting.kind === 'scoreSettled') told.settlements.push({ ...setting.settlement, ...stamp })
  }
  return told
}

interface DutyFrame {
  readonly versions: readonly Catalogue[]
  readonly supervisedFrom: Day
}

/** Duties as they became, day by day on which a row, its owners or a unit's traits changed. */
function dutiesThrough(inForce: readonly RecordedSetting[], inOrder: readonly Setting[], { versions, supervisedFrom }: DutyFrame): Map<string, Duty> {
  const at = (day: Day | undefined, next: Day | undefined): Map<string, Duty> => {
    const isIn = (effective: Day) => day === undefined || effective <= day
    const known = versions.filter((version) => isIn(version.effective))
    return dutiesOf({
      units: unitsOf(inForce.filter(({ setting }) => isIn(setting.effective))), items: [...itemsInForce(known).values()], versions,
      settings: inOrder.filter(({ effective }) => isIn(effective)), supervisedFrom,
      // Rows turn on a day of their own, claims come at any time: what was claimed before the next turn had opened what it had.
      decisions: dutyDecisionsOf(inForce.filter(({ setting }) => next === undefined || setting.effective < next)),
    })
  }
  const turns = turningDays(inOrder)
  let duties: Map<string, Duty> | undefined
  for (const [n, turn] of turns.entries()) {
    const next = turns[n + 1]
    const then = at(next === undefined ? undefined : turn, next)
    duties = duties ? succeeded(duties, then, turn) : then
  }
  return duties ?? at(undefined, undefined)
}

/** The first day of all, and each later one on which who owes what, or how often, may have changed. */
function turningDays(inOrder: readonly Setting[]): Day[] {
  const seen = new Map<string, string>()
  const days = new Set<Day>()
  for (const each of inOrder) {
    const [name, shape] = each.kind === 'catalogueVersion' ? [`catalogue ${each.catalogue.id}`, `${seen.size} ${each.effective}`]
      : each.kind === 'unitChange' ? [`unit ${each.unit.id}`, `${each.unit.kind} ${[...each.unit.traits].sort().join()}`]
        : each.kind === 'applicability' ? [`item ${each.item} ${each.cadence?.unit ?? ''}`, JSON.stringify(each)] : [undefined, '']
    if (name === undefined) continue
    const before = seen.get(name)
    seen.set(name, shape)
    if (days.size === 0 || (before ?? (each.kind === 'applicability' ? '' : shape)) !== shape) days.add(each.effective)
  }
  return [...days].sort()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function lastOf<K extends Setting['kind']>(settings: readonly Setting[], kind: K): Extract<Setting, { kind: K }> | undefined {
  return settings.findLast((each): each is Extract<Setting, { kind: K }> => each.kind === kind)
}

/** Units in the order they were first entered; the last entry of a unit says how it is. */
function unitsOf(settings: readonly RecordedSetting[]): Unit[] {
  const units = new Map<string, Unit>()
  for (const { setting } of settings) if (setting.kind === 'unitChange') units.set(setting.unit.id, setting.unit)
  return [...units.values()]
}

/** Every catalogue version in force so far, oldest first, with the repairs accepted by now applied to all of them. */
function versionsOf(settings: readonly Setting[]): Catalogue[] {
  const accepted = new Map<string, Set<number>>()
  for (const each of settings) {
    if (each.kind !== 'repair') continue
    const doubts = accepted.get(each.item) ?? new Set<number>()
    if (each.accepted) doubts.add(each.doubt)
    else doubts.delete(each.doubt)
    accepted.set(each.item, doubts)
  }
  const repaired = (item: Item): Item =>
    [...(accepted.get(item.id) ?? [])].reduce((reading, doubt) => applyRepair(reading, item.doubts[doubt]?.repair), item)
  return settings.filter((each) => each.kind === 'catalogueVersion')
    .map(({ catalogue }) => ({ ...catalogue, items: catalogue.items.map(repaired) }))
}

/** The last version of each catalogue governs; the district's rows come first. */
function itemsInForce(versions: readonly Catalogue[]): Map<string, Item> {
  const last = new Map(versions.map((version) => [version.id, version]))
  const catalogues = [...last.values()].sort((a, b) => Number(a.owner !== null) - Number(b.owner !== null))
  return new Map(catalogues.flatMap((each) => each.items.map((item) => [item.id, item] as const)))
}

function categoriesOf(versions: readonly Catalogue[]): Category[] {
  const last = new Map(versions.map((version) => [version.id, version]))
  const district = [...last.values()].filter((each) => each.owner === null).flatMap((each) => each.categories)
  const hasBureau = [...last.values()].some((each) => each.owner !== null)
  return hasBureau ? [...district, { id: 'bureau', name: '部门目录', shortName: '部门目录' }] : district
}

/** Calendars by the instant from which they were known; the last is what we know now. */
function calendarsOf(settings: readonly RecordedSetting[]): { from: Instant; calendar: WorkingCalendar }[] {
  const years = new Map<number, CalendarYear>()
  const known: { from: Instant; years: CalendarYear[] }[] = [{ from: '', years: [] }]
  for (const { setting, recordedAt } of settings) {
    if (setting.kind !== 'calendarYear') continue
    years.set(setting.year.year, setting.year)
    const last = known.at(-1)!
    if (last.from === recordedAt) last.years = [...years.values()]
    else known.push({ from: recordedAt, years: [...years.values()] })
  }
  return known.map((each) => ({ from: each.from, calendar: calendarOf(each.years) }))
}

interface MadeCalendar { readonly years: readonly CalendarYear[]; readonly calendar: WorkingCalendar }

/** Calendars made before, by their last year: the same years make the same calendar, and counting a year takes a while. */
const madeCalendars = new WeakMap<CalendarYear, MadeCalendar[]>()
const noYears = workingCalendar([])

function calendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  const last = years.at(-1)
  if (!last) return noYears
  const made = madeCalendars.get(last) ?? []
  const same = made.find((each) => each.years.length === years.length && each.years.every((year, n) => year === years[n]))
  if (same) return same.calendar
  const calendar = workingCalendar(years)
  madeCalendars.set(last, [...made, { years, calendar }])
  return calendar
}

function feedsOf(settings: readonly Setting[]): FeedHealth[] {
  const scopes = new Map<string, Extract<Setting, { kind: 'feedScope' }>>()
  const outages = new Map<string, Outage[]>()
  for (const each of settings) {
    if (each.kind === 'feedScope') scopes.set(each.feed, each)
    else if (each.kind === 'feedOutage') outages.set(each.feed, [...(outages.get(each.feed) ?? []), { from: each.effective, to: null }])
    else if (each.kind === 'feedRecovery') {
      const open = outages.get(each.feed)?.at(-1)
      if (open && open.to === null) open.to = each.effective
    }
  }
  return [...scopes.values()].map(({ feed, units, items }) => ({ feed, units, items, outages: outages.get(feed) ?? [] }))
}
