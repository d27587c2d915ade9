import { addDays, type Day } from '../../../shared/time/day.ts'
import type { PublishedFact, Source } from '../../../shared/facts/fact.ts'
import { afterOutage } from './outages.ts'
import type { Paper } from './paper.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import { clerkOf, feeds, instantAt, nightMinutes, officeMinutes, type SampleFact } from './sample-entry.ts'
import { characterOf, filled, sampleWords } from './sample-words.ts'
import { channelOf, pageUrl } from './wording.ts'

interface Telling { readonly out: Day; readonly random: Random }

/** The publication of a paper as one or several feeds tell it. Of a batch the first paper's page stands for all. */
export function publicationEntries(plan: Plan, paper: Paper, { out, random }: Telling): SampleFact[] {
  const { piece } = paper
  if (piece.batch !== undefined && piece.n !== 1) return []
  const url = pageUrl(piece.duty, out, piece.batch ?? piece.id)
  const fact: PublishedFact = {
    kind: 'published', key: `published:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day: out,
    title: paper.title, url, channel: channelOf(piece.duty),
    ...namesOf(plan, paper, random),
    ...(paper.policy && !paper.joint ? { policy: true } : {}),
    ...datesOf(piece, { out, random }),
  }
  const teller = tellerOf(piece, paper, random)
  const shown = laterOf(out, fact.urlDay, fact.formedDay)
  const seen = teller === feeds.watcher ? addDays(shown, 1) : shown
  const isWatched = teller === feeds.watcher
  const first = told(teller, { ...fact, ...(isWatched ? { firstSeenDay: seen } : {}) }, instantAt(seen, isWatched ? nightMinutes(random) : publishingMinutes(random)))
  const entries = [afterOutage(first, plan.district.start, random)]
  if (!isWatched && random.chance(0.05)) entries.push(seenAgain(fact, random))
  if (random.chance(0.005) && out > piece.opens && channelOf(piece.duty) === '政府网站') entries.push(inWeixin(fact, random))
  return entries
}

/** A page dated back is heard of on the day its path or its paper betrays. */
function laterOf(out: Day, ...days: readonly (Day | undefined)[]): Day {
  return days.reduce<Day>((late, day) => (day !== undefined && day > late ? day : late), out)
}

/** How a page names its paper: by the source's id, by 文号, or not at all. */
function namesOf(plan: Plan, { piece, ref, docNumber, joint }: Paper, random: Random): Partial<PublishedFact> {
  if (piece.batch !== undefined) return batchNames(plan, piece)
  const isRegistered = piece.proof === 'source' || piece.proof === 'declared' || piece.kind === 'change'
  const number = docNumber ? { docNumber } : {}
  if (joint || (isRegistered && (!docNumber || random.chance(0.6)))) return { ref, ...number }
  if (!isRegistered && piece.proof === 'backfilled') return { ref, ...number }
  return number
}

function batchNames(plan: Plan, piece: Piece): Partial<PublishedFact> {
  const members = plan.batches.get(piece.batch!) ?? [piece]
  const year = piece.opens.slice(0, 4)
  const refs = members.map((each) => filled(sampleWords.items[itemOf(each)]!.number!, {
    字: characterOf(unitOf(each)).docWord, 年: each.opens.slice(0, 4), 号: plan.numbers.get(each.id) ?? 1,
  }))
  const issue = 1 + Math.floor((Date.parse(piece.opens) - Date.parse(`${year}-01-01`)) / 604_800_000)
  const title = filled(sampleWords.items[itemOf(piece)]!.table!, { 单位: piece.duty.unit.name, 年: year, 期: issue, n: members.length })
  return { refs, title }
}

/** Dates the page and its path show. Eight publications in a thousand show dates that do not fit (日期存疑). */
function datesOf(piece: Piece, { out, random }: Telling): Partial<PublishedFact> {
  const draw = random.next()
  const formedDay = piece.proof === 'backfilled' || (piece.proof !== 'none' && random.chance(0.35)) ? { formedDay: piece.opens } : {}
  if (piece.batch !== undefined) return piece.proof === 'backfilled' ? { formedDay: piece.opens } : {}
  if (draw < 0.008) return { ...formedDay, urlDay: addDays(out, random.whole(4, 9)) }
  if (draw < 0.012 && piece.proof === 'backfilled') return { formedDay: addDays(out, random.whole(1, 3)) }
  return random.chance(0.3) ? { ...formedDay, urlDay: out } : formedDay
}

function tellerOf(piece: Piece, { docNumber }: Paper, random: Random): Source {
  if (characterOf(unitOf(piece)).via === 'watcher') return (docNumber || piece.proof === 'none') && random.chance(0.6) ? feeds.watcher : clerkOf(unitOf(piece))
  return random.chance(0.8) ? feeds.cms : clerkOf(unitOf(piece))
}

/** Publications come in after the day's registrations, at any hour people still work. */
function publishingMinutes(random: Random): number {
  return Math.max(525, officeMinutes(random))
}

function told(source: Source, fact: PublishedFact, recordedAt: string): SampleFact {
  return { recordedAt, source, fact: { ...fact, key: `${source.feed}:${fact.key}` } }
}

/** The column watcher finds the same page on its next round; it knows the page, not the paper. */
export function seenAgain(fact: PublishedFact, random: Random): SampleFact {
  const { ref: _ref, refs: _refs, ...page } = fact
  const seen = addDays(fact.day, 1)
  return told(feeds.watcher, { ...page, ...(fact.refs ? { refs: fact.refs } : {}), firstSeenDay: seen }, instantAt(seen, nightMinutes(random)))
}

/** First in the unit's 公众号, which the catalogue does not count (渠道不符); the site follows. */
function inWeixin(fact: PublishedFact, random: Random): SampleFact {
  const { urlDay: _urlDay, ...page } = fact
  return told(clerkOf(fact.unit), {
    ...page, key: `${fact.key}:weixin`, channel: '政务微信', url: `https://weixin.yunhe.example/s/${fact.key.length}${fact.day.replaceAll('-', '')}`,
  }, instantAt(fact.day, 522 + random.next() * 3))
}
