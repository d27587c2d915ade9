import type { Unit } from '../catalogue/item.ts'
import type { Day } from '../time/day.ts'
import type { CellRow, DueRow } from './board-rows.ts'
import { duePiecesOf } from './due-by-day.ts'
import { dueRowsOf } from './due-rows.ts'
import type { DutyPart } from './figures.ts'
import { cellRowOf, cellSumsOf } from './heatmap.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { scoreOf } from './score.ts'
import type { ScoreWorking } from './score-working.ts'
import { bureauCategory, judgedDuties } from './scored-unit.ts'
import { addSums, emptySums, type Sums, type Yardstick } from './sums.ts'

/** What the board needs of one unit, whatever the others do. */
export interface UnitAccount {
  readonly sums: Sums
  readonly byCategory: ReadonlyMap<string, Sums>
  /** In the order of the world's categories. */
  readonly cells: readonly CellRow[]
  /** The first of its open obligations, as many as a short list holds. */
  readonly due: readonly DueRow[]
  /** Open pieces by due day within ten working days. */
  readonly dueDays: ReadonlyMap<Day, number>
  readonly working: ScoreWorking
  /** Of the district's duties, as the score. */
  readonly judgedDuties: number
}

/** Rows of a short list (recent, due). */
export const shortList = 20

export interface AccountSource {
  readonly world: MeasuredWorld
  readonly yardstick: Yardstick
}

/** Counts one unit: nothing here depends on another unit. */
export function unitAccountOf(unit: Unit, parts: readonly DutyPart[], { world, yardstick }: AccountSource): UnitAccount {
  const byCategory = cellSumsOf(parts, yardstick)
  const sums = emptySums()
  for (const cell of byCategory.values()) addSums(sums, cell)
  const district = parts.filter((part) => part.standing.category !== bureauCategory)
  return {
    sums, byCategory, cells: cellsInOrder(unit.id, byCategory, world), due: dueRowsOf(parts, shortList),
    dueDays: duePiecesOf(parts, yardstick.within10),
    working: scoreOf(unit, parts, world), judgedDuties: judgedDuties(district),
  }
}

/** Categories in the world's order; one that the governing version dropped keeps its cells, last. */
function cellsInOrder(unit: string, byCategory: ReadonlyMap<string, Sums>, world: MeasuredWorld): readonly CellRow[] {
  const order = new Set([...world.categories.map((category) => category.id), ...byCategory.keys()])
  return [...order].flatMap((category) => {
    const sums = byCategory.get(category)
    return sums ? [cellRowOf(unit, category, sums)] : []
  })
}
