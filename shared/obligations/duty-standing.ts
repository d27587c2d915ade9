import { addDays, addMonths, type Day } from '../time/day.ts'
import { periodEnd, periodStart, periodUnit } from '../time/period.ts'
import type { DutyFacts } from './duty-facts.ts'
import type { Duty } from './duty.ts'
import type { DutyStanding } from './obligation.ts'
import { acceptedOf, type JudgedOccurrence } from './occurrence.ts'
import type { JudgedStanding } from './standing-obligations.ts'
import { isSettled } from './status.ts'

/** A standing with the first later day it may change by time alone. */
export interface TimedStanding {
  readonly standing: DutyStanding
  readonly until: Day | null
}

type Answer = Partial<Pick<DutyStanding, 'applicable' | 'covered' | 'coveredBy' | 'lastDay'>>

/** Completes a standing; duties that are not claimed, have ended or are 不适用 stand in no coverage. */
export function standingOf(duty: Duty, day: Day, answer: Answer): DutyStanding {
  const counts = duty.state === 'claimed' && (duty.endsBefore === null || duty.endsBefore > day) && (duty.opensBefore === null || duty.opensBefore > day)
  const covered = counts && (answer.covered ?? false)
  const cadence = duty.cadence.kind === 'member' ? 'followUp' : duty.cadence.kind
  return {
    unit: duty.unit.id, item: duty.item.id, category: duty.category, state: duty.state, cadence,
    applicable: counts && (covered || (answer.applicable ?? false)), covered,
    coveredBy: covered ? answer.coveredBy ?? null : null, lastDay: answer.lastDay ?? null,
  }
}

/** 情况说明 and exemptions of a duty without slots; a 情况说明 contradicted by a document of its period is void. */
function declarationsOf(facts: DutyFacts): { day: Day; seq: number }[] {
  const said = facts.nothing.filter(({ fact }) => {
    const period = fact.about.period.split('/')[0]!
    return periodUnit(period) !== undefined && !facts.formed.some((each) => each.fact.day >= periodStart(period) && each.fact.day <= periodEnd(period))
  })
  return [...said, ...facts.exempt].map((each) => ({ day: each.fact.day, seq: each.seq }))
}

/** As-formed coverage: a publication or declaration within the cycle counted back from the day (rolling). */
export function asFormedStanding(duty: Duty, facts: DutyFacts, day: Day): TimedStanding {
  const cycle = duty.cadence.kind === 'asFormed' ? duty.cadence.cycleMonths : null
  const published = acceptedOf(facts.published, duty).map((each) => ({ day: each.fact.day, seq: each.seq }))
  const last = [...published, ...declarationsOf(facts)].reduce<{ day: Day; seq: number } | null>(
    (late, each) => (late === null || each.day > late.day || (each.day === late.day && each.seq < late.seq) ? each : late), null)
  const coveredUntil = last === null ? null : addMonths(last.day, cycle ?? 12)
  const covered = coveredUntil !== null && coveredUntil >= day
  const firstCycleEnds = cycle === null || !duty.opensByItself ? null : addMonths(duty.opensFrom, cycle)
  const applicable = firstCycleEnds !== null && firstCycleEnds < day
  return {
    standing: standingOf(duty, day, { applicable, covered, coveredBy: last === null ? null : String(last.seq), lastDay: last?.day ?? null }),
    until: soonest([covered ? addDays(coveredUntil, 1) : null, firstCycleEnds !== null && !applicable ? addDays(firstCycleEnds, 1) : null]),
  }
}

/** Periodic coverage: the last slot whose due day has passed is settled; a slot that is unknown neither covers nor counts. */
export function periodicStanding(duty: Duty, judged: readonly JudgedOccurrence[], day: Day): TimedStanding {
  let last: JudgedOccurrence['obligation'] | null = null
  let lastDay: Day | null = null
  const turns: (Day | null)[] = []
  for (const { obligation } of judged) {
    if (obligation.origin !== 'periodic') continue
    if (obligation.publishedDay !== null && (lastDay === null || obligation.publishedDay > lastDay)) lastDay = obligation.publishedDay
    const due = obligation.dueDay
    if (due === null) continue
    if (due >= day) turns.push(addDays(due, 1))
    else if (last === null || due > last.dueDay! || (due === last.dueDay! && obligation.id > last.id)) last = obligation
  }
  const early = last === null ? judged.find(({ obligation }) => obligation.origin === 'periodic' && isSettled(obligation.status))?.obligation : undefined
  const covers = last !== null && isSettled(last.status) ? last : early
  const applicable = last !== null && last.status !== 'unknown'
  return {
    standing: standingOf(duty, day, { applicable, covered: covers !== undefined, coveredBy: covers?.id ?? null, lastDay }),
    until: soonest(turns),
  }
}

/** Standing coverage: it is up and within its review period; before its first due day only if already covered. */
export function standingStanding(duty: Duty, result: JudgedStanding, day: Day): TimedStanding {
  const due = result.judged[0]?.obligation.dueDay ?? null
  const covered = result.isUp && (result.reviewedUntil === null || result.reviewedUntil >= day)
  const applicable = due !== null && due < day
  return {
    standing: standingOf(duty, day, { applicable, covered, coveredBy: result.judged.at(-1)?.obligation.id ?? null, lastDay: result.lastDay }),
    until: due !== null && !applicable ? addDays(due, 1) : null,
  }
}

export function soonest(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((first, day) => (first === null || (day !== null && day < first) ? day : first), null)
}
