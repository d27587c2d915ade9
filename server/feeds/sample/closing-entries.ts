import { addDays, type Day } from '../../../shared/time/day.ts'
import { nextPeriod, periodOf, periodStart } from '../../../shared/time/period.ts'
import { slotsOpening } from '../../../shared/obligations/slots.ts'
import { approvalFact } from './due-days.ts'
import { someWorkday } from './document-pieces.ts'
import { itemOf } from './piece.ts'
import type { Plan } from './plan.ts'
import { seededRandom } from './random.ts'
import { clerkOf, feeds, instantAt, officeMinutes, type SampleFact } from './sample-entry.ts'
import { sampleWords } from './sample-words.ts'
import { pageUrl } from './wording.ts'

/** Monthly closings (月度情况说明 of permits and penalties), papers withheld, and the 批复 the budgets wait for. */
export function closingEntries(plan: Plan): SampleFact[] {
  return [...emptyMonths(plan), ...withheld(plan), ...approvals(plan)]
}

const closers = new Set(['D06', 'D11', 'D12', 'D15', 'D37', 'D38', 'D39'])

/** Units that close their months say so when no permit or penalty was decided, by the tenth of the next month. */
function emptyMonths({ district, pieces }: Plan): SampleFact[] {
  const filledMonths = new Set(pieces.map((each) => `${each.duty.key}|${each.opens.slice(0, 7)}`))
  return district.duties.filter((duty) => closers.has(duty.unit.id) && ['district-18', 'district-19'].includes(duty.item.id)).flatMap((duty) => {
    const entries: SampleFact[] = []
    for (let month = periodOf('month', district.start); periodStart(month) <= district.horizon; month = nextPeriod(month)) {
      const random = seededRandom(`${district.seed}|closing|${duty.key}|${month}`)
      if (filledMonths.has(`${duty.key}|${month}`) || !random.chance(0.75)) continue
      const day: Day = district.calendar.nextWorkday(addDays(periodStart(nextPeriod(month)), random.whole(1, 7)))
      entries.push({
        recordedAt: instantAt(day, officeMinutes(random)), source: clerkOf(duty.unit.id),
        fact: { kind: 'nothing', key: `desk:closing:${duty.key}|${month}`, unit: duty.unit.id, item: duty.item.id, day, about: { period: month }, url: pageUrl(duty, day, `${duty.key}|${month}`) },
      })
    }
    return entries
  })
}

/** About one paper a month in the district is withheld after 保密审查: number and reason only. */
function withheld({ district }: Plan): SampleFact[] {
  const entries: SampleFact[] = []
  const duties = district.duties.filter((duty) => duty.item.id === 'district-6' && duty.unit.kind === 'department' && duty.endsBefore === null)
  for (let month = periodOf('month', district.start); periodStart(month) <= district.horizon; month = nextPeriod(month)) {
    const random = seededRandom(`${district.seed}|withheld|${month}`)
    const duty = random.pick(duties)
    const day = someWorkday(district, month, random)
    entries.push({
      recordedAt: instantAt(day, officeMinutes(random)), source: clerkOf(duty.unit.id),
      fact: {
        kind: 'exempt', key: `desk:withheld:${month}`, unit: duty.unit.id, item: duty.item.id, day,
        about: { ref: `不予公开-${duty.unit.id}-${month}` }, exemptKind: 'withheld', reason: random.pick(sampleWords.withheld),
      },
    })
  }
  return entries
}

function approvals({ district, pieces }: Plan): SampleFact[] {
  const entries: SampleFact[] = []
  const seen = new Set<string>()
  for (const piece of pieces) {
    if (piece.kind !== 'slot' || piece.duty.cadence.kind !== 'slots' || seen.has(`${itemOf(piece)}|${piece.period}`)) continue
    seen.add(`${itemOf(piece)}|${piece.period}`)
    const { open } = slotsOpening(piece.duty.cadence.slots, piece.opens, piece.opens)
    const slot = open.find((each) => each.name === piece.period && each.slot.due.kind === 'event')
    if (!slot) continue
    const fact = approvalFact(district, itemOf(piece), slot)
    entries.push({ recordedAt: instantAt(fact.day, 10 * 60 + 5), source: feeds.finance, fact })
  }
  return entries
}
