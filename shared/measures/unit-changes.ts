import type { Obligation } from '../obligations/obligation.ts'
import type { MovedFigures, ObligationMove } from './changes.ts'
import { itemNamesOf } from './item-names.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { gravityOf } from './move-gravity.ts'

/** What is kept of a piece to compare it with later: no more than the comparison reads. */
export type PieceThen = Pick<Obligation, 'id' | 'aliases' | 'item' | 'category' | 'period' | 'status' | 'dueDay'>

/** A unit as it was known at an instant; `figures` is null where it was not there. */
export interface UnitThen {
  /** The last entry of the journal known then. */
  readonly revision: number
  readonly figures: MovedFigures | null
  readonly pieces: readonly PieceThen[]
}

/** A piece whose status, or due day while open, is another than then; null: not there. */
export interface PieceChange extends Omit<ObligationMove, 'unit' | 'unitName'> {
  /** Facts recorded since that bear on it; none where only time passed or a rule changed. */
  readonly facts: readonly number[]
}

export function pieceThenOf({ id, aliases, item, category, period, status, dueDay }: Obligation): PieceThen {
  return { id, aliases, item, category, period, status, dueDay }
}

/** What is compared with then: the pieces now, the world they were judged in, and the last entry known then. */
export interface PiecesNow {
  readonly pieces: Iterable<Obligation>
  readonly world: Pick<MeasuredWorld, 'items'>
  readonly knownSeq: number
}

/** Pieces of one unit that moved between then and now, the gravest first. A page adopted by a document is the same piece. */
export function pieceChangesOf(then: readonly PieceThen[], { pieces, world, knownSeq }: PiecesNow): readonly PieceChange[] {
  const earlier = new Map<string, PieceThen>()
  for (const piece of then) for (const id of [piece.id, ...piece.aliases]) earlier.set(id, piece)
  const names = itemNamesOf(world.items)
  const met = new Set<PieceThen>()
  const changes: PieceChange[] = []
  for (const o of pieces) {
    const was = earlier.get(o.id) ?? o.aliases.map((id) => earlier.get(id)).find((each) => each !== undefined)
    if (was) met.add(was)
    if (was?.status === o.status && was.dueDay === o.dueDay) continue
    changes.push({
      id: o.id, item: o.item, itemName: names[o.item] ?? o.item, category: o.category, title: o.exemptKind === 'withheld' ? null : o.title,
      period: o.period, from: was?.status ?? null, to: o.status, dueBefore: was?.dueDay ?? null, dueDay: o.dueDay,
      publishedDay: o.publishedDay, facts: o.facts.filter((seq) => seq > knownSeq),
    })
  }
  for (const was of then) {
    if (met.has(was)) continue
    changes.push({
      id: was.id, item: was.item, itemName: names[was.item] ?? was.item, category: was.category, title: null, period: was.period,
      from: was.status, to: null, dueBefore: was.dueDay, dueDay: null, publishedDay: null, facts: [],
    })
  }
  return changes.sort((a, b) => gravityOf(a) - gravityOf(b))
}
