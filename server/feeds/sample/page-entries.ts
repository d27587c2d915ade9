import { addDays, type Day } from '../../../shared/time/day.ts'
import type { PublishedFact, WithdrawReason } from '../../../shared/facts/fact.ts'
import type { SampleDistrict } from './district.ts'
import { hashOf, seededRandom } from './random.ts'
import { clerkOf, feeds, instantAt, nightMinutes, officeMinutes, type SampleFact } from './sample-entry.ts'

/** What happens to pages after they came out: looks, dead links, withdrawals, the platform's migration. */
export function pageEntries(district: SampleDistrict, entries: readonly SampleFact[]): SampleFact[] {
  const pages = entries.filter((each): each is SampleFact & { fact: PublishedFact } =>
    each.fact.kind === 'published' && each.fact.baseline !== true && each.source.feed !== 'watcher' && each.fact.channel === '政府网站')
  return [...pages.flatMap((each) => [...looks(district, each.fact), ...withdrawal(district, each)]), ...migration(district, pages)]
}

/** The watcher looks at one page in fifteen again some weeks later; one in forty-five of those is dead for three nights and more. */
function looks(district: SampleDistrict, fact: PublishedFact): SampleFact[] {
  const random = seededRandom(`${district.seed}|look|${fact.key}`)
  if (!random.chance(1 / 15)) return []
  const first = addDays(fact.day, random.whole(4, 40))
  if (!random.chance(1 / 45)) return [look(fact, first, { status: 200, random })]
  const dead = [0, 1, 2, 3].map((n) => look(fact, addDays(first, n), { status: 404, random }))
  return random.chance(0.7) ? [...dead, look(fact, addDays(first, random.whole(5, 12)), { status: 200, random })] : dead
}

function look(fact: PublishedFact, day: Day, { status, random }: { status: number; random: ReturnType<typeof seededRandom> }): SampleFact {
  return {
    recordedAt: instantAt(day, nightMinutes(random)), source: feeds.watcher,
    fact: {
      kind: 'observed', key: `watcher:look:${fact.key}:${day}`, unit: fact.unit, item: fact.item, day, url: fact.url, httpStatus: status,
      ...(status === 200 ? { pageDay: fact.day, hash: hashOf(fact.url).toString(16).padStart(8, '0') } : {}),
    },
  }
}

/** A few pages are taken down: policies repealed, penalties revoked, a privacy slip, and some for no good reason. */
function withdrawal(district: SampleDistrict, { fact, source }: SampleFact & { fact: PublishedFact }): SampleFact[] {
  const random = seededRandom(`${district.seed}|down|${fact.key}`)
  const reason = withdrawReason(fact, random.next())
  if (!reason) return []
  const day = district.calendar.addWorkdays(fact.day, random.whole(15, 90))
  const down: SampleFact = {
    recordedAt: instantAt(day, officeMinutes(random)), source: clerkOf(fact.unit),
    fact: { kind: 'withdrawn', key: `desk:withdrawn:${fact.key}`, unit: fact.unit, item: fact.item, day, about: fact.ref ? { ref: fact.ref } : { url: fact.url }, reason },
  }
  if (reason !== 'other') return [down]
  const back = district.calendar.addWorkdays(day, random.whole(1, 2))
  return [down, { recordedAt: instantAt(back, officeMinutes(random)), source, fact: { ...fact, key: `${fact.key}:back`, day: back } }]
}

function withdrawReason(fact: PublishedFact, draw: number): WithdrawReason | undefined {
  if (fact.refs || fact.period) return undefined
  if (fact.policy) return draw < 0.03 ? 'repealed' : undefined
  if (fact.item === 'district-19') return draw < 0.02 ? 'revoked' : draw < 0.025 ? 'privacy' : undefined
  return fact.item === 'district-6' && draw < 0.014 ? 'other' : undefined
}

/**
 * The day the site group moved to its new platform: sixty innocent pages got new paths carrying that day, and were pushed
 * again with their old dates (疑似平台迁移: many on one site in one day are one question).
 */
function migration(district: SampleDistrict, pages: readonly (SampleFact & { fact: PublishedFact })[]): SampleFact[] {
  const day = district.calendar.nextWorkday(`${district.start.slice(0, 4)}-09-20`)
  const moved = pages.filter(({ fact, source }) => source.feed === 'cms' && fact.day >= addDays(day, -120) && fact.day < addDays(day, -8) && (fact.ref || fact.period) && !fact.interprets)
    .sort((a, b) => hashOf(a.fact.key) - hashOf(b.fact.key)).slice(0, 60)
  return moved.map(({ fact, source }, n) => ({
    recordedAt: instantAt(day, 1150 + n / 10), source,
    fact: {
      ...fact, key: `art-${day.replaceAll('-', '')}-${String(n + 1).padStart(3, '0')}`, urlDay: day,
      url: `https://www.yunhe.example/zwgk/${day.slice(0, 7).replace('-', '')}/t${day.replaceAll('-', '')}_${hashOf(fact.url) % 9000000 + 1000000}.html`,
    },
  }))
}
