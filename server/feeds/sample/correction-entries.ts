import type { CorrectedFact, FormedFact, PublishedFact } from '../../../shared/facts/fact.ts'
import type { WorkingCalendar } from '../../../shared/time/working-calendar.ts'
import { addDays, dayOf } from '../../../shared/time/day.ts'
import { hashOf, seededRandom } from './random.ts'
import { instantAt, officeMinutes, supervisorDesk, type SampleFact } from './sample-entry.ts'
import { minutesOf } from './sample-order.ts'

interface Situation {
  readonly seed: string
  readonly calendar: WorkingCalendar
  /** Refs or titles that came out late, by `unit|item|ref`. */
  readonly isLate: (fact: FormedFact) => boolean
}

/** Corrections by the clerks of what they registered; some of those that help them wait for the office's word. */
export function correctionEntries(entries: readonly SampleFact[], { seed, calendar, isLate }: Situation): SampleFact[] {
  return entries.flatMap((entry) => {
    const { fact, source } = entry
    if (source.feed !== 'desk') return []
    const random = seededRandom(`${seed}|correction|${fact.key}`)
    if (fact.kind === 'formed' && isLate(fact)) return random.chance(0.05) ? helpful(entry, fact, { seed, calendar, isLate }) : []
    if (fact.kind === 'formed' && random.chance(0.006)) return [corrected(entry, calendar.addWorkdays(dayOf(entry.recordedAt), 1), { set: { title: `${fact.title}（更正）` }, reason: '标题登记有误，按签发稿更正。' })]
    if (fact.kind === 'published' && fact.docNumber && random.chance(0.01)) return duplicate(entry, fact)
    return []
  })
}

/** The clerk says the paper was signed later than registered: it would be on time then, so it waits (更正待核). */
function helpful(entry: SampleFact, fact: FormedFact, { seed, calendar }: Situation): SampleFact[] {
  const day = calendar.addWorkdays(dayOf(entry.recordedAt), 42)
  const claim = corrected(entry, day, {
    set: { day: calendar.addWorkdays(fact.day, 9) }, waits: true, reason: '成文日期录入有误，以正式签发日期为准，附签发单。',
  })
  if (hashOf(`${seed}|confirmed|${fact.key}`) % 2 === 0) return [claim]
  const confirmedOn = calendar.addWorkdays(day, 3)
  const confirm: CorrectedFact = {
    kind: 'corrected', key: `desk:confirmed:${fact.key}`, unit: fact.unit, item: fact.item, day: confirmedOn,
    of: { feed: entry.source.feed, key: fact.key }, confirm: true, reason: '经核对签发单，予以确认。',
  }
  return [claim, { recordedAt: instantAt(confirmedOn, 10 * 60 + 12), source: supervisorDesk, fact: confirm }]
}

/** A page registered twice by mistake; the second entry is voided the next day. */
function duplicate(entry: SampleFact, fact: PublishedFact): SampleFact[] {
  const again: SampleFact = {
    recordedAt: instantAt(dayOf(entry.recordedAt), minutesOf(entry) + 4), source: entry.source,
    fact: { ...fact, key: `${fact.key}:again`, title: `${fact.title}（重复）` },
  }
  return [again, corrected(again, addDays(dayOf(entry.recordedAt), 1), { void: true, reason: '重复登记，予以作废。' })]
}

function corrected(entry: SampleFact, day: string, change: Pick<CorrectedFact, 'reason'> & Partial<CorrectedFact>): SampleFact {
  const random = seededRandom(`corrected|${entry.fact.key}`)
  return {
    recordedAt: instantAt(day, officeMinutes(random)), source: entry.source,
    fact: {
      kind: 'corrected', key: `desk:corrected:${entry.fact.key}`, unit: entry.fact.unit, item: entry.fact.item, day,
      of: { feed: entry.source.feed, key: entry.fact.key }, ...change,
    },
  }
}
