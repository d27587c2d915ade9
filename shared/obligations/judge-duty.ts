import type { Day } from '../time/day.ts'
import type { RecordedFact } from '../facts/fact.ts'
import type { DocumentMemory } from './document-memory.ts'
import { judgeDocuments, type PolicyDocument } from './document-obligations.ts'
import type { Published } from './documents.ts'
import { dutyFactsOf, type DutyFacts } from './duty-facts.ts'
import { asFormedStanding, periodicStanding, soonest, standingOf, standingStanding, type TimedStanding } from './duty-standing.ts'
import type { Duty } from './duty.ts'
import { expectedFeeds } from './feed-health.ts'
import { interpretationsOf, judgeFollowUps } from './follow-ups.ts'
import type { JudgedDuty, Obligation } from './obligation.ts'
import type { DutyContext, JudgedOccurrence } from './occurrence.ts'
import { judgePeriodic } from './periodic-obligations.ts'
import { judgeStanding } from './standing-obligations.ts'
import { isSettled } from './status.ts'
import type { World } from './world.ts'

/** Everything one duty's judgement rests on. `entries` are routed to the duty, in order of seq. */
export interface DutyInput {
  readonly world: World
  readonly duty: Duty
  readonly entries: readonly RecordedFact[]
  readonly guests: readonly Published[]
  /** Follow-up groups only: the policy documents the unit owes an interpretation of, and how to find those there are. */
  readonly policies?: readonly PolicyDocument[]
  readonly interpretations?: (key: string) => readonly Published[]
  /** What the live board remembers of the duty's documents under the same settings. */
  readonly memory?: DocumentMemory
}

export interface DutyResult extends JudgedDuty {
  /** First later day on which the result changes by time alone. */
  readonly until: Day | null
  /** Policy documents published under this duty: they open interpretation duties. */
  readonly policies: readonly PolicyDocument[]
  /** What was still open when the duty ended: a merged unit's successor takes it over. */
  readonly passing: readonly Obligation[]
}

/** Judges one duty at the end of the world's day. Pure: the live board and the board from scratch both ask this. */
export function judgeDuty(input: DutyInput): DutyResult {
  const { world, duty } = input
  const facts = dutyFactsOf(ownSpan(input))
  const context: DutyContext = { world, duty, facts, guests: input.guests, expected: expectedFeeds(world.feeds, duty.unit.id, duty.item.id), memory: input.memory }
  const current = byCadence(context, input)
  const { timed, policies = [], until = null } = current
  const judged = duty.earlier ? withEarlier(context, input, current.judged) : current.judged
  const ended = duty.endsBefore !== null && duty.endsBefore <= world.day ? duty.endsBefore : null
  const kept: Obligation[] = []
  const passing: Obligation[] = []
  for (const { obligation } of judged) (ended !== null && isOpenAt(obligation, ended, input.entries) ? passing : kept).push(obligation)
  const boundaries = [duty.endsBefore, duty.opensFrom].map((day) => (day !== null && day > world.day ? day : null))
  return { standing: timed.standing, obligations: kept, passing, policies, until: soonest([timed.until, until, ...boundaries, firstTurn(judged)]) }
}

/** Facts the present cadence speaks of: where it is of another kind than the earlier one, those since it began. */
function ownSpan({ duty, entries }: DutyInput): readonly RecordedFact[] {
  if (!duty.earlier || duty.earlier.cadence.kind === duty.cadence.kind) return entries
  return entries.filter(({ fact }) => fact.kind === 'corrected' || fact.day >= duty.opensFrom)
}

/** What opened under earlier cadences stays as they made it, beside what the present one opened. */
function withEarlier(context: DutyContext, input: DutyInput, judged: readonly JudgedOccurrence[]): readonly JudgedOccurrence[] {
  const known = new Set(judged.map(({ obligation }) => obligation.id))
  const all = [...judged]
  const facts = dutyFactsOf(input.entries)
  for (let duty = context.duty.earlier; duty !== null; duty = duty.earlier) {
    for (const each of byCadence({ ...context, duty, facts, memory: undefined }, input).judged) {
      if (known.has(each.obligation.id)) continue
      known.add(each.obligation.id)
      all.push(each)
    }
  }
  return all
}

function firstTurn(judged: readonly JudgedOccurrence[]): Day | null {
  let first: Day | null = null
  for (const { until } of judged) if (until !== null && (first === null || until < first)) first = until
  return first
}

/** It had not fallen due when the duty ended, and nothing had settled it by then. */
function isOpenAt(obligation: Obligation, ended: Day, entries: readonly RecordedFact[]): boolean {
  if (obligation.dueDay !== null && obligation.dueDay < ended) return false
  if (!isSettled(obligation.status)) return true
  if (obligation.publishedDay !== null) return obligation.publishedDay >= ended
  return !entries.some(({ seq, fact }) => (fact.kind === 'exempt' || fact.kind === 'nothing') && fact.day < ended && obligation.facts.includes(seq))
}

interface CadenceResult {
  readonly judged: readonly JudgedOccurrence[]
  readonly timed: TimedStanding
  readonly policies?: readonly PolicyDocument[]
  readonly until?: Day | null
}

function byCadence(context: DutyContext, input: DutyInput): CadenceResult {
  const { duty, facts, world } = context
  const { cadence } = duty
  switch (cadence.kind) {
    case 'asFormed': {
      const { judged, policies } = judgeDocuments(context, 'pages')
      return { judged, policies, timed: asFormedStanding(duty, facts, world.day) }
    }
    case 'slots': {
      const { judged, next } = judgePeriodic(context, cadence.slots)
      return { judged, timed: periodicStanding(duty, judged, world.day), until: next }
    }
    case 'standing': {
      const result = judgeStanding(context, cadence.reviewMonths)
      const changes = facts.formed.length === 0 ? [] : judgeDocuments(context, 'registered').judged
      return { judged: [...result.judged, ...changes], timed: standingStanding(duty, result, world.day) }
    }
    case 'followUp': return followUp(context, input)
    case 'member':
    case 'dynamic': {
      const lastDay = lastPublished(facts)
      return { judged: [], timed: { standing: standingOf(duty, world.day, { lastDay }), until: null } }
    }
  }
}

/** A group is covered while any member was published within a year; with no frequency stated it is else in no rate. */
function followUp(context: DutyContext, input: DutyInput): CadenceResult {
  const own = interpretationsOf(context.facts)
  const judged = judgeFollowUps(context, input.policies ?? [], input.interpretations ?? ((key) => own.get(key) ?? []))
  return { judged, timed: asFormedStanding(context.duty, context.facts, context.world.day) }
}

function lastPublished(facts: DutyFacts): Day | null {
  return facts.published.reduce<Day | null>((last, { fact }) => (last === null || fact.day > last ? fact.day : last), null)
}
