import { addDays, type Day } from '../../../shared/time/day.ts'
import type { Unit } from '../../../shared/catalogue/item.ts'
import type { Setting } from '../../../shared/facts/setting.ts'
import type { SampleSources } from './district.ts'
import { outagesOf } from './outages.ts'
import { feeds, instantAt, type SampleSetting } from './sample-entry.ts'
import { characterOf, sampleDistrict } from './sample-words.ts'

type Opening = Omit<SampleSources, 'today'> & { readonly start: Day }

/** The district's settings in order: what holds from the first day, then what takes effect on its own day. */
export function sampleSettings(sources: Opening): SampleSetting[] {
  const opening = openingSettings(sources).map((setting, n) => recorded(sources.start, 1 + n / 600, setting))
  return [...opening, ...laterSettings(sources)].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
}

function recorded(day: Day, minutes: number, setting: Setting): SampleSetting {
  return { recordedAt: instantAt(day, minutes), source: feeds.admin, setting }
}

function openingSettings({ start, catalogues, units, calendar, scheme, statutory }: Opening): Setting[] {
  const effective = start
  const known = calendar.filter((each) => isKnown(each.notices[0]?.published, start))
  return [
    { kind: 'supervisedFrom', effective, day: start, district: sampleDistrict, sample: true },
    ...known.map((year): Setting => ({ kind: 'calendarYear', effective, year })),
    ...units.map((unit): Setting => ({ kind: 'unitChange', effective, unit: beforeMerger(unit) })),
    ...catalogues.map((catalogue): Setting => ({ kind: 'catalogueVersion', effective, catalogue: { ...catalogue, effective: start } })),
    { kind: 'statutory', effective, rules: statutory },
    { kind: 'scheme', effective, scheme },
    { kind: 'dutyState', effective, duties: 'all', state: 'claimed', reason: '责任认领期满，各单位均已认领' },
    { kind: 'feedScope', effective, feed: 'cms', units: idsVia(units, 'cms'), items: '*' },
    { kind: 'feedScope', effective, feed: 'watcher', units: idsVia(units, 'watcher'), items: '*' },
    { kind: 'feedScope', effective, feed: 'finance', units: units.filter((unit) => unit.traits.includes('budget')).map((unit) => unit.id), items: ['district-20', 'district-70'] },
  ]
}

function laterSettings({ start, units, calendar }: Opening): SampleSetting[] {
  const year = start.slice(0, 4)
  const later: SampleSetting[] = []
  for (const each of calendar) {
    const published = each.notices[0]?.published
    if (published && !isKnown(published, start)) later.push(recorded(published, 17 * 60 + 40, { kind: 'calendarYear', effective: published, year: each }))
  }
  for (const unit of units) {
    if (!unit.validTo) continue
    const effective = `${year}${unit.validTo.slice(4)}`
    later.push(recorded(addDays(effective, -8), 10 * 60 + 20, { kind: 'unitChange', effective, unit: { ...unit, validTo: effective } }))
  }
  later.push(recorded(`${year}-03-28`, 15 * 60, {
    kind: 'feedScope', effective: `${year}-04-01`, feed: 'credit', units: '*', items: ['district-18', 'district-19'],
  }))
  for (const monthDay of [...new Set(units.map((unit) => characterOf(unit.id).oaFrom))].filter((each) => each !== null).sort()) {
    const connected = units.filter((unit) => (characterOf(unit.id).oaFrom ?? '99') <= monthDay).map((unit) => unit.id)
    const effective = `${year}-${monthDay}`
    later.push(recorded(effective, 9 * 60 + 5, { kind: 'feedScope', effective, feed: 'oa', units: connected, items: '*' }))
  }
  for (const { from, to } of outagesOf(start)) {
    for (const feed of ['watcher', 'credit']) {
      later.push(recorded(from, 8 * 60 + 2, { kind: 'feedOutage', effective: from, feed }))
      later.push(recorded(to, 16 * 60 + 30, { kind: 'feedRecovery', effective: to, feed }))
    }
  }
  return later
}

/** Notices out before the supervision began were entered with it. A year without one is left to the statutory holidays. */
function isKnown(published: Day | undefined, start: Day): boolean {
  return published !== undefined && published < start
}

function beforeMerger(unit: Unit): Unit {
  const { validTo, successor, ...before } = unit
  return validTo && successor ? before : unit
}

function idsVia(units: readonly Unit[], via: 'cms' | 'watcher'): string[] {
  return units.filter((unit) => characterOf(unit.id).via === via).map((unit) => unit.id)
}
