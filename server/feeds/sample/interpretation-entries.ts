import type { Day } from '../../../shared/time/day.ts'
import { documentOf } from './paper.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import type { Plan } from './plan.ts'
import { seededRandom, type Random } from './random.ts'
import { clerkOf, feeds, instantAt, officeMinutes, type SampleFact } from './sample-entry.ts'
import { characterOf, filled, sampleWords } from './sample-words.ts'
import { channelOf, pageUrl } from './wording.ts'

/** Interpretations (解读) of the policies that came out, by their drafters: most on the day or within three working days. */
export function interpretationEntries(plan: Plan): SampleFact[] {
  const group = plan.district.duties.find((duty) => duty.cadence.kind === 'followUp')?.item
  const members = group?.members ?? []
  if (!group || members.length === 0) return []
  return plan.pieces.flatMap((piece) => {
    if (piece.kind !== 'document' || !sampleWords.items[itemOf(piece)]?.policyShare || piece.id.includes('|with|')) return []
    const paper = documentOf(plan, piece)
    if (!paper.policy) return []
    const random = seededRandom(`${plan.district.seed}|reading|${piece.id}`)
    const unit = paper.drafter ?? unitOf(piece)
    const count = random.chance(0.25) ? 2 : 1
    let day = readingDay(plan, piece, random)
    return Array.from({ length: count }, (_, n) => {
      const item = n === 0 ? random.pick(members.slice(0, 4)) : random.pick(members)
      if (n > 0) day = plan.district.calendar.addWorkdays(day, random.whole(1, 4))
      const source = characterOf(unit).via === 'cms' && random.chance(0.75) ? feeds.cms : clerkOf(unit)
      return {
        recordedAt: instantAt(day, Math.max(530, officeMinutes(random)) + 20), source,
        fact: {
          kind: 'published', key: `${source.feed}:reading:${piece.id}#${n}`, unit, item, day,
          title: filled(sampleWords.items[item]?.titles instanceof Array ? sampleWords.items[item].titles[0]! : '《{政策}》解读', {
            政策: paper.title.replace(/[《》]/g, ''), 简称: piece.duty.unit.shortName,
          }),
          url: pageUrl(piece.duty, day, `${piece.id}|reading${n}`), channel: channelOf(piece.duty), interprets: paper.docNumber ?? paper.ref,
        },
      } satisfies SampleFact
    })
  })
}

function readingDay(plan: Plan, piece: Piece, random: Random): Day {
  const { calendar } = plan.district
  const out = calendar.nextWorkday(plan.outOn(piece))
  const draw = random.next()
  if (draw < 0.42) return out
  if (draw < 0.945) return calendar.addWorkdays(out, random.whole(1, 3))
  return calendar.addWorkdays(out, draw < 0.992 ? random.whole(4, 7) : random.whole(9, 16))
}
