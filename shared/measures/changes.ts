import type { Unit } from '../catalogue/item.ts'
import type { Obligation, Status } from '../obligations/obligation.ts'
import type { Day } from '../time/day.ts'
import type { Board, UnitRow } from './board-rows.ts'
import type { PartsByUnit } from './board.ts'
import { itemNamesOf } from './item-names.ts'
import type { MeasuredWorld } from './measured-world.ts'
import type { Ratio } from './ratio.ts'
import { gravityOf } from './move-gravity.ts'

/** The figures two days are compared by. The district has neither score nor rank. */
export interface MovedFigures {
  readonly onTime: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
  readonly overdue: number
  readonly longestOverdue: number
  readonly score: number | null
  readonly rank: number | null
}

/** A unit that moved; `before` or `after` is null where the unit was not there. */
export interface UnitMove {
  readonly unit: string
  readonly name: string
  readonly shortName: string
  readonly peerGroup: string
  readonly before: MovedFigures | null
  readonly after: MovedFigures | null
  /** Obligations of it that changed. */
  readonly changed: number
}

/** null: not there yet, or no longer there. */
export interface StatusMove {
  readonly from: Status | null
  readonly to: Status | null
  readonly pieces: number
}

export interface ObligationMove {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly item: string
  readonly itemName: string
  readonly category: string
  /** null for a withheld paper. */
  readonly title: string | null
  readonly period: string | null
  readonly from: Status | null
  readonly to: Status | null
  readonly dueBefore: Day | null
  readonly dueDay: Day | null
  readonly publishedDay: Day | null
}

/** What two judged days are compared from. */
export interface ComparedDay {
  readonly board: Board
  readonly parts: PartsByUnit
  readonly world: MeasuredWorld
}

export interface Changes {
  readonly district: { readonly before: MovedFigures; readonly after: MovedFigures }
  /** In official order, only those that moved. */
  readonly units: readonly UnitMove[]
  /** Commonest first. */
  readonly counts: readonly StatusMove[]
  readonly total: number
  /** The gravest first, as many as asked for. */
  readonly changes: readonly ObligationMove[]
}

/** Who moved between two days, and why: every obligation whose status is another, or that came or went. */
export function changesOf(before: ComparedDay, after: ComparedDay, asked: { readonly limit: number; readonly units?: readonly string[] }): Changes {
  const wanted = (unit: string) => asked.units === undefined || asked.units.includes(unit)
  const moves = movesOf(before, after).filter((move) => wanted(move.unit))
  const perUnit = new Map<string, number>()
  for (const { unit } of moves) perUnit.set(unit, (perUnit.get(unit) ?? 0) + 1)
  const units = unitsOf(before, after).filter((unit) => wanted(unit.id)).map((unit) => unitMove(unit, { before, after, changed: perUnit.get(unit.id) ?? 0 }))
  return {
    district: { before: figuresOfDistrict(before.board), after: figuresOfDistrict(after.board) },
    units: units.filter(hasMoved),
    counts: countsOf(moves), total: moves.length,
    changes: moves.sort((a, b) => gravityOf(a) - gravityOf(b)).slice(0, asked.limit),
  }
}

function movesOf(before: ComparedDay, after: ComparedDay): ObligationMove[] {
  const earlier = new Map<string, Obligation>()
  for (const o of obligationsIn(before.parts)) for (const id of [o.id, ...o.aliases]) earlier.set(id, o)
  const met = new Set<Obligation>()
  const moves: ObligationMove[] = []
  for (const o of obligationsIn(after.parts)) {
    const was = earlier.get(o.id) ?? o.aliases.map((id) => earlier.get(id)).find((each) => each !== undefined)
    if (was) met.add(was)
    if (was?.status !== o.status) moves.push(moveOf(was, o, after.world))
  }
  for (const o of obligationsIn(before.parts)) if (!met.has(o)) moves.push(moveOf(o, undefined, after.world))
  return moves
}

function* obligationsIn(parts: PartsByUnit): Generator<Obligation> {
  for (const duties of parts.values()) for (const part of duties) yield* part.obligations
}

function moveOf(was: Obligation | undefined, is: Obligation | undefined, world: MeasuredWorld): ObligationMove {
  const o = is ?? was
  if (o === undefined) throw new Error('invariant broken: a move has at least one side')
  return {
    id: o.id, unit: o.unit, unitName: world.units.get(o.unit)?.shortName ?? o.unit, item: o.item,
    itemName: itemNamesOf(world.items)[o.item] ?? o.item, category: o.category,
    title: o.exemptKind === 'withheld' ? null : o.title, period: o.period, from: was?.status ?? null, to: is?.status ?? null,
    dueBefore: was?.dueDay ?? null, dueDay: o.dueDay, publishedDay: o.publishedDay,
  }
}

function countsOf(moves: readonly ObligationMove[]): readonly StatusMove[] {
  const counts = new Map<string, StatusMove>()
  for (const { from, to } of moves) {
    const key = `${from ?? ''}>${to ?? ''}`
    counts.set(key, { from, to, pieces: (counts.get(key)?.pieces ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.pieces - a.pieces)
}

/** Units of the later day in official order, then those only the earlier day knew. */
function unitsOf(before: ComparedDay, after: ComparedDay): readonly Unit[] {
  return [...after.world.units.values(), ...[...before.world.units.values()].filter((unit) => !after.world.units.has(unit.id))]
}

function unitMove(unit: Unit, { before, after, changed }: { readonly before: ComparedDay; readonly after: ComparedDay; readonly changed: number }): UnitMove {
  const rowIn = ({ board }: ComparedDay) => board.units.find((row) => row.id === unit.id)
  return {
    unit: unit.id, name: unit.name, shortName: unit.shortName, peerGroup: unit.peerGroup,
    before: movedFiguresOf(rowIn(before)), after: movedFiguresOf(rowIn(after)), changed,
  }
}

/** The figures of a unit's row; null where the unit is not there. */
export function movedFiguresOf(row: UnitRow | undefined): MovedFigures | null {
  if (row === undefined) return null
  const { onTime, eventual, coverage, overdue, longestOverdue, score, rank } = row
  return { onTime, eventual, coverage, overdue, longestOverdue, score, rank }
}

function figuresOfDistrict({ district }: Board): MovedFigures {
  const { onTime, eventual, coverage, overdue, longestOverdue } = district
  return { onTime, eventual, coverage, overdue, longestOverdue, score: null, rank: null }
}

/** Something a reader can see differs: a count, a score, a rank, an obligation. */
function hasMoved({ before, after, changed }: UnitMove): boolean {
  if (changed > 0 || before === null || after === null) return true
  const counts = (f: MovedFigures) => [f.onTime, f.eventual, f.coverage].flatMap(({ part, whole }) => [part, whole])
  const all = (f: MovedFigures) => [...counts(f), f.overdue, f.score, f.rank].join()
  return all(before) !== all(after)
}
