import type { Entry } from '../../shared/facts/journal.ts'
import type { Fact, Source } from '../../shared/facts/fact.ts'
import { addDays, startOfDay, weekdayOf, yearOf, type Day } from '../../shared/time/day.ts'
import { bigDistrict, type BigDistrict } from './big-district.ts'
import { busyness, documentStory, steadyStory, type Coming, type Loose } from './big-facts.ts'
import { randomOf, wheelOf } from './random.ts'

const sources: Readonly<Record<Coming['feed'], Source>> = {
  oa: { feed: 'oa', ofRecord: true }, cms: { feed: 'cms' }, watcher: { feed: 'watcher' }, desk: { feed: 'desk', account: 'clerk' },
}

export interface BigJournal {
  readonly district: BigDistrict
  readonly from: Day
  /** Last day told; the journal ends at its end. */
  readonly to: Day
  entries(): Generator<Entry>
  /** More documents of the same kind, all on one day, for posting: keys no earlier call has used when `batch` differs. */
  fresh(count: number, batch: number, day: Day): Loose[]
}

/** A journal of about so many facts, from 1 January of the year before `to`'s: made day by day, never held. */
export function bigJournal(facts: number, to: Day): BigJournal {
  const from = `${yearOf(to) - 1}-01-01`
  const district = bigDistrict(facts, from)
  const documented = district.duties.filter((duty) => busyness(duty) > 0)
  const weights = documented.map((duty, n) => busyness(duty) * (0.4 + 1.6 * randomOf(n)()))

  function* entries(): Generator<Entry> {
    const random = randomOf(7)
    const pick = wheelOf(weights, random)
    const told = new Map<Day, Coming[]>()
    const tell = (day: Day, coming: Coming) => {
      if (day > to) return
      const list = told.get(day)
      if (list) list.push(coming)
      else told.set(day, [coming])
    }
    let steady = 0
    for (const duty of district.duties) {
      for (const { day, coming } of steadyStory(duty, { from, to, random })) {
        tell(day, coming)
        steady += 1
      }
    }
    let seq = 0
    let n = 0
    const opening = startOfDay(from)
    for (const setting of district.settings) yield { seq: ++seq, recordedAt: opening, source: { feed: 'admin' }, setting }
    const workdays = daysBetween(from, to).filter((day) => weekdayOf(day) < 6).length
    // A document is told in 1.64 facts on average.
    const perDay = Math.max(1, Math.round((facts - steady) / 1.64 / workdays))
    for (const day of daysBetween(from, to)) {
      const start = Date.parse(startOfDay(day))
      if (day > from) yield { seq: ++seq, recordedAt: startOfDay(day), source: { feed: 'clock' }, setting: { kind: 'dayRolled', effective: day } }
      if (weekdayOf(day) < 6) {
        for (let made = 0; made < perDay; made += 1) {
          n += 1
          for (const coming of documentStory(documented[pick()]!, { day, n, random })) tell(addDays(day, coming.later), coming)
        }
      }
      const today = told.get(day) ?? []
      for (const [place, { feed, fact }] of today.entries()) {
        const recordedAt = new Date(start + 8 * 3_600_000 + Math.floor((place / today.length) * 10 * 3_600_000)).toISOString()
        yield { seq: ++seq, recordedAt, source: sources[feed], fact: { ...fact, key: `${feed}-${day}-${place}`, day } as unknown as Fact }
      }
      told.delete(day)
    }
  }

  function fresh(count: number, batch: number, day: Day): Loose[] {
    const random = randomOf(1_000 + batch)
    const pick = wheelOf(weights, random)
    const made: Loose[] = []
    for (let n = 0; made.length < count; n += 1) {
      for (const { fact } of documentStory(documented[pick()]!, { day, n: 5_000_000 + batch * 1_000_000 + n, random })) {
        if (fact.kind === 'formed' || fact.kind === 'published') made.push({ ...fact, key: `fresh-${batch}-${made.length}`, day })
      }
    }
    return made.slice(0, count)
  }

  return { district, from, to, entries, fresh }
}

function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
