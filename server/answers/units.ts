import { scoreOf } from '../../shared/measures/score.ts'
import { cellSumsOf } from '../../shared/measures/heatmap.ts'
import { eventualOf, onTimeOf, onTimeOriginalOf } from '../../shared/measures/compliance.ts'
import type { DutyPart } from '../../shared/measures/figures.ts'
import { ratio } from '../../shared/measures/ratio.ts'
import { bureauCategory } from '../../shared/measures/scored-unit.ts'
import { addSums, emptySums, yardstickOf } from '../../shared/measures/sums.ts'
import { peersMeanOf } from '../../shared/measures/unit-trend.ts'
import type { DutyCounts, UnitAnswer, UnitsAnswer } from '../../shared/wire/answers.ts'
import { stampOf, type View } from './view.ts'

/** All units in official order, or only one's own row. */
export function unitsAnswer(view: View, only: string | null): UnitsAnswer {
  const { units } = view.board()
  return { ...stampOf(view), units: only === null ? units : units.filter(unit => unit.id === only) }
}

/** A unit with its score's whole working and the mean of its peers, no peer's own figures; undefined for an unknown one. */
export function unitAnswer(view: View, id: string): UnitAnswer | undefined {
  const board = view.board()
  const world = view.world()
  const row = board.units.find(each => each.id === id)
  const unit = world.units.get(id)
  if (row === undefined || unit === undefined) return undefined
  const names = new Map(world.categories.map(category => [category.id, category]))
  const parts = view.parts().get(id) ?? []
  const sums = cellSumsOf(parts, yardstickOf(world))
  const whole = emptySums()
  for (const each of sums.values()) addSums(whole, each)
  const byCategory = board.cells.filter(cell => cell.unit === id).map(cell => {
    const { name, shortName } = names.get(cell.category) ?? { name: cell.category, shortName: cell.category }
    const own = sums.get(cell.category) ?? emptySums()
    return { ...cell, name, shortName, onTime: onTimeOf(own), eventual: eventualOf(own), coverage: ratio(own.covered, own.applicable) }
  })
  return {
    ...stampOf(view),
    unit: row,
    working: scoreOf(unit, parts, world),
    ...peersMeanOf(board, row.peerGroup),
    byCategory,
    duties: dutyCounts(parts),
    onTimeOriginal: onTimeOriginalOf(whole),
    carriedOver: whole.carriedOver,
    groups: Object.fromEntries(world.scheme.groups.map(({ code, name }) => [code, name])),
  }
}

function dutyCounts(parts: readonly DutyPart[]): DutyCounts {
  const held = parts.map(({ standing }) => standing).filter(({ state }) => state !== 'notApplicable')
  return {
    all: held.length, bureau: held.filter(({ category }) => category === bureauCategory).length,
    proposed: held.filter(({ state }) => state === 'proposed').length,
  }
}
