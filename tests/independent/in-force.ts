import { earliestOf, yearOf, type Day, type Moment } from './days.ts'
import type { Known } from './known.ts'
import type { Catalogue, Item, Scheme, Setting, SettingLine, Statute, Unit } from './lines.ts'
import { workdaysOf, type Workdays } from './workdays.ts'

/** A source of facts, what it may speak of, and when it was cut off. */
export interface Feed {
  readonly feed: string
  readonly units: '*' | readonly string[]
  readonly items: '*' | readonly string[]
  readonly outages: readonly { readonly from: Day; readonly to: Day | null }[]
}

/** The rules in force on a day, as the settings known say. */
export interface InForce {
  readonly day: Day
  readonly year: number
  readonly supervisedFrom: Day
  /** In the order the units were first entered. */
  readonly units: readonly Unit[]
  readonly versions: readonly Catalogue[]
  /** What governs: the last version of each catalogue, the district's first. */
  readonly items: readonly Item[]
  readonly categories: readonly string[]
  readonly workdays: Workdays
  /** The working days as they were known at a moment. */
  workdaysAt(moment: Moment): Workdays
  readonly statutes: readonly Statute[]
  readonly scheme: Scheme
  readonly thresholds: Readonly<Record<string, number>>
  readonly feeds: readonly Feed[]
  /** The settings in force, in the order they take effect. */
  readonly settings: readonly Setting[]
  /** The same in the order they were recorded. */
  readonly recorded: readonly Setting[]
}

/** Numbers nobody set: 日期存疑 3 days (URL) and 3 working days (first seen), 实时公开 3 working days, 链接失效 3 failures over 2 days. */
const usualThresholds = { suspectUrlDays: 3, suspectSeenWorkdays: 3, realtimeWorkdays: 3, deadLooks: 3, deadDays: 2 }

const noScheme: Scheme = {
  yearStart: '01-01', leafCap: 1.5, rankFloor: 5, groups: [], bonus: { cap: 0, gateScore: 100, gateNoOverdueBeyond: 0, entries: [] }, negative: [],
  veto: { cap: 59.9 }, bands: [],
}

/** Which settings take effect first: by day, then as recorded. */
function byEffect(lines: readonly SettingLine[]): Setting[] {
  return [...lines].sort((a, b) => (a.setting.effective < b.setting.effective ? -1 : a.setting.effective > b.setting.effective ? 1 : a.seq - b.seq))
    .map(({ setting }) => setting)
}

export function ofKind<K extends Setting['kind']>(settings: readonly Setting[], kind: K): Extract<Setting, { kind: K }>[] {
  return settings.filter((each): each is Extract<Setting, { kind: K }> => each.kind === kind)
}

export function yearCounted(day: Day, scheme: Pick<Scheme, 'yearStart'> | undefined): number {
  const start = scheme?.yearStart ?? '01-01'
  return start !== '01-01' && day.slice(5) >= start ? yearOf(day) + 1 : yearOf(day)
}

export function inForceOf(known: Known): InForce {
  const recorded = known.settings.map(({ setting }) => setting)
  const settings = byEffect(known.settings)
  const scheme = ofKind(settings, 'scheme').at(-1)?.scheme ?? noScheme
  const versions = versionsOf(settings)
  const calendars = calendarsOf(known.settings)
  return {
    day: known.day, year: yearCounted(known.day, scheme), scheme, versions, settings, recorded,
    supervisedFrom: ofKind(settings, 'supervisedFrom').at(-1)?.day ?? known.day,
    units: unitsOf(recorded), items: governing(versions), categories: categoriesOf(versions),
    workdays: calendars.at(-1)!.workdays,
    workdaysAt: (moment) => (calendars.filter(({ from }) => from <= moment).at(-1) ?? calendars[0]!).workdays,
    statutes: ofKind(settings, 'statutory').at(-1)?.rules ?? [],
    thresholds: Object.assign({}, usualThresholds, ...ofKind(settings, 'threshold').map(({ thresholds }) => thresholds)) as Record<string, number>,
    feeds: feedsOf(settings),
  }
}

