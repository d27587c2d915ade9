import { dayOf, yearOf, type Day } from '../time/day.ts'
import { effectiveFacts } from '../facts/effective-facts.ts'
import type { About, Fact, RecordedFact } from '../facts/fact.ts'
import type { Obligation } from './obligation.ts'
import type { Matter, MatterKind, MatterLine, MatterResult } from './matter.ts'
import { factName, lineOf } from './matter-lines.ts'
import { waitingCorrections } from './waiting-corrections.ts'
import type { World } from './world.ts'

export interface MatterSources {
  /** Facts of matters and every correction, in order of seq. */
  readonly entries: readonly RecordedFact[]
  /** Any fact, by its source's name. */
  readonly find: (feed: string, key: string) => RecordedFact | undefined
  /** The obligation a fact bears on, or that it names. */
  readonly obligationOf: (seq: number, about: About | undefined) => Pick<Obligation, 'id' | 'originalDue'> | undefined
  /** A unit's pieces of this year: what its share of contested ones is taken of. */
  readonly piecesOf: (unit: string) => number
  readonly world: Pick<World, 'day' | 'calendar' | 'thresholds'>
}

type Words = Extract<Fact, { kind: 'disputed' | 'ruled' | 'requested' | 'extended' | 'declined' }>
interface Said extends MatterLine {
  readonly fact: Words
}
type Draft = Omit<Matter, 'answerBy' | 'isLate' | 'bulk'> & { readonly originalDue: Day | null }

/**
 * Appeals (申诉), requests for a later day (延期申请) and waiting corrections (更正待核), newest first, each with the whole
 * exchange about it. Answers are due in working days from the day it came in; a request's not after the original due day,
 * because a later grant has no effect.
 */
export function mattersOf(sources: MatterSources): readonly Matter[] {
  const drafts = [...groupsOf(sources).values()].flatMap((group) => [...appealsOf(group), ...extensionsOf(group)])
  for (const { of, ...each } of waitingCorrections(sources.entries, sources.find)) {
    const found = sources.obligationOf(of.seq, undefined)
    drafts.push({ ...each, kind: 'correction', obligation: found?.id ?? null, originalDue: null, round: 1 })
  }
  const bulk = bulkOf(drafts, sources)
  return drafts.map((each) => timed(each, bulk, sources)).sort((a, b) => b.id - a.id)
}

interface Group {
  readonly obligation: Pick<Obligation, 'id' | 'originalDue'> | undefined
  readonly lines: Said[]
}

function groupsOf({ entries, obligationOf }: MatterSources): Map<string, Group> {
  const kept = new Map(effectiveFacts(entries).map((each) => [each.seq, each]))
  const groups = new Map<string, Group>()
  for (const entry of entries) {
    const effective = kept.get(entry.seq)
    const fact = (effective ?? entry).fact
    if (!isWords(fact)) continue
    const obligation = obligationOf(entry.seq, fact.about)
    const name = obligation?.id ?? `${fact.unit}\u0000${fact.item}\u0000${JSON.stringify(fact.about)}`
    const group = groups.get(name) ?? { obligation, lines: [] }
    groups.set(name, group)
    group.lines.push({ ...lineOf(effective ?? entry, effective === undefined), fact })
  }
  return groups
}

function isWords(fact: Fact): fact is Words {
  return fact.kind === 'disputed' || fact.kind === 'ruled' || fact.kind === 'requested' || fact.kind === 'extended' || fact.kind === 'declined'
}

function plain({ fact: _fact, ...line }: Said): MatterLine {
  return line
}

function opened(kind: MatterKind, group: Group, { line, round, lines }: { line: Said; round: number; lines: readonly Said[] }): Draft {
  return {
    id: line.seq, kind, unit: line.fact.unit, item: line.fact.item, obligation: group.obligation?.id ?? null, day: dayOf(line.at), round,
    opened: plain(line), outcome: line.withdrawn ? { result: 'withdrawn', line: plain(line) } : null, exchange: lines.map(plain), change: null,
    originalDue: group.obligation?.originalDue ?? null,
  }
}

