import type { RecordedFact } from '../facts/fact.ts'
import type { Journal } from '../facts/journal.ts'
import type { Category, Unit } from '../catalogue/item.ts'
import { judgementOf } from '../obligations/judge.ts'
import type { JudgedDuty } from '../obligations/obligation.ts'
import type { Day, Instant } from '../time/day.ts'
import { accountFrom, type BoardCache } from './board-cache.ts'
import { categoryRowOf, districtRowOf, unitRowOf } from './board-lines.ts'
import type { Board, CategoryRow, UnitRow } from './board-rows.ts'
import { onTimeOf } from './compliance.ts'
import { dueByDayFrom } from './due-by-day.ts'
import { mergeDueRows } from './due-rows.ts'
import { figuresOf, type DutyPart } from './figures.ts'
import { itemNamesOf } from './item-names.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { outagesOf } from './outages.ts'
import { ranksOf } from './rank.ts'
import { recentRowsOf } from './recent-rows.ts'
import { settledScoresOf } from './settled-scores.ts'
import { addSums, emptySums, yardstickOf } from './sums.ts'
import { shortList, type UnitAccount } from './unit-account.ts'
import type { CountedAt } from './year-set.ts'

/** What a board is assembled from, beside the duties. */
export interface BoardContext {
  readonly world: MeasuredWorld
  /** Newest first; the board shows 20. */
  readonly recent: readonly RecordedFact[]
  readonly revision: number
  readonly lastEventAt: Instant | null
  readonly lastSourceAt: Instant | null
  /** Keeps the accounts of units that did not move. */
  readonly cache?: BoardCache
}

/** Duties by unit id. */
export type PartsByUnit = ReadonlyMap<string, readonly DutyPart[]>

/** A unit beside its account. */
interface Accounted {
  readonly unit: Unit
  readonly account: UnitAccount
}

/**
 * Assembles the board of one revision from duties already judged and counted: units and categories in the world's order,
 * every total a plain sum of cells. Pure but for the cache it may be handed.
 */
export function boardFrom(parts: PartsByUnit, context: BoardContext): Board {
  const { world, cache } = context
  const source = { world, yardstick: yardstickOf(world), cache }
  const accounts = [...world.units.values()].map((unit): Accounted =>
    ({ unit, account: accountFrom(unit, parts.get(unit.id) ?? noParts, source) }))
  const settled = settledScoresOf(world)
  const ranks = new Map(ranksOf(accounts.map(candidateOf), world.scheme.rankFloor).map((each) => [each.id, each.rank]))
  const board: Board = {
    revision: context.revision, day: world.day, asOf: world.day, knownAt: world.knownAt, sample: world.sample,
    district: { ...districtOf(accounts, world), dueByDay: dueByDayFrom(accounts.map(({ account }) => account.dueDays), world) },
    units: accounts.map((accounted) => unitRowFrom(accounted, { rank: ranks.get(accounted.unit.id) ?? null, settled: settled.get(accounted.unit.id) ?? null }, cache)),
    categories: world.categories.map((category) => categoryRowFrom(category, accounts, cache)),
    cells: accounts.flatMap(({ account }) => account.cells),
    recent: recentRowsOf(context.recent, { parts, units: world.units }),
    due: mergeDueRows(accounts.map(({ account }) => account.due), shortList),
    itemNames: itemNamesOf(world.items),
    lastEventAt: context.lastEventAt, lastSourceAt: context.lastSourceAt, outages: outagesOf(world),
  }
  if (cache) cache.board = board
  return board
}

const noParts: readonly DutyPart[] = []

function candidateOf({ unit, account }: Accounted): Parameters<typeof ranksOf>[0][number] {
  return {
    id: unit.id, name: unit.name, peerGroup: unit.peerGroup, score: account.working.score,
    onTime: onTimeOf(account.sums).share, judgedDuties: account.judgedDuties,
  }
}

function districtOf(accounts: readonly Accounted[], world: MeasuredWorld): Board['district'] {
  const sums = emptySums()
  let overdueUnits = 0
  for (const { account } of accounts) {
    addSums(sums, account.sums)
    if (account.sums.tally.overdue > 0) overdueUnits += 1
  }
  return districtRowOf(world.district, sums, overdueUnits)
}

/** Kept while the unit's account and places are the same. */
function unitRowFrom({ unit, account }: Accounted, { rank, settled }: Pick<UnitRow, 'rank' | 'settled'>, cache: BoardCache | undefined): UnitRow {
  const kept = cache?.unitRows.get(unit.id)
  if (kept?.account === account && kept.rank === rank && kept.settled === settled) return kept.row
  const row = unitRowOf(unit, account, { rank, settled })
  cache?.unitRows.set(unit.id, { account, rank, settled, row })
  return row
}

/** Kept while no unit's sums in the category moved. */
function categoryRowFrom(category: Category, accounts: readonly Accounted[], cache: BoardCache | undefined): CategoryRow {
  const from = accounts.map(({ account }) => account.byCategory.get(category.id))
  const kept = cache?.categoryRows.get(category.id)
  if (kept && kept.from.length === from.length && kept.from.every((sums, n) => sums === from[n])) return kept.row
  const sums = emptySums()
  for (const cell of from) if (cell) addSums(sums, cell)
  const row = categoryRowOf(category, sums)
  cache?.categoryRows.set(category.id, { from, row })
  return row
}

/** The board of a journal at the end of a day, as known at an instant (default: now), judged and counted from scratch. */
export function boardOf(journal: Journal, at: { readonly day: Day; readonly knownAt?: Instant }): Board {
  const judgement = judgementOf(journal, at)
  return boardFrom(partsOf(judgement.duties, judgement.world), judgement)
}

/** Judged duties with their figures counted from scratch. */
export function partsOf(duties: ReadonlyMap<string, readonly JudgedDuty[]>, at: CountedAt): PartsByUnit {
  return new Map([...duties].map(([unit, judged]) =>
    [unit, judged.map((duty): DutyPart => ({ ...duty, figures: figuresOf(duty.obligations, at) }))]))
}
