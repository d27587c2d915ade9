import type { Cadence, Catalogue, Item, Slot, Unit } from '../../shared/catalogue/item.ts'
import type { DeadlineRule } from '../../shared/catalogue/deadline-rule.ts'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import { readCalendarFile } from '../../shared/time/read-calendar-file.ts'
import type { CalendarYear } from '../../shared/time/working-calendar.ts'
import { readFileSync } from 'node:fs'

/** A district small enough to reason about: a few units, one item of each cadence, a bureau with its own catalogue. */
export function unitOf(id: string, over: Partial<Unit> = {}): Unit {
  return { id, name: `云河区${id}局`, shortName: `${id}局`, aliases: [], kind: 'department', peerGroup: 'departments', traits: [], ...over }
}

const within = (n: number): DeadlineRule => ({ kind: 'within', n, unit: 'workday', after: 'formed' })
const inferred = 'inferred' as const

export function itemOf(id: string, cadence: Cadence, over: Partial<Item> = {}): Item {
  return {
    id, catalogue: 'district', line: 1, literal: {}, path: ['类别', id], category: 'c1',
    deadline: { printed: '20个工作日内', rules: [within(20)] }, subjects: '区政府各部门（单位）', selectors: ['departments'],
    channels: { checked: ['政府网站'], offered: ['政府网站', '政务微信'] }, attribute: { checked: ['主动公开'], offered: ['主动公开'] },
    methods: { checked: [], offered: [] }, audience: '社会', cadence, cadenceOverrides: [],
    appliesTo: { kinds: ['department', 'institution', 'vertical'], traits: [], reason: '' }, elements: [], doubts: [], ...over,
  }
}

const yearly = (name: string | null, due: Slot['due'], anchor: Slot['anchor'] = 'start'): Slot => ({ name, every: 'year', anchor, due })

export const items: readonly Item[] = [
  itemOf('doc', { kind: 'asFormed', cycleMonths: 12, origin: inferred }),
  itemOf('permit', { kind: 'asFormed', cycleMonths: 12, origin: inferred }, { deadline: { printed: '7个工作日内', rules: [within(7)] }, channels: { checked: [], offered: [] }, category: 'c2' }),
  itemOf('meeting', { kind: 'asFormed', cycleMonths: null, origin: inferred }, { deadline: { printed: '实时公开', rules: [{ kind: 'realtime' }] }, category: 'c2' }),
  itemOf('about', { kind: 'standing', reviewMonths: 6, origin: inferred }, { alwaysExists: true }),
  itemOf('report', { kind: 'slots', slots: [yearly(null, { kind: 'date', monthDay: '01-31', yearOffset: 1 }, 'end')], origin: 'stated' }, { category: 'c3', alwaysExists: true }),
  itemOf('stats', { kind: 'slots', slots: [{ name: null, every: 'quarter', anchor: 'end', due: { kind: 'offset', n: 20, unit: 'workday' } }], origin: inferred }, { category: 'c3' }),
  itemOf('budget', {
    kind: 'slots', origin: inferred, slots: [
      yearly('budget', { kind: 'event', n: 20, unit: 'calendarDay', backstop: { monthDay: '03-31', yearOffset: 0 } }),
      yearly('final', { kind: 'event', n: 20, unit: 'calendarDay', backstop: { monthDay: '10-31', yearOffset: 1 } }, 'end')],
  }, { category: 'c3', alwaysExists: true }),
  itemOf('news', { kind: 'dynamic', staleMonths: 6, origin: inferred }),
  itemOf('group', { kind: 'followUp', origin: inferred }, {
    category: 'c4', members: ['picture', 'video'], deadline: { printed: '政策文件发布后3个工作日内', rules: [{ kind: 'within', n: 3, unit: 'workday', after: 'policyPublished' }] } }),
  itemOf('picture', { kind: 'member', of: 'group', origin: inferred }, { category: 'c4' }),
  itemOf('video', { kind: 'member', of: 'group', origin: inferred }, { category: 'c4' }),
  itemOf('gated', { kind: 'asFormed', cycleMonths: 12, origin: inferred }, { appliesTo: { kinds: ['department'], traits: ['permit'], reason: '' } }),
]

