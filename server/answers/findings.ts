import { findingsBehind } from '../../shared/measures/leaf-behind.ts'
import type { FindingCode } from '../../shared/facts/finding-codes.ts'
import { isDisputed, isOwed, type Finding, type FindingState } from '../../shared/obligations/finding.ts'
import { findingsAbout, isFindingAbout } from '../../shared/obligations/findings-about.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { FindingAnswer, FindingPage, FindingRow } from '../../shared/wire/finding-answers.ts'
import { itemNameOf, obligationRow, unitNameOf } from './obligations.ts'
import { stampOf, type View } from './view.ts'

/** Each list is "one of these"; absent = any. */
export interface FindingFilter {
  readonly unit?: readonly string[]
  readonly item?: readonly string[]
  readonly year?: readonly number[]
  readonly code?: readonly FindingCode[]
  readonly state?: readonly FindingState[]
  /** Neither cleared nor revoked, or one of the two. */
  readonly open?: boolean
  /** A limit went by without an answer. */
  readonly late?: true
  readonly repeats?: true
  readonly obligation?: string
  readonly sample?: string
  /** Exactly those a leaf of the score counted; with `part`, its numerator. */
  readonly leaf?: string
  readonly part?: true
}

export interface FindingsAsked {
  readonly filter: FindingFilter
  readonly offset: number
  readonly limit: number
}

/** Rows whose files are told by their SHA-256 alone: only the store knows their names. */
export type RawRow = Omit<FindingRow, 'attachments' | 'steps'> & Pick<Finding, 'attachments' | 'steps'>
export type FindingsRaw = Omit<FindingPage, 'rows'> & { readonly rows: readonly RawRow[] }
export type FindingRaw = Omit<FindingAnswer, 'finding' | 'repeated'> & { readonly finding: RawRow; readonly repeated: RawRow | null }

export function findingsAnswer(view: View, { filter, offset, limit }: FindingsAsked): FindingsRaw {
  const { day, calendar, thresholds } = view.world()
  const found = findingsFound(view, filter)
  const { unit, year } = filter
  const all = findingsFound(view, { ...(unit && { unit }), ...(year && { year }) })
  return {
    ...stampOf(view), rows: found.slice(offset, offset + limit).map(each => findingRow(view, each)), total: found.length,
    waiting: { todo: all.filter(isOwed).length, answered: all.filter(each => each.state === 'answered').length, late: all.filter(each => isPast(each, view)).length },
    newUntil: calendar.addWorkdays(day, thresholds.rectifyWorkdays),
  }
}

/** One by its number; undefined where there is none. */
export function findingAnswer(view: View, id: number): FindingRaw | undefined {
  const all = everyFinding(view)
  const finding = all.find(({ seq }) => seq === id)
  if (!finding) return undefined
  const repeated = all.find(({ seq }) => seq === finding.repeats)
  return { ...stampOf(view), finding: findingRow(view, finding), repeated: repeated ? findingRow(view, repeated) : null }
}

/** What the unit owes first, by its limit; then what waits for the office, longest first; then the closed ones, newest first. */
export function findingsFound(view: View, filter: FindingFilter): readonly Finding[] {
  const passes = passesOf(filter, view)
  return (filter.leaf === undefined ? everyFinding(view) : behindLeaf(view, filter.leaf, filter)).filter(passes).sort(byUrgency)
}

function everyFinding(view: View): readonly Finding[] {
  return [...view.world().acts.byUnit.values()].flatMap(({ findings }) => findings)
}

function behindLeaf(view: View, leaf: string, { unit: units, year, part }: FindingFilter): readonly Finding[] {
  const world = view.world()
  return (year ?? [world.year]).flatMap(each => findingsBehind({ leaf, units, part }, each, world))
}

function byUrgency(a: Finding, b: Finding): number {
  const [first, second] = [turnOf(a), turnOf(b)]
  if (first !== second) return first - second
  if (first === 0 && a.until !== b.until) return a.until < b.until ? -1 : 1
  return first === 2 ? b.seq - a.seq : a.seq - b.seq
}

function turnOf(finding: Finding): 0 | 1 | 2 {
  if (isOwed(finding)) return 0
  return finding.state === 'answered' ? 1 : 2
}

function passesOf(filter: FindingFilter, view: View): (finding: Finding) => boolean {
  const { unit, item, year, code, state, open, late, repeats, obligation, sample } = filter
  const piece = obligation === undefined ? undefined : pieceNamed(view, obligation)
  const about = piece && new Set(findingsAbout(piece, view.world().acts).map(({ seq }) => seq))
  return each => (!unit || unit.includes(each.unit)) && (!item || item.includes(each.item)) && (!year || year.includes(each.year)) && (!code || code.includes(each.code))
    && (!state || state.includes(each.state)) && (open === undefined || open === (each.state !== 'cleared' && each.state !== 'revoked'))
    && (!late || each.inTime === false) && (!repeats || each.repeats !== null) && (sample === undefined || each.sample === sample)
    && (obligation === undefined || about?.has(each.seq) === true)
}

function pieceNamed(view: View, id: string): Obligation | undefined {
  for (const parts of view.parts().values()) {
    for (const { obligations } of parts) for (const each of obligations) if (each.id === id || each.aliases.includes(id)) return each
  }
  return undefined
}

/** Time goes on with every entry, as it does for the score. */
function isPast(finding: Finding, view: View): boolean {
  return isOwed(finding) && finding.until < view.world().acts.knownOn
}

export function findingRow(view: View, finding: Finding): RawRow {
  const world = view.world()
  const { seq, ...row } = finding
  const piece = pieceOf(view, finding)
  return {
    ...row, id: seq, unitName: unitNameOf(world, row.unit), itemName: row.item === '*' ? '' : itemNameOf(world, row.item), obligation: piece ? obligationRow(piece, world) : null,
    workdaysLeft: isOwed(finding) ? workdaysLeft(finding, world) : null, isOverdue: isPast(finding, view), isDisputed: isDisputed(finding),
  }
}

function workdaysLeft({ until }: Finding, { acts: { knownOn }, calendar }: World): number {
  return until < knownOn ? -calendar.workdaysBetween(until, knownOn) : calendar.workdaysBetween(knownOn, until)
}

function pieceOf(view: View, finding: Finding): Obligation | undefined {
  if (finding.about === null) return undefined
  for (const { obligations } of partsOf(view, finding.unit)) {
    const found = obligations.find(each => isFindingAbout(finding, each))
    if (found) return found
  }
  return undefined
}

/** A merged unit's open pieces stand with its successor. */
function partsOf(view: View, unit: string) {
  const successor = view.world().units.get(unit)?.successor
  return [...view.parts().get(unit) ?? [], ...(successor === undefined ? [] : view.parts().get(successor) ?? [])]
}
