import { addDays, type Day, type Instant } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import { byDay, type EffectiveFact } from '../facts/effective-facts.ts'
import { urlKey } from '../facts/url-key.ts'
import { aboutIt, type Names } from './about.ts'
import type { DocumentMemory } from './document-memory.ts'
import type { Formed, Published } from './documents.ts'
import type { Due } from './due.ts'
import type { Duty } from './duty.ts'
import type { DutyFacts } from './duty-facts.ts'
import { isBlind, type FeedHealth } from './feed-health.ts'
import { flagList, isAcceptedChannel, isLinkDead, isSuspect } from './flags.ts'
import type { Flag, Obligation, Origin, Proof } from './obligation.ts'
import { isSettled, statusOf, type Evidence, type Judgement } from './status.ts'
import { assessmentYear, type World } from './world.ts'

/** What one duty is judged in. */
export interface DutyContext {
  readonly world: World
  readonly duty: Duty
  readonly facts: DutyFacts
  readonly expected: readonly FeedHealth[]
  /** Publications of a joint document's lead, or of the unit that took over: they join what is there, open nothing. */
  readonly guests: readonly Published[]
  /** Kept by the live board between two judgements. */
  readonly memory?: DocumentMemory | undefined
}

/** A 情况说明: its filing day, and when it became known. */
export interface Declared {
  readonly day: Day
  readonly seq: number
  readonly recordedAt: Instant
}

/** One obligation before judgement: what opened it, when it is due, and what may settle it. */
export interface Occurrence {
  readonly id: string
  readonly aliases: readonly string[]
  readonly origin: Origin
  readonly ref: string | null
  readonly period: string | null
  readonly formed: readonly Formed[]
  readonly eventDay: Day | null
  readonly proof: (published: Day | null) => Proof
  readonly hangsOnFormation: boolean
  /** The due day under a calendar; null when the formation day is unknown. */
  readonly due: (calendar: WorkingCalendar) => Due | null
  /** Publications that may settle it, by day, feed, key; accepted channels and others. */
  readonly published: readonly Published[]
  /** Days other than publications that settle it (a 核对 of a standing item). */
  readonly checkedDay?: Day | null
  /** Filing day of the 情况说明 that stands. */
  readonly nothing?: Declared | null
  readonly toCheck?: boolean
  /** Sequence numbers of events its clock hangs on (批复). */
  readonly events?: readonly number[]
}

export interface JudgedOccurrence {
  readonly obligation: Obligation
  /** First later day on which it changes, or counts differently, by time alone. */
  readonly until: Day | null
}

/** Publications in an accepted channel, in their order. */
export function acceptedOf(published: readonly Published[], duty: Duty): Published[] {
  const { checked } = duty.item.channels
  return published.filter((each) => isAcceptedChannel(each.fact.channel, checked))
}

/** Judges one occurrence at the end of the world's day: status, flags, days, and the facts behind them. */
export function judgeOccurrence(context: DutyContext, occurrence: Occurrence): JudgedOccurrence {
  const { world, duty } = context
  const accepted = acceptedOf(occurrence.published, duty)
  const first = accepted[0]
  const names = namesOf(occurrence)
  const bearing = bearingOn(context, names)
  const due = dueWith(occurrence, world, [first, bearing.firstExempt, occurrence.nothing])
  const extended = due && extensionOf(due, bearing.extended)
  const dueDay = extended ?? due?.day ?? null
  const published = earliest(first?.fact.day ?? null, occurrence.checkedDay ?? null)
  const evidence: Evidence = {
    published,
    exempt: bearing.exempt,
    nothing: occurrence.nothing?.day ?? null,
    ruled: bearing.ruled,
    proof: occurrence.proof(published),
    hangsOnFormation: occurrence.hangsOnFormation,
    blind: dueDay !== null && isBlind(context.expected, dueDay, world.day),
  }
  const dueSoonFrom = due === null ? null : due.dueSoonFrom(dueDay ?? due.day)
  const judged = statusOf({ dueDay, dueSoonFrom }, evidence, world.day)
  const flags = flagsOf({ context, occurrence, judged, first, due, isRuled: bearing.ruled !== null })
  if (extended) flags.push('extended')
  if (bearing.isDisputed) flags.push('disputed')
  const missedOn = judged.status === 'overdue' ? world.day : judged.status === 'late' ? settledDay(judged, evidence) : null
  const shown = first ?? occurrence.published[0]
  const latestFormed = occurrence.formed.at(-1)
  const withheld = judged.exemptKind === 'withheld'
  const obligation: Obligation = {
    id: occurrence.id, unit: duty.unit.id, item: duty.item.id, category: duty.category, origin: occurrence.origin,
    title: withheld ? null : first?.fact.title ?? latestFormed?.fact.title ?? shown?.fact.title ?? null,
    docNumber: withheld ? null : latestFormed?.fact.docNumber ?? shown?.fact.docNumber ?? null,
    period: occurrence.period, status: judged.status, lateBy: judged.lateBy, exemptKind: judged.exemptKind, flags: flagList(flags),
    eventDay: occurrence.eventDay, dueDay, originalDue: due?.day ?? null,
    breach: due === null || missedOn === null ? null : due.breachOn(missedOn),
    publishedDay: judged.publishedDay, proof: evidence.proof, hangsOnFormation: occurrence.hangsOnFormation,
    url: withheld ? null : first?.fact.url ?? null,
    year: assessmentYear(due?.day ?? judged.publishedDay ?? evidence.exempt?.day ?? world.day, world.scheme),
    facts: seqsOf(occurrence, bearing.seqs), aliases: occurrence.aliases,
  }
  const turns = judged.until ?? graverOn(judged.status, due, world.day)
  return { obligation, until: extended ? earliest(turns, extensionTurns(obligation, world.day)) : turns }
}