/** The working days by the moment from which they were known so. */
function calendarsOf(lines: readonly SettingLine[]): { readonly from: Moment; readonly workdays: Workdays }[] {
  const told = lines.flatMap(({ recordedAt, setting }) => (setting.kind === 'calendarYear' ? [{ recordedAt, year: setting.year }] : []))
  return ['', ...new Set(told.map(({ recordedAt }) => recordedAt))].map((from) =>
    ({ from, workdays: workdaysOf(told.filter(({ recordedAt }) => recordedAt <= from).map(({ year }) => year)) }))
}

/** The last word on each unit. */
export function unitsOf(recorded: readonly Setting[]): Unit[] {
  const units = new Map<string, Unit>()
  for (const { unit } of ofKind(recorded, 'unitChange')) units.set(unit.id, unit)
  return [...units.values()]
}

/** Every version in force so far; an accepted repair corrects its row in all of them. */
export function versionsOf(settings: readonly Setting[]): Catalogue[] {
  const repairs = new Map<string, boolean>()
  for (const { item, doubt, accepted } of ofKind(settings, 'repair')) {
    repairs.delete(`${item} ${doubt}`)
    repairs.set(`${item} ${doubt}`, accepted)
  }
  const accepted = [...repairs].filter(([, is]) => is).map(([name]) => name.split(' '))
  const repaired = (item: Item) => accepted.filter(([id]) => id === item.id)
    .reduce((reading, [, doubt]) => ({ ...reading, ...repairOf(reading, Number(doubt)) }), item)
  return ofKind(settings, 'catalogueVersion').map(({ catalogue }) => ({ ...catalogue, items: catalogue.items.map(repaired) }))
}

/** What a repair replaces of what a recount reads. */
function repairOf(item: Item, doubt: number): Partial<Item> {
  const repair = item.doubts[doubt]?.repair
  switch (repair?.field) {
    case 'deadline': case 'channels': case 'cadence': case 'appliesTo': return { [repair.field]: repair.value }
    case 'subjects': return { selectors: (repair.value as Item).selectors }
    default: return {}
  }
}

function lastVersions(versions: readonly Catalogue[]): Catalogue[] {
  const last = [...new Map(versions.map((each) => [each.id, each])).values()]
  return [...last.filter(({ owner }) => owner === null), ...last.filter(({ owner }) => owner !== null)]
}

export function governing(versions: readonly Catalogue[]): Item[] {
  return lastVersions(versions).flatMap(({ items }) => items)
}

/** The district's categories in print order, then one column for all bureaus' own rows (部门目录). */
function categoriesOf(versions: readonly Catalogue[]): string[] {
  const last = lastVersions(versions)
  const own = last.some(({ owner }) => owner !== null) ? ['bureau'] : []
  return [...last.filter(({ owner }) => owner === null).flatMap(({ categories }) => categories.map(({ id }) => id)), ...own]
}

/** The row as it read on a day: the last version in force by then, else the first that has it. */
export function itemOn(rules: Pick<InForce, 'versions'>, id: string, day: Day): Item | undefined {
  const with_ = rules.versions.filter(({ items }) => items.some((each) => each.id === id))
  const version = with_.filter(({ effective }) => effective <= day).at(-1) ?? with_[0]
  return version?.items.find((each) => each.id === id)
}

function feedsOf(settings: readonly Setting[]): Feed[] {
  const feeds = new Map<string, { feed: string; units: '*' | readonly string[]; items: '*' | readonly string[] }>()
  const outages = new Map<string, { from: Day; to: Day | null }[]>()
  for (const each of settings) {
    if (each.kind === 'feedScope') feeds.set(each.feed, each)
    if (each.kind === 'feedOutage') outages.set(each.feed, [...(outages.get(each.feed) ?? []), { from: each.effective, to: null }])
    if (each.kind === 'feedRecovery') for (const outage of outages.get(each.feed) ?? []) outage.to = earliestOf([outage.to, each.effective])
  }
  return [...feeds.values()].map((each) => ({ ...each, outages: outages.get(each.feed) ?? [] }))
}
