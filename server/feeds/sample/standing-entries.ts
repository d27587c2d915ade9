import { addDays, addMonths, type Day } from '../../../shared/time/day.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import type { Plan } from './plan.ts'
import { seededRandom } from './random.ts'
import { clerkOf, feeds, instantAt, nightMinutes, officeMinutes, type SampleFact } from './sample-entry.ts'
import { characterOf } from './sample-words.ts'
import { wasUp } from './standing-pieces.ts'
import { channelOf, pageUrl, titleOf } from './wording.ts'

/** The first crawl of the pages that were up already, and the reviews (核对) of every standing page since. */
export function standingEntries(plan: Plan): SampleFact[] {
  const { district } = plan
  const accounts = new Map(plan.pieces.filter((each) => each.kind === 'account').map((each) => [each.duty.key, each]))
  return district.duties.filter((duty) => duty.cadence.kind === 'standing').flatMap((duty) => {
    const account = accounts.get(duty.key)
    const since = account ? plan.outOn(account) : district.start
    return [...(account ? [accountEntry(plan, account)] : wasUp(district, duty) ? [baseline(plan, duty)] : []), ...reviews(plan, duty, { since, baselined: account === undefined })]
  })
}

function accountEntry(plan: Plan, piece: Piece): SampleFact {
  const random = seededRandom(`${plan.district.seed}|account-told|${piece.id}`)
  const day = plan.outOn(piece)
  const source = characterOf(unitOf(piece)).via === 'cms' && random.chance(0.7) ? feeds.cms : clerkOf(unitOf(piece))
  return {
    recordedAt: instantAt(day, officeMinutes(random)), source,
    fact: {
      kind: 'published', key: `${source.feed}:published:${piece.id}`, unit: unitOf(piece), item: itemOf(piece), day,
      title: titleOf(piece.duty, { draw: piece.duty.key, day, n: 1 }), url: pageUrl(piece.duty, day, piece.id), channel: channelOf(piece.duty),
    },
  }
}

/** A page as the first crawl found it, with the old date it shows. */
function baseline(plan: Plan, duty: Duty): SampleFact {
  const random = seededRandom(`${plan.district.seed}|crawl|${duty.key}`)
  const day = addDays(plan.district.start, -random.whole(40, 700))
  const crawled = addDays(plan.district.start, random.whole(4, 9))
  return {
    recordedAt: instantAt(crawled, nightMinutes(random)), source: feeds.watcher,
    fact: {
      kind: 'published', key: `watcher:baseline:${duty.key}`, unit: duty.unit.id, item: duty.item.id, day,
      title: titleOf(duty, { draw: duty.key, day, n: 1 }), url: pageUrl(duty, day, duty.key), channel: channelOf(duty), baseline: true,
    },
  }
}

interface Since { readonly since: Day; readonly baselined: boolean }

/** Reviews somewhat before their period ends; weak units let one in nine lapse for some weeks. */
function reviews(plan: Plan, duty: Duty, { since, baselined }: Since): SampleFact[] {
  const { district } = plan
  const months = duty.cadence.kind === 'standing' ? duty.cadence.reviewMonths : null
  if (months === null) return []
  const entries: SampleFact[] = []
  const { weak } = characterOf(duty.unit.id)
  let last = since
  for (let n = 1; ; n += 1) {
    const random = seededRandom(`${district.seed}|review|${duty.key}|${n}`)
    const lapses = random.chance(weak > 0.25 ? 0.11 : 0.02)
    const wish = n === 1 && baselined ? addDays(district.start, random.whole(11, 80))
      : addDays(addMonths(last, months), lapses ? random.whole(6, 45) : -random.whole(2, months * 5))
    const day = district.calendar.nextWorkday(wish)
    if (day > district.horizon || (duty.endsBefore !== null && day >= duty.endsBefore)) return entries
    entries.push({
      recordedAt: instantAt(day, officeMinutes(random)), source: clerkOf(duty.unit.id),
      fact: { kind: 'checked', key: `desk:checked:${duty.key}|${n}`, unit: duty.unit.id, item: duty.item.id, day, url: pageUrl(duty, since, duty.key) },
    })
    last = day
  }
}
