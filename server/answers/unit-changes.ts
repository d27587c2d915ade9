import type { Entry } from '../../shared/facts/journal.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import { movedFiguresOf } from '../../shared/measures/changes.ts'
import { pieceChangesOf, type PieceChange, type UnitThen } from '../../shared/measures/unit-changes.ts'
import type { Instant } from '../../shared/time/day.ts'
import type { EntrySince, UnitChangesAnswer } from '../../shared/wire/unit-answers.ts'
import type { EntriesSince } from './entries-since.ts'
import { itemNameOf } from './obligations.ts'
import { stampOf, type View } from './view.ts'

/** Changes and entries told in one answer. */
export const LISTED_CHANGES = 100

/** What a unit is compared with, and who has entered something since. */
export interface SinceLook {
  readonly since: Instant
  readonly then: UnitThen
  readonly recorded: EntriesSince
  /** Names of people by login. */
  readonly names: ReadonlyMap<string, string>
}

/** What changed of a unit since an instant, and the entries behind it. */
export function unitChangesAnswer(view: View, unit: string, { since, then, recorded: { entries, total }, names }: SinceLook): UnitChangesAnswer {
  const pieces = (view.parts().get(unit) ?? []).flatMap(({ obligations }) => obligations)
  const all = pieceChangesOf(then.pieces, { pieces, world: view.world(), knownSeq: then.revision })
  const withheld = new Set(pieces.filter(piece => piece.exemptKind === 'withheld').flatMap(piece => piece.facts))
  const moved = movedBy(all)
  const rows = [...entries].reverse().map(entry => entryRow(entry, { view, names, pieces: moved.get(entry.seq) ?? [], hidden: withheld.has(entry.seq) }))
  return {
    ...stampOf(view), unit, since, before: then.figures, after: movedFiguresOf(view.board().units.find(row => row.id === unit)),
    changes: all.slice(0, LISTED_CHANGES), changesTotal: all.length, entries: rows, entriesTotal: total,
  }
}

/** Nothing to compare with yet: a first visit. */
export function firstLookAnswer(view: View, unit: string): UnitChangesAnswer {
  const figures = movedFiguresOf(view.board().units.find(row => row.id === unit))
  return { ...stampOf(view), unit, since: null, before: figures, after: figures, changes: [], changesTotal: 0, entries: [], entriesTotal: 0 }
}

function movedBy(changes: readonly PieceChange[]): ReadonlyMap<number, readonly string[]> {
  const pieces = new Map<number, string[]>()
  for (const { id, facts } of changes) for (const seq of facts) pieces.set(seq, [...(pieces.get(seq) ?? []), id])
  return pieces
}

interface Told {
  readonly view: View
  readonly names: ReadonlyMap<string, string>
  readonly pieces: readonly string[]
  readonly hidden: boolean
}

function entryRow(entry: Entry, { view, names, pieces, hidden }: Told): EntrySince {
  const { seq, recordedAt: at, source } = entry
  const who = { seq, at, feed: source.feed, by: source.account === undefined ? null : names.get(source.account) ?? source.account, pieces }
  if (!isFactEntry(entry)) {
    const { kind, effective } = entry.setting
    return { ...who, what: 'setting', kind, item: null, itemName: null, title: null, day: effective }
  }
  const { fact } = entry
  const title = 'title' in fact && typeof fact.title === 'string' && !hidden ? fact.title : null
  return { ...who, what: 'fact', kind: fact.kind, item: fact.item, itemName: itemNameOf(view.world(), fact.item), title, day: fact.day }
}
