import fc from 'fast-check'
import { isActKind } from '../../shared/facts/act.ts'
import { wholeUnit, type Fact } from '../../shared/facts/fact.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Scheme } from '../../shared/catalogue/scheme.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import { addDays, dayOf, startOfDay } from '../../shared/time/day.ts'
import { districtCatalogue, items, scheme, shippedYear, startingSettings, unitOf } from './small-district.ts'

/** One thing that happens: time passes, the clock rolls, a fact or a setting is entered. */
export type Step =
  | { readonly step: 'wait'; readonly hours: number }
  | { readonly step: 'roll'; readonly days: number }
  | { readonly step: 'fact'; readonly fact: Partial<Fact> & { kind: Fact['kind'] }; readonly back: number; readonly ofRecord: boolean; readonly ref: number }
  | { readonly step: 'setting'; readonly setting: (day: string) => Setting }

const unit = fc.constantFrom('A', 'B', 'C', 'V')
const item = fc.constantFrom('doc', 'permit', 'meeting', 'about', 'report', 'stats', 'budget', 'news', 'group', 'picture', 'gated', 'b-doc', 'b-stats', 'b-own')
/** Where facts fall: all over the district, or on few duties that then see many facts each. */
const places = {
  all: { unit, item },
  few: { unit: fc.constantFrom('A', 'B'), item: fc.constantFrom('doc', 'doc', 'about', 'b-doc') },
}
const ref = fc.constantFrom('R1', 'R2', 'R3')
const url = fc.constantFrom('https://yunhe.gov.cn/1', 'http://yunhe.gov.cn/1/', 'https://yunhe.gov.cn/2', 'https://yunhe.gov.cn/3')
const docNumber = fc.constantFrom('云发〔2025〕1号', '云发[2025]001号', '云发〔2025〕2号')
const period = fc.constantFrom('2024', '2025', '2025-Q1', '2025-Q2', '2025/final', '2025/budget', '2024/summary', '2025-03')
const channel = fc.constantFrom('政府网站', '政府网站', '政府网站', '政务微信')
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 })
const obligation = fc.constantFrom('A|doc|page:yunhe.gov.cn/1', 'A|doc|page:R1', 'B|doc|page:yunhe.gov.cn/2')
const about = fc.oneof(
  ref.map((each) => ({ ref: each })), period.map((each) => ({ period: each })), url.map((each) => ({ url: each })), obligation.map((each) => ({ obligation: each })))