/** An extended obligation counts as missed against its original due day from the day after it. */
function extensionTurns({ originalDue }: Obligation, day: Day): Day | null {
  return originalDue !== null && originalDue >= day ? addDays(originalDue, 1) : null
}

/** The day a late one was settled: published, else declared. */
function settledDay(judged: Judgement, evidence: Evidence): Day | null {
  return judged.publishedDay ?? evidence.exempt?.day ?? evidence.nothing
}

/** An overdue obligation breaks the law too from the day after the legal due day. */
function graverOn(status: Judgement['status'], due: Due | null, day: Day): Day | null {
  return status === 'overdue' && due !== null && due.legal !== null && due.legal >= day ? addDays(due.legal, 1) : null
}

function earliest(a: Day | null, b: Day | null): Day | null {
  return a === null ? b : b === null || a < b ? a : b
}

function namesOf(occurrence: Occurrence): Names {
  const urls = new Set<string>()
  for (const { fact } of occurrence.formed) if (fact.url) urls.add(urlKey(fact.url))
  for (const { fact } of occurrence.published) urls.add(urlKey(fact.url))
  return { ids: [occurrence.id, ...occurrence.aliases], ref: occurrence.ref, period: occurrence.period, urls }
}

/** A notice entered later never turns late what was settled in time: it keeps the later of both due days. */
function dueWith(occurrence: Occurrence, world: World, settling: readonly (Pick<Declared, 'recordedAt'> | null | undefined)[]): Due | null {
  const now = occurrence.due(world.calendar)
  const settledAt = settling.reduce<Instant | null>((first, each) => (each && (first === null || each.recordedAt < first) ? each.recordedAt : first), null)
  if (now === null || settledAt === null) return now
  const then = world.calendarKnownAt(settledAt)
  if (then === world.calendar) return now
  const before = occurrence.due(then)
  return before !== null && before.day > now.day ? before : now
}

/** The later day a 报备 grants: asked for not after the original due day, at most up to the legal one. */
function extensionOf(due: Due, extended: readonly { readonly day: Day; readonly until: Day }[]): Day | null {
  let granted: Day | null = null
  for (const { day, until } of extended) {
    const capped = due.legal !== null && until > due.legal ? due.legal : until
    if (due.legal !== null && day <= due.day && capped > due.day && (granted === null || capped > granted)) granted = capped
  }
  return granted
}

function bearingOn({ facts }: DutyContext, names: Names) {
  const exempt = aboutIt(facts.exempt, names).sort(byDay)
  const ruled = aboutIt(facts.ruled, names)
  const disputed = aboutIt(facts.disputed, names)
  const extended = aboutIt(facts.extended, names)
  const asked = [...aboutIt(facts.requested, names), ...aboutIt(facts.declined, names)]
  const ruling = ruled.at(-1)
  const dispute = disputed.at(-1)
  const first = exempt[0]
  return {
    firstExempt: first,
    exempt: first ? { day: first.fact.day, kind: first.fact.exemptKind } : null,
    ruled: ruling
      ? { verdict: ruling.fact.verdict, countsDay: ruling.fact.countsDay ?? null, exemptKind: ruling.fact.exemptKind ?? null } : null,
    isDisputed: dispute !== undefined && (ruling === undefined || dispute.seq > ruling.seq),
    extended: extended.map((each) => ({ day: each.fact.day, until: each.fact.until })),
    seqs: [...exempt, ...ruled, ...disputed, ...extended, ...asked].map((each: EffectiveFact) => each.seq),
  }
}

interface FlagSources {
  readonly context: DutyContext
  readonly occurrence: Occurrence
  readonly judged: Judgement
  readonly first: Published | undefined
  readonly due: Due | null
  readonly isRuled: boolean
}

function flagsOf({ context, occurrence, judged, first, due, isRuled }: FlagSources): Flag[] {
  const { world, facts } = context
  const flags: Flag[] = []
  if (due?.assumed) flags.push('assumed')
  if (due?.provisional && !isSettled(judged.status)) flags.push('provisional')
  if (!first && occurrence.published.length > 0) flags.push('wrongChannel')
  if (occurrence.toCheck) flags.push('toCheck')
  const formedDay = occurrence.formed.length > 0 ? occurrence.eventDay : first?.fact.formedDay ?? null
  if (first && !isRuled && isSuspect(first.fact, formedDay, world)) flags.push('suspect')
  if (first && facts.observed.length > 0 && isLinkDead(facts.observed, first.fact.url, world.thresholds)) flags.push('linkDead')
  if (occurrence.formed.some((each) => each.pending) || occurrence.published.some((each) => each.pending)) flags.push('correctionPending')
  return flags
}

function seqsOf(occurrence: Occurrence, bearing: readonly number[]): number[] {
  const seqs = new Set<number>([...bearing, ...(occurrence.events ?? [])])
  for (const each of occurrence.formed) seqs.add(each.seq)
  for (const each of occurrence.published) seqs.add(each.seq)
  if (occurrence.nothing) seqs.add(occurrence.nothing.seq)
  return [...seqs].sort((a, b) => a - b)
}