const bureau = { catalogue: 'bureau', selectors: ['A'], subjects: '', appliesTo: { kinds: ['department' as const], traits: [], reason: '' } }

export const bureauItems: readonly Item[] = [
  itemOf('b-doc', { kind: 'asFormed', cycleMonths: 12, origin: inferred }, { ...bureau, sameAs: 'doc' }),
  itemOf('b-stats', { kind: 'slots', origin: inferred, slots: [
    { name: null, every: 'quarter', anchor: 'end', due: { kind: 'offset', n: 10, unit: 'workday' } },
    { name: 'summary', every: 'year', anchor: 'end', due: { kind: 'date', monthDay: '01-31', yearOffset: 1 } }] }, { ...bureau, sameAs: 'stats' }),
  itemOf('b-own', { kind: 'asFormed', cycleMonths: 12, origin: inferred }, bureau),
]

const categories = ['c1', 'c2', 'c3', 'c4'].map((id) => ({ id, name: `类别${id}`, shortName: id }))

export function districtCatalogue(over: Partial<Catalogue> = {}): Catalogue {
  return { id: 'district', name: '区目录', version: '1', effective: '2025-01-01', owner: null, source: '', categories, items, ...over }
}

export function bureauCatalogue(): Catalogue {
  return { id: 'bureau', name: '部门目录', version: '1', effective: '2025-01-01', owner: 'A', source: '', categories: [], items: bureauItems }
}

export const units: readonly Unit[] = [
  unitOf('A', { traits: ['permit'] }), unitOf('B'), unitOf('C'), unitOf('V', { kind: 'vertical', peerGroup: 'vertical' }),
  unitOf('S', { kind: 'street', peerGroup: 'towns', name: '云河区S街道', shortName: 'S街道' }),
]

const leaf = { kind: 'ratio', full: 0.98, zero: 0.7, emptyMeans: 'skip', rule: '' } as const

export const scheme: Scheme = {
  id: 'small', name: '小细则', version: '1', yearStart: '01-01', leafCap: 1.5,
  groups: [{ code: 'A', name: '时效', leaves: [
    { ...leaf, code: 'A1', name: '按时', points: 50, measure: 'onTimeMacro' },
    { code: 'A2', name: '逾期', points: 20, kind: 'perCase', measure: 'overdueNow', each: 0.5, eachLong: 1, longWorkdays: 20, emptyMeans: 'full', rule: '' },
    { ...leaf, code: 'A3', name: '公开率', points: 30, measure: 'eventualMacro', full: 1, zero: 0.8 }] }],
  bonus: { cap: 0, gateScore: 85, gateNoOverdueBeyond: 20, entries: [] }, negative: [], veto: { cap: 59.9, entries: [] }, bands: [], rankFloor: 1,
}

/** A calendar year as the project ships it. */
export function shippedYear(year: number): CalendarYear {
  const read = readCalendarFile(JSON.parse(readFileSync(new URL(`../../data/calendar/${year}.json`, import.meta.url), 'utf8')))
  if (Array.isArray(read)) throw new Error(JSON.stringify(read))
  return read as CalendarYear
}

/** Settings every story starts from: supervised from 2025-01-01, calendars 2024–2026, everything claimed. */
export function startingSettings(from = '2025-01-01'): Setting[] {
  const effective = from
  return [
    { kind: 'supervisedFrom', effective, day: from, district: '云河区', sample: false },
    ...[2024, 2025, 2026].map((year): Setting => ({ kind: 'calendarYear', effective, year: shippedYear(year) })),
    { kind: 'scheme', effective, scheme },
    ...units.map((unit): Setting => ({ kind: 'unitChange', effective, unit })),
    { kind: 'catalogueVersion', effective, catalogue: districtCatalogue({ effective: from }) },
    { kind: 'catalogueVersion', effective, catalogue: { ...bureauCatalogue(), effective: from } },
    { kind: 'dutyState', effective, duties: 'all', state: 'claimed', reason: '' },
  ]
}
