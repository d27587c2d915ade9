import { scoreOf } from '../../shared/measures/score.ts'
import type { UnitRow } from '../../shared/measures/board-rows.ts'
import { meanOf } from '../../shared/measures/ratio.ts'
import type { UnitAnswer, UnitsAnswer } from '../../shared/wire/answers.ts'
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
  const byCategory = board.cells.filter(cell => cell.unit === id).map(cell => {
    const { name, shortName } = names.get(cell.category) ?? { name: cell.category, shortName: cell.category }
    return { ...cell, name, shortName }
  })
  const peers = board.units.filter(each => each.peerGroup === row.peerGroup && each.score !== null)
  return {
    ...stampOf(view),
    unit: row,
    working: scoreOf(unit, view.parts().get(id) ?? [], world),
    peerMean: peerMeanOf(peers),
    peerCount: peers.length,
    byCategory,
  }
}

function peerMeanOf(peers: readonly UnitRow[]): number | null {
  const mean = meanOf(peers.map(each => each.score))
  return mean === null ? null : Math.round(mean * 100) / 100
}
