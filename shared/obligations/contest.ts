import { addDays, dayOf, type Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { EffectiveFact } from '../facts/effective-facts.ts'
import type { RecordedFact } from '../facts/fact.ts'
import type { Flag, Obligation } from './obligation.ts'

/** An obligation with the facts bearing on it, corrections applied, and those corrections, both in order of seq. */
export interface Contested {
  readonly obligation: Obligation
  readonly facts: readonly EffectiveFact[]
  readonly corrections: readonly RecordedFact[]
}

/** What a unit may contest (申诉): a finding against it, or a question the board asks of it. */
const questioned: readonly Flag[] = ['suspect', 'linkDead', 'wrongChannel']

export function isContestable({ status, flags }: Pick<Obligation, 'status' | 'flags'>): boolean {
  return status === 'overdue' || status === 'late' || status === 'unverified' || flags.some((flag) => questioned.includes(flag))
}

/**
 * The day the unit was told (反馈之日): the board said so for the first time. For a settled one the day its settling
 * publication or declaration became known; for an overdue one the day after its due day, or the day it was first
 * registered where that was later. Who let that limit pass may still publish, and what then counts late may be contested
 * anew. A ruling and a correction by the office are feedback again. null: no single day, because a question (日期存疑、
 * 链接失效、渠道不符) stays open for as long as its flag stands.
 */
export function feedbackDay(contested: Contested): Day | null {
  const { obligation, facts } = contested
  const told = [rulingDay(facts), officeWordDay(contested)]
  if (obligation.status === 'overdue') told.push(overdueDay(obligation, facts))
  else if (obligation.status === 'late' || obligation.status === 'unverified') told.push(settledDay(obligation, facts))
  else return null
  return told.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null)
}

/** Last day an appeal is taken: the feedback day is not counted. */
export function appealUntil(feedback: Day, workdays: number, calendar: WorkingCalendar): Day {
  return calendar.addWorkdays(feedback, workdays)
}

function overdueDay({ dueDay }: Obligation, facts: readonly EffectiveFact[]): Day | null {
  const first = facts.find(({ fact }) => fact.kind === 'formed' || fact.kind === 'published')
  const known = first ? dayOf(first.recordedAt) : null
  const after = dueDay === null ? null : addDays(dueDay, 1)
  return known !== null && (after === null || known > after) ? known : after
}

/** When what settled it became known; of several of its day the first. */
function settledDay({ publishedDay, lateBy }: Obligation, facts: readonly EffectiveFact[]): Day | null {
  const declared = lateBy === 'declaration'
  const settling = facts.filter(({ fact }) => (declared ? fact.kind === 'nothing' || fact.kind === 'exempt' : fact.kind === 'published' || fact.kind === 'checked'))
  const decisive = settling.find(({ fact }) => fact.day === publishedDay) ?? settling[0]
  return decisive ? dayOf(decisive.recordedAt) : null
}

function rulingDay(facts: readonly EffectiveFact[]): Day | null {
  const last = facts.findLast(({ fact }) => fact.kind === 'ruled')
  return last ? dayOf(last.recordedAt) : null
}

/** Corrections by somebody else than the source of what they correct. */
function officeWordDay({ facts, corrections }: Contested): Day | null {
  const own = new Set(facts.map(({ source }) => source.account ?? source.feed))
  const last = corrections.findLast(({ source }) => !own.has(source.account ?? source.feed))
  return last ? dayOf(last.recordedAt) : null
}