const kinds: { readonly [K in Fact['kind']]: fc.Arbitrary<object> } = {
  formed: fc.record({ ref, title: fc.constant('件'), url: maybe(url), docNumber: maybe(docNumber), policy: maybe(fc.boolean()), drafter: maybe(unit), lead: maybe(unit) }),
  published: fc.record({
    title: fc.constant('件'), url, channel, ref: maybe(ref), period: maybe(period), docNumber: maybe(docNumber), policy: maybe(fc.boolean()),
    interprets: maybe(fc.oneof(ref, docNumber)), refs: maybe(fc.constant(['R2', 'R3'])), baseline: maybe(fc.constant(true)), urlDay: maybe(fc.constant('2025-06-01')),
  }),
  withdrawn: fc.record({ about, reason: fc.constantFrom('repealed', 'other', 'other') }),
  nothing: fc.record({ about: period.map((each) => ({ period: each })), url }),
  checked: fc.record({ url }),
  exempt: fc.record({ about, exemptKind: fc.constantFrom('withheld', 'onRequest'), reason: fc.constant('条例第十六条') }),
  extended: fc.record({ about, until: fc.constantFrom('2025-04-01', '2025-12-01'), reason: fc.constant('报备') }),
  requested: fc.record({ about, until: fc.constantFrom('2025-04-01', '2025-12-01'), reason: fc.constant('会签未完') }),
  declined: fc.record({ about, reason: fc.constant('材料不足') }),
  closed: fc.record({ item: fc.constant(wholeUnit), period: fc.constant('2025-01'), made: fc.constant(1), proactive: fc.constant(1), onRequest: fc.constant(0), withheld: fc.constant(0) }),
  explained: fc.record({ item: fc.constant(wholeUnit), docNumbers: fc.constant(['云发〔2025〕3号']), reason: fc.constant('作废') }),
  marked: fc.record({ item: fc.constant(wholeUnit), year: fc.constant(2025), entry: fc.constantFrom('G0.0', 'J1'), points: fc.constantFrom(0, 1, 5), takeBack: maybe(fc.constant(true)), reason: fc.constant('评') }),
  inspected: fc.record({ about, year: fc.constant(2025), sample: fc.constant('S1'), present: fc.constant(['甲']), missing: fc.constantFrom(['乙'], ['丙']), material: maybe(fc.constant(['乙'])) }),
  spotted: fc.record({ year: fc.constant(2025), sample: fc.constant('S1'), from: fc.constant('site'), title: fc.constant('件'), url }),
  found: fc.record({ about: maybe(about), year: fc.constant(2025), code: fc.constantFrom('dateWrong', 'linkDead', 'wordingWrong'), place: fc.constant('栏目'), reason: fc.constant('不符'), until: fc.constantFrom('2025-02-10', '2025-06-30') }),
  rectified: fc.record({ item: fc.constant(wholeUnit), of: fc.nat({ max: 12 }).map((n) => ({ feed: 'cms', key: `k${n}` })), reason: fc.constant('已改'), disagrees: maybe(fc.constant(true)) }),
  rechecked: fc.record({ item: fc.constant(wholeUnit), of: fc.nat({ max: 12 }).map((n) => ({ feed: 'cms', key: `k${n}` })), outcome: fc.constantFrom('cleared', 'failed', 'revoked'), reason: fc.constant('看过') }),
  agreed: fc.record({ item: fc.constant(wholeUnit), period: fc.constant('2025-01'), objects: maybe(fc.constant(true)) }),
  approved: fc.record({ about: fc.constantFrom({ period: '2025/budget' }, { period: '2024/final' }), units: maybe(fc.constant(['A', 'B'])) }),
  observed: fc.record({ url, httpStatus: fc.constantFrom(200, 404, 404) }),
  disputed: fc.record({ about, reason: fc.constant('有误') }),
  ruled: fc.record({ about, verdict: fc.constantFrom('upheld', 'excused', 'dayIs', 'rejected', 'overruled'), countsDay: maybe(fc.constant('2025-02-01')), reason: fc.constant('复核') }),
  corrected: fc.record({
    of: fc.nat({ max: 12 }).map((n) => ({ feed: 'cms', key: `k${n}` })), reason: fc.constant('更正'),
  }).chain((base) => fc.oneof(
    fc.constant({ ...base, set: { day: '2025-01-01' } }), fc.constant({ ...base, void: true }), fc.constant({ ...base, set: { ref: 'R3' }, waits: true }), fc.constant({ ...base, confirm: true }))),
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function factStep(allowed: readonly Fact['kind'][], { unit, item }: (typeof places)['all' | 'few']): fc.Arbitrary<Step> {
  return fc.constantFrom(...allowed).chain((kind) => fc.record({
    step: fc.constant('fact' as const), back: fc.oneof(fc.constant(0), fc.nat({ max: 60 })), ofRecord: fc.boolean(), ref: fc.nat({ max: 3 }),
    fact: fc.record({ unit, item, fields: kinds[kind] }).map((each) => ({ kind, unit: each.unit, item: each.item, ...withoutUndefined(each.fields) }) as Partial<Fact> & { kind: Fact['kind'] }),
  }))
}

const settings: fc.Arbitrary<(day: string) => Setting> = fc.constantFrom<(day: string) => Setting>(
  (effective) => ({ kind: 'dutyState', effective, duties: [{ unit: 'B', item: 'stats' }], state: 'notApplicable', reason: '职责划转' }),
  (effective) => ({ kind: 'dutyState', effective, duties: [{ unit: 'C', item: 'doc' }], state: 'objected', reason: '有异议' }),
  (effective) => ({ kind: 'dutyState', effective, duties: 'all', state: 'claimed', reason: '认领' }),
  (effective) => ({ kind: 'dutyState', effective, duties: [{ unit: 'B', item: 'gated' }, { unit: 'C', item: 'report' }], state: 'proposed', reason: '请认领' }),
  (effective) => ({ kind: 'dutyState', effective: addDays(effective, -9), duties: [{ unit: 'B', item: 'gated' }, { unit: 'B', item: 'stats' }], state: 'claimed', reason: '视为认领' }),
  (effective) => ({ kind: 'applicability', effective, item: 'stats', reason: '改为每月', cadence: { unit: 'A', cadence: {
    kind: 'slots', origin: 'inferred', slots: [{ name: null, every: 'month', anchor: 'end', due: { kind: 'offset', n: 10, unit: 'workday' } }] } } }),
  (effective) => ({ kind: 'unitChange', effective: addDays(effective, 1), unit: unitOf('C', { validTo: effective, successor: 'B' }) }),
  (effective) => ({ kind: 'feedScope', effective, feed: 'cms', units: '*', items: '*' }),
  (effective) => ({ kind: 'feedOutage', effective, feed: 'cms' }),
  (effective) => ({ kind: 'feedRecovery', effective, feed: 'cms' }),
  (effective) => ({ kind: 'calendarYear', effective, year: { ...shippedYear(2025), days: shippedYear(2025).days.slice(0, 12) } }),
  (effective) => ({ kind: 'calendarYear', effective, year: shippedYear(2025) }),
  (effective) => ({ kind: 'catalogueVersion', effective: addDays(effective, 20), catalogue: districtCatalogue({ version: '2', effective: addDays(effective, 20), items: items.filter((each) => each.id !== 'meeting') }) }),
  (effective) => ({ kind: 'scoreProposed', effective, proposal: { period: '2025-01', day: '2025-01-31', knownAt: '2025-02-01T00:00:00.000Z', until: effective } }),
  (effective) => ({ kind: 'scoreSettled', effective, settlement: {
    period: '2025-01', edition: 1, day: '2025-01-31', knownAt: '2025-02-01T00:00:00.000Z', sha256: '0'.repeat(64), software: '0', reason: '', scores: [{ unit: 'A', score: 90, rank: 1, band: '优秀' }] } }),
  (effective) => ({ kind: 'sameAs', effective, item: 'b-doc', with: null }),
  (effective) => ({ kind: 'applicability', effective, item: 'gated', units: ['A', 'B'], reason: '确认' }),
)

/**
 * Random steps. `kinds: 'unordered'` leaves out what goes by sequence (corrections, rulings, 考核记录) and settings;
 * `places: 'few'` lets many facts meet in few duties.
 */
export function stepsOf(options: { minLength: number; maxLength: number; kinds?: 'all' | 'unordered'; places?: keyof typeof places }): fc.Arbitrary<Step[]> {
  const all = Object.keys(kinds) as Fact['kind'][]
  const unordered = options.kinds === 'unordered'
  const allowed = unordered ? all.filter((kind) => kind !== 'corrected' && kind !== 'ruled' && kind !== 'disputed' && !isActKind(kind)) : all
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 12, arbitrary: factStep(['formed', 'published', 'published', ...allowed], places[options.places ?? 'all']) },
    { weight: 3, arbitrary: fc.record({ step: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 20 }) }) },
    { weight: 4, arbitrary: fc.record({ step: fc.constant('roll' as const), days: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 90 })) }) },
    ...(unordered ? [] : [{ weight: 1, arbitrary: settings.map((setting): Step => ({ step: 'setting', setting })) }]),
  )
  return fc.array(step, { minLength: options.minLength, maxLength: options.maxLength })
}

