import { nextPeriod, periodOf, periodStart, type Period } from '../../../shared/time/period.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import type { SampleDistrict } from './district.ts'
import { someWorkday } from './document-pieces.ts'
import { hashOf, seededRandom } from './random.ts'
import { clerkOf, feeds, instantAt, officeMinutes, type SampleFact } from './sample-entry.ts'
import { characterOf, sampleWords } from './sample-words.ts'
import { channelOf, pageUrl, titleOf } from './wording.ts'

/** News and notices (动态类): they open nothing and stand in no rate, but a column that stops is noticed. */
export function dynamicEntries(district: SampleDistrict): SampleFact[] {
  const entries: SampleFact[] = []
  for (const duty of district.duties) {
    if (duty.cadence.kind !== 'dynamic' || hashOf(`${district.seed}|stale|${duty.key}`) % 23 === 0) continue
    for (let month = periodOf('month', district.start); periodStart(month) <= district.horizon; month = nextPeriod(month)) {
      if (duty.endsBefore !== null && periodStart(nextPeriod(month)) > duty.endsBefore) break
      entries.push(...postsOf(district, duty, month))
    }
  }
  return entries
}

function postsOf(district: SampleDistrict, duty: Duty, month: Period): SampleFact[] {
  const random = seededRandom(`${district.seed}|posts|${duty.key}|${month}`)
  const { size, via } = characterOf(duty.unit.id)
  const rate = (sampleWords.items[duty.item.id]?.rate?.[duty.unit.kind] ?? 0.5) * size * 0.5
  // At least every other month, so that the column does not go stale by accident.
  const count = Math.max(Number(+month.slice(5) % 2 === hashOf(duty.key) % 2), Number(random.chance(rate)) + Number(random.chance(rate / 3)))
  return Array.from({ length: count }, (_, n) => {
    const id = `${duty.key}|${month}#${n + 1}`
    const day = someWorkday(district, month, random)
    const source = via === 'cms' ? feeds.cms : clerkOf(duty.unit.id)
    return {
      recordedAt: instantAt(day, officeMinutes(random)), source,
      fact: {
        kind: 'published', key: `${source.feed}:published:${id}`, unit: duty.unit.id, item: duty.item.id, day,
        title: titleOf(duty, { draw: id, day, n: n + 1 }), url: pageUrl(duty, day, id), channel: channelOf(duty),
      },
    } satisfies SampleFact
  })
}
