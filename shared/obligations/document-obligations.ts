import { dayOf, type Day } from '../time/day.ts'
import { urlKey } from '../facts/url-key.ts'
import { documentsOf, pageIdOf, type Document, type Formed, type Published } from './documents.ts'
import type { DocumentOutcome } from './document-memory.ts'
import { dueOfDocument } from './due.ts'
import { judgeRepublications } from './republications.ts'
import type { Proof } from './obligation.ts'
import { acceptedOf, judgeOccurrence, type DutyContext, type JudgedOccurrence, type Occurrence } from './occurrence.ts'

/**
 * How sure a formation day is. `source`: registered by a system of record. `declared`: recorded on or before the day of
 * publication, or nothing is published yet. `backfilled`: said afterwards.
 */
function proofOf(formed: readonly Formed[], published: Day | null): Proof {
  if (formed.some((each) => each.source.ofRecord)) return 'source'
  return published === null || formed.some((each) => dayOf(each.recordedAt) <= published) ? 'declared' : 'backfilled'
}

/** The day a registration gave first, whatever a correction made of it. */
function statedDayOf(formed: Formed): Day {
  return (formed.recorded ?? formed.fact).day
}

/** Registrations of one document by the day it was made or changed: the same day is one, another day is a change. */
function occasionsOf(document: Document): { day: Day; statedDay: Day; formed: Formed[] }[] {
  const byDay = new Map<Day, Formed[]>()
  for (const each of document.formed) {
    const list = byDay.get(each.fact.day)
    if (list) list.push(each)
    else byDay.set(each.fact.day, [each])
  }
  const stated = new Set<Day>()
  return [...byDay.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, formed]) => {
    const first = formed.reduce<Day>((early, each) => (statedDayOf(each) < early ? statedDayOf(each) : early), statedDayOf(formed[0]!))
    const statedDay = stated.has(first) ? day : first
    stated.add(statedDay)
    return { day, statedDay, formed }
  })
}

/** The obligations a registered document opens: one for its making and one for each later change. */
function registeredOccurrences(context: DutyContext, document: Document, opens: Opens): Occurrence[] {
  const prefix = context.duty.key
  return occasionsOf(document).map(({ day, statedDay, formed }, n) => ({
    id: `${prefix}|doc:${document.ref}@${statedDay}`,
    aliases: n === 0 ? pageIdsOf(document).map((page) => `${prefix}|${page}`) : [],
    origin: 'formed', ref: document.ref, period: null, formed, eventDay: day,
    proof: (published) => proofOf(formed, published),
    hangsOnFormation: true,
    due: (calendar) => dueOfDocument(context, day, calendar),
    // A change is public only by what was published from its day on; on a standing page every registration is a change.
    published: n === 0 && opens === 'pages' ? document.published : document.published.filter((each) => each.fact.day >= day),
  }))
}

/** Names the document had, or may have had, while it was an unregistered page. */
function pageIdsOf(document: Document): string[] {
  return [...new Set([pageIdOf(document), ...document.published.map((each) => `page:${urlKey(each.fact.url)}`)])]
}

/** An unregistered publication opens its own obligation, judged by its 成文日期 when it shows one. */
function pageOccurrence(context: DutyContext, document: Document): Occurrence {
  const formedDay = document.published.find((each) => each.fact.formedDay !== undefined)?.fact.formedDay ?? null
  return {
    id: `${context.duty.key}|${pageIdOf(document)}`,
    aliases: [], origin: 'formed', ref: document.ref, period: null, formed: [], eventDay: formedDay,
    proof: () => (formedDay === null ? 'none' : 'backfilled'),
    hangsOnFormation: true,
    due: (calendar) => (formedDay === null ? null : dueOfDocument(context, formedDay, calendar)),
    published: document.published,
  }
}

/** A policy document with its first publication: what opens an interpretation duty (文件解读). */
export interface PolicyDocument {
  /** Obligation id of the document. */
  readonly document: string
  readonly ref: string | null
  readonly docNumber: string | null
  readonly title: string
  readonly publishedDay: Day
  /** Unit that drafted it, when its registration says so, else the publisher. */
  readonly drafter: string
  readonly publisher: string
  readonly facts: readonly number[]
}

function policyOf(context: DutyContext, document: Document, judged: JudgedOccurrence): PolicyDocument | undefined {
  const first = acceptedOf(document.published, context.duty)[0]
  const formed = document.formed
  if (!first || !(formed.some((each) => each.fact.policy) || document.published.some((each) => each.fact.policy))) return undefined
  const publisher = context.duty.unit.id
  return {
    document: judged.obligation.id, ref: document.ref,
    docNumber: judged.obligation.docNumber, title: first.fact.title, publishedDay: first.fact.day,
    drafter: formed.find((each) => each.fact.drafter)?.fact.drafter ?? publisher, publisher,
    facts: judged.obligation.facts,
  }
}

export interface JudgedDocuments {
  readonly judged: readonly JudgedOccurrence[]
  readonly policies: readonly PolicyDocument[]
}

function isBaselineOnly(published: readonly Published[]): boolean {
  return published.every((each) => each.fact.baseline)
}

/** Whether unregistered publications open obligations (as-formed items), or registered changes only (standing items). */
type Opens = 'pages' | 'registered'

/** Judges the documents of a duty; those the duty's memory still holds good are taken from there. */
export function judgeDocuments(context: DutyContext, opens: Opens): JudgedDocuments {
  const { memory, facts, guests, world } = context
  const known = memory?.recall(facts, { guests, day: world.day })
  const documents = known?.documents ?? documentsOf(facts, guests)
  const outcomes = documents.map((document, n) => known?.outcomeOf(document, n) ?? outcomeOf(context, document, opens))
  known?.keep(outcomes)
  const judged: JudgedOccurrence[] = []
  const policies: PolicyDocument[] = []
  for (const outcome of outcomes) {
    for (const each of outcome.judged) judged.push(each)
    if (outcome.policy) policies.push(outcome.policy)
  }
  return { judged, policies }
}

function outcomeOf(context: DutyContext, document: Document, opens: Opens): DocumentOutcome {
  if (document.formed.length === 0 && (opens === 'registered' || isBaselineOnly(document.published))) return { document, judged: [], policy: undefined }
  const own = document.formed.length > 0 ? registeredOccurrences(context, document, opens) : [pageOccurrence(context, document)]
  const judged = own.map((each) => judgeOccurrence(context, each))
  const first = judged[0]!
  if (opens === 'pages') judged.push(...judgeRepublications(context, { ...document, judged: first, due: dueOfDocument }))
  return { document, judged, policy: policyOf(context, document, first) }
}
