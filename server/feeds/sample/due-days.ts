import { addDays, type Day } from '../../../shared/time/day.ts'
import type { ApprovedFact } from '../../../shared/facts/fact.ts'
import type { Duty } from '../../../shared/obligations/duty.ts'
import { dutyFactsOf } from '../../../shared/obligations/duty-facts.ts'
import { dueOfDocument, dueOfSlot } from '../../../shared/obligations/due.ts'
import type { DutyContext } from '../../../shared/obligations/occurrence.ts'
import type { OpenSlot } from '../../../shared/obligations/slots.ts'
import type { SampleDistrict } from './district.ts'
import { feeds, instantAt } from './sample-entry.ts'
import { hashOf } from './random.ts'

/** The judge's own due day of a paper made on a day, so that plan and judgement never differ; undefined: not computable. */
export function documentDue(district: SampleDistrict, duty: Duty, day: Day): Day | undefined {
  return dueOfDocument(contextOf(district, duty, []), day, district.calendar)?.day
}

/** The judge's own due day of a slot, its 批复 known where it waits for one. */
export function slotDue(district: SampleDistrict, duty: Duty, open: OpenSlot): Day | undefined {
  const approved = open.slot.due.kind === 'event' ? [approvalFact(district, duty.item.id, open)] : []
  return dueOfSlot(contextOf(district, duty, approved), open, district.calendar)?.day
}

/** The 批复 all budget units wait for: one working day in late February for budgets, in late August for final accounts. */
export function approvalDay(district: SampleDistrict, open: OpenSlot): Day {
  const isBudget = open.slot.anchor === 'start'
  const from = isBudget ? addDays(open.opens, 52) : addDays(open.opens, 232)
  return district.calendar.nextWorkday(addDays(from, hashOf(`${district.seed}|approval|${open.name}`) % 6))
}

export function approvalFact(district: SampleDistrict, item: string, open: OpenSlot): ApprovedFact {
  const day = approvalDay(district, open)
  const owing = district.duties.filter((each) => each.item.id === item && (each.endsBefore === null || each.endsBefore > day))
  const units = owing.map((each) => each.unit.id)
  return {
    kind: 'approved', key: `finance-${item}-${open.name}`, unit: 'D09', item, day,
    about: { period: open.name }, units,
  }
}

function contextOf(district: SampleDistrict, duty: Duty, approved: readonly ApprovedFact[]): DutyContext {
  const recorded = approved.map((fact, n) => ({ seq: n + 1, recordedAt: instantAt(fact.day, 600), source: feeds.finance, fact }))
  return { world: district.world, duty, facts: dutyFactsOf(recorded), expected: [], guests: [] }
}