function ended(draft: Draft, result: MatterResult, line: Said): Draft {
  return { ...draft, outcome: { result, line: plain(line) } }
}

/** An appeal is open until ruled; what comes while it is open belongs to it. A ruling nobody asked for is no matter. */
function appealsOf(group: Group): Draft[] {
  const lines = group.lines.filter(({ kind }) => kind === 'disputed' || kind === 'ruled')
  const appeals: Draft[] = []
  let round = 0
  for (const line of lines) {
    const last = appeals.at(-1)
    const isOpen = last !== undefined && last.outcome === null
    if (line.kind === 'disputed' && !isOpen) {
      if (!line.withdrawn) round += 1
      appeals.push(opened('appeal', group, { line, round: Math.max(1, round), lines }))
    } else if (line.kind === 'ruled' && isOpen && !line.withdrawn) appeals[appeals.length - 1] = ended(last, 'ruled', line)
  }
  return appeals
}

/** A request is open until granted or declined; a grant nobody asked for (直接报备) is a matter closed as it opens. */
function extensionsOf(group: Group): Draft[] {
  const lines = group.lines.filter(({ kind }) => kind === 'requested' || kind === 'extended' || kind === 'declined')
  const requests: Draft[] = []
  for (const line of lines) {
    const last = requests.at(-1)
    const isOpen = last !== undefined && last.outcome === null
    if (line.kind === 'requested' && !isOpen) requests.push(opened('extension', group, { line, round: 1, lines }))
    else if (line.withdrawn || line.kind === 'requested') continue
    else if (isOpen) requests[requests.length - 1] = ended(last, line.kind === 'extended' ? 'granted' : 'declined', line)
    else if (line.kind === 'extended') requests.push(ended(opened('extension', group, { line, round: 1, lines }), 'granted', line))
  }
  return requests
}

function timed({ originalDue, ...draft }: Draft, bulk: ReadonlyMap<string, Matter['bulk']>, { world }: MatterSources): Matter {
  const { calendar, thresholds, day } = world
  const regular = calendar.addWorkdays(draft.day, thresholds.rulingWorkdays)
  const answerBy = draft.kind === 'extension' && originalDue !== null && originalDue >= draft.day && originalDue < regular ? originalDue : regular
  const answeredOn = draft.outcome === null ? day : dayOf(draft.outcome.line.at)
  return { ...draft, answerBy, isLate: draft.outcome?.result !== 'withdrawn' && answeredOn > answerBy, bulk: bulk.get(bulkName(draft)) ?? null }
}

/** Requests are counted by unit and day, contested pieces by unit and year. */
function bulkName({ kind, unit, day, obligation, id }: Omit<Draft, 'originalDue'>): string {
  if (kind === 'extension') return factName(unit, day)
  return kind === 'appeal' ? factName(unit, String(yearOf(day))) : factName(obligation ?? '', `${id}`)
}

/** 批量: a question to the office, never a refusal. */
function bulkOf(drafts: readonly Draft[], { world, piecesOf }: MatterSources): Map<string, Matter['bulk']> {
  const found = new Map<string, Matter['bulk']>()
  const pieces = new Map<string, { readonly unit: string; readonly kind: MatterKind; readonly ids: Set<string> }>()
  for (const each of drafts) {
    if (each.kind === 'correction' || each.outcome?.result === 'withdrawn' || each.opened.kind === 'extended') continue
    const name = bulkName(each)
    const seen = pieces.get(name) ?? { unit: each.unit, kind: each.kind, ids: new Set() }
    pieces.set(name, seen)
    seen.ids.add(each.obligation ?? `${each.id}`)
  }
  const { bulkRequests, bulkDisputed, bulkDisputedShare } = world.thresholds
  const year = String(yearOf(world.day))
  for (const [name, { unit, kind, ids }] of pieces) {
    if (kind === 'extension' && ids.size >= bulkRequests) found.set(name, 'requests')
    const isThisYear = name === factName(unit, year)
    if (kind === 'appeal' && isThisYear && ids.size >= bulkDisputed && ids.size > piecesOf(unit) * bulkDisputedShare) found.set(name, 'disputed')
  }
  return found
}
