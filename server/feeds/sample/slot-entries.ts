import type { Day } from '../../../shared/time/day.ts'
import { periodEnd, periodStart } from '../../../shared/time/period.ts'
import type { PublishedFact } from '../../../shared/facts/fact.ts'
import { afterOutage } from './outages.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import type { Plan } from './plan.ts'
import { seenAgain } from './publication-entries.ts'
import { hashOf, seededRandom } from './random.ts'
import { clerkOf, feeds, instantAt, officeMinutes, type SampleFact } from './sample-entry.ts'
import { characterOf, sampleWords } from './sample-words.ts'
import { channelOf, pageUrl, titleOf } from './wording.ts'

/** What is recorded about one period's duty: its publication, or that there was nothing (情况说明). */
export function slotEntries(plan: Plan, piece: Piece): SampleFact[] {
  const random = seededRandom(`${plan.district.seed}|slot-told|${piece.id}`)
  const out = plan.outOn(piece)
  const isEmpty = isDeclaredEmpty(plan, piece)
  const url = pageUrl(piece.duty, out, piece.id)
  const clerk = clerkOf(unitOf(piece))
  if (isEmpty) {
    const period = piece.period!.split('/')[0]!
    return [{
      recordedAt: instantAt(out, officeMinutes(random)), source: clerk,
      fact: { kind: 'nothing', key: `desk:nothing:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: out, about: { period }, url },
    }, ...contradiction(plan, piece), ...afterRuling(plan, piece)]
  }
  const source = characterOf(unitOf(piece)).via === 'watcher' || random.chance(0.25) ? clerk : feeds.cms
  const fact: PublishedFact = {
    kind: 'published', key: `${source.feed}:published:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: out,
    title: titleOf(piece.duty, { draw: piece.id, day: out, n: 1, period: piece.period! }), url, channel: channelOf(piece.duty), period: piece.period!,
  }
  const entries = [afterOutage({ recordedAt: instantAt(out, officeMinutes(random)), source, fact }, plan.district.start, random)]
  if (random.chance(0.08)) entries.push(seenAgain({ ...fact, key: `published:${piece.id}` }, random))
  return entries
}

/** A slot whose period has ended and brought nothing, declared in time. */
export function isDeclaredEmpty(plan: Plan, piece: Piece): boolean {
  const { district } = plan
  const share = sampleWords.items[itemOf(piece)]?.nothing ?? 0
  const period = piece.period!.split('/')[0]!
  if (piece.duty.item.alwaysExists || piece.usual > piece.due || plan.outOn(piece) > piece.due || piece.opens <= periodEnd(period)) return false
  return hashOf(`${district.seed}|empty-slot|${piece.id}`) % 1000 < share * 3200 || isContradicted(plan, piece)
}

/** One 情况说明 in twenty-five is checked, found wanting and set aside by a reviewer; the unit publishes the same day. */
export function overruledOn(plan: Plan, piece: Piece): Day | undefined {
  if (piece.kind !== 'slot' || !isDeclaredEmpty(plan, piece) || isContradicted(plan, piece)) return undefined
  if (!seededRandom(`${plan.district.seed}|overruled|${piece.id}`).chance(0.04)) return undefined
  return plan.district.calendar.addWorkdays(piece.due, 15)
}

/** One declaration a year is beaten by a paper of the very period, which the OA brings to light three weeks later. */
function isContradicted(plan: Plan, piece: Piece): boolean {
  const { start } = plan.district
  return (piece.id === `D12|district-27|${start.slice(0, 4)}-Q3` || piece.id === `D14|district-27|${+start.slice(0, 4) + 1}-Q1`) && plan.outOn(piece) <= piece.due
}

function contradiction(plan: Plan, piece: Piece): SampleFact[] {
  if (!isContradicted(plan, piece)) return []
  const { calendar } = plan.district
  const period = piece.period!
  const made = calendar.lastWorkday(periodEnd(period) > periodStart(period) ? periodEnd(period) : periodStart(period))
  const found = calendar.addWorkdays(piece.due, 12)
  const title = titleOf(piece.duty, { draw: piece.id, day: made, n: 1, period })
  return [
    { recordedAt: instantAt(found, 560), source: feeds.oa, fact: { kind: 'formed', key: `oa:formed:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: made, ref: `${itemOf(piece)}-${unitOf(piece)}-${period}`, title } },
    { recordedAt: instantAt(found, 990), source: feeds.cms, fact: { kind: 'published', key: `cms:published:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: found, title, url: pageUrl(piece.duty, found, piece.id), channel: channelOf(piece.duty), period } },
  ]
}

function afterRuling(plan: Plan, piece: Piece): SampleFact[] {
  const day = overruledOn(plan, piece)
  if (day === undefined) return []
  const title = titleOf(piece.duty, { draw: piece.id, day, n: 1, period: piece.period! })
  return [{
    recordedAt: instantAt(day, 1060), source: feeds.cms,
    fact: { kind: 'published', key: `cms:published:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day, title, url: pageUrl(piece.duty, day, piece.id), channel: channelOf(piece.duty), period: piece.period! },
  }]
}
