import { noActs } from '../../../shared/obligations/assessment-acts.ts'
import fc from 'fast-check'
import type { Unit } from '../../../shared/catalogue/item.ts'
import type { Scheme } from '../../../shared/catalogue/scheme.ts'
import type { RecordedFact } from '../../../shared/facts/fact.ts'
import { figuresOf, type DutyPart } from '../../../shared/measures/figures.ts'
import type { MeasuredWorld } from '../../../shared/measures/measured-world.ts'
import { statuses, type DutyStanding, type Flag, type Obligation, type Proof, type Status } from '../../../shared/obligations/obligation.ts'
import type { Day } from '../../../shared/time/day.ts'
import { dayNumber, dayOfNumber } from '../../../shared/time/day.ts'
import { items, scheme, unitOf } from '../../support/small-district.ts'
import { shippedCalendar } from '../time/calendar-files.ts'

/** A Tuesday: the due day 2026-06-16 lies 9 working days back (端午 on the 19th), 2026-06-10 13. */
export const D: Day = '2026-06-30'
export const at = { day: D, year: 2026 }

let made = 0

/** A judged obligation of unit A under `doc`, of D's year, its dates fitting its status. */
export function piece(status: Status, over: Partial<Obligation> = {}): Obligation {
  made += 1
  const dueDay = status === 'pending' || status === 'dueSoon' ? '2026-07-07' : '2026-06-16'
  const published = status === 'onTime' || status === 'unverified' ? '2026-06-15' : status === 'late' ? '2026-06-18' : null
  return {
    id: `A|doc|doc:${made}@2026-06-01`, unit: 'A', item: 'doc', category: 'c1', origin: 'formed', title: '标题', docNumber: null,
    period: null, status, lateBy: status === 'late' ? 'publication' : null, exemptKind: status === 'exempt' ? 'withheld' : null,
    flags: [], eventDay: '2026-06-01', dueDay, originalDue: over.dueDay ?? dueDay, breach: null, publishedDay: published,
    proof: 'source', hangsOnFormation: true, url: null, year: 2026, facts: [], aliases: [], ...over,
  }
}

export function pieces(count: number, status: Status, over: Partial<Obligation> = {}): Obligation[] {
  return Array.from({ length: count }, () => piece(status, over))
}

export const assumed = { flags: ['assumed'] as const satisfies readonly Flag[] }
export const declaration = { lateBy: 'declaration', publishedDay: null } as const

/** A duty of unit A under `doc` that coverage counts and finds covered, unless said otherwise. */
export function part(obligations: readonly Obligation[], over: Partial<DutyStanding> = {}, when = at): DutyPart {
  const standing: DutyStanding = {
    unit: 'A', item: 'doc', category: 'c1', state: 'claimed', cadence: 'asFormed', applicable: true, covered: true,
    coveredBy: null, lastDay: null, ...over,
  }
  return { standing, obligations, figures: figuresOf(obligations, when) }
}

const categories = ['c1', 'c2', 'c3', 'c4', 'bureau'].map((id) => ({ id, name: `类别${id}`, shortName: id }))

export function worldWith(over: Partial<MeasuredWorld> & { readonly unitList?: readonly Unit[] } = {}): MeasuredWorld {
  const { unitList = [unitOf('A'), unitOf('B')], ...rest } = over
  return {
    day: D, knownAt: null, year: 2026, district: '云河区', sample: true,
    units: new Map(unitList.map((unit) => [unit.id, unit])), items: new Map(items.map((item) => [item.id, item])),
    categories, calendar: shippedCalendar(), scheme, feeds: [], duties: new Map(), acts: noActs(D), settlements: [], ...rest,
  }
}

/** A scheme of one group per list of leaves, all filled up from what a test leaves open. */
export function schemeOf(...groups: readonly (readonly Partial<Scheme['groups'][number]['leaves'][number]>[])[]): Scheme {
  return {
    ...scheme,
    groups: groups.map((leaves, place) => ({
      code: `G${place}`, name: `组${place}`,
      leaves: leaves.map((leaf, n) => ({
        code: `G${place}.${n}`, name: '指标', points: 10, kind: 'ratio', measure: 'none', full: 1, zero: 0, emptyMeans: 'skip', rule: '规则',
        ...leaf,
      })),
    })),
  }
}

export function recorded(seq: number, fact: Partial<RecordedFact['fact']>): RecordedFact {
  const whole = {
    kind: 'published', key: `k${seq}`, unit: 'A', item: 'doc', day: D, title: `标题${seq}`,
    url: 'https://yunhe.gov.cn/1', channel: '政府网站',
  }
  return { seq, recordedAt: '2026-06-30T01:00:00.000Z', source: { feed: 'cms' }, fact: { ...whole, ...fact } as RecordedFact['fact'] }
}

const someDay = fc.integer({ min: dayNumber('2025-11-01'), max: dayNumber('2027-02-01') }).map(dayOfNumber)

/** Any obligation whose fields could stand together: what is open or overdue has a due day. */
export const anyPiece: fc.Arbitrary<Obligation> = fc.record({
  status: fc.constantFrom(...statuses), dueDay: someDay, originalDue: someDay, publishedDay: fc.option(someDay),
  lateBy: fc.constantFrom('publication' as const, 'declaration' as const), hangsOnFormation: fc.boolean(),
  proof: fc.constantFrom<Proof[]>('source', 'declared', 'backfilled', 'none'), year: fc.constantFrom(2025, 2026, 2027),
  flags: fc.subarray<Flag>(['assumed', 'extended', 'suspect']),
}).map((fields) => piece(fields.status, { ...fields, lateBy: fields.status === 'late' ? fields.lateBy : null }))