/** Leaves that 考核记录 move, beside those the small scheme has. */
const actScheme: Scheme = {
  ...scheme,
  groups: [...scheme.groups, { code: 'G', name: '考核', leaves: [
    { code: 'G0.0', name: '人工', points: 10, kind: 'manual', measure: 'none', emptyMeans: 'skip', rule: '' },
    { code: 'G1', name: '要素', points: 5, kind: 'ratio', measure: 'elementsComplete', full: 1, zero: 0, emptyMeans: 'skip', rule: '' },
    { code: 'G2', name: '问题', points: 5, kind: 'perCase', measure: 'findings', codes: ['linkDead', 'wordingWrong'], each: 1, emptyMeans: 'full', rule: '' },
    { code: 'G3', name: '整改', points: 5, kind: 'ratio', measure: 'rectifiedInTime', full: 1, zero: 0, emptyMeans: 'full', rule: '' },
    { code: 'G4', name: '重复', points: 5, kind: 'perCase', measure: 'recurrence', each: 1, emptyMeans: 'full', rule: '' }] }],
}

/** The journal steps make: settings of the small district, then what happens from 2 January 2025. */
export function entriesOf(steps: readonly Step[]): Entry[] {
  const entries: Entry[] = []
  let now = Date.parse(startOfDay('2025-01-02'))
  let rolled = '2025-01-02'
  const add = (entry: object) => {
    entries.push({ seq: entries.length + 1, recordedAt: new Date(now).toISOString(), ...entry } as Entry)
  }
  for (const setting of startingSettings()) add({ source: { feed: 'admin' }, setting: setting.kind === 'scheme' ? { ...setting, scheme: actScheme } : setting })
  for (const each of steps) {
    const today = () => dayOf(new Date(now).toISOString())
    switch (each.step) {
      case 'wait': {
        now = Math.min(now + each.hours * 3_600_000, Date.parse(startOfDay(addDays(rolled, 1))) - 1)
        break
      }
      case 'roll': {
        rolled = addDays(today(), each.days)
        now = Date.parse(startOfDay(rolled))
        add({ source: { feed: 'clock' }, setting: { kind: 'dayRolled', effective: rolled } })
        break
      }
      case 'setting': {
        add({ source: { feed: 'admin' }, setting: each.setting(today()) })
        break
      }
      case 'fact': {
        const day = each.fact.kind === 'nothing' || each.fact.kind === 'exempt' ? today() : addDays(today(), -each.back)
        add({ source: { feed: 'cms', ofRecord: each.ofRecord }, fact: { ...each.fact, key: `k${entries.length - startingSettings().length}`, day } })
      }
    }
  }
  return entries
}

