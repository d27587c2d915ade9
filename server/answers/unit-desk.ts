import { scoreEventsOf, type ScoreEvent } from '../../shared/measures/score-events.ts'
import { movedFiguresOf } from '../../shared/measures/changes.ts'
import { todoOf } from '../../shared/measures/todo.ts'
import { pieceThenOf, type UnitThen } from '../../shared/measures/unit-changes.ts'
import { unitTrendPointsOf, type UnitTrendPoint } from '../../shared/measures/unit-trend.ts'
import type { TodoAnswer } from '../../shared/wire/unit-answers.ts'
import { itemNameOf, obligationRow } from './obligations.ts'
import { stampOf, type View } from './view.ts'

/** 待办 of a unit with what each line gains; undefined for an unknown one. */
export function todoAnswer(view: View, unit: string): TodoAnswer | undefined {
  const world = view.world()
  if (!world.units.has(unit)) return undefined
  const { entries, total } = todoOf(unit, view.parts().get(unit) ?? [], world)
  const rows = entries.map(({ obligation, ...entry }) =>
    ({ ...entry, itemName: itemNameOf(world, entry.item), row: obligation && obligationRow(obligation, world) }))
  return { ...stampOf(view), unit, rows, total }
}

/** What moved a unit piece by piece, and where it stands: the part of its trend that one view can tell. */
export interface UnitMoved {
  readonly today: UnitTrendPoint
  readonly events: readonly ScoreEvent[]
}

export function unitMoved(view: View, unit: string): UnitMoved | undefined {
  const world = view.world()
  const today = unitTrendPointsOf(view.board(), world.year).get(unit)
  return today && { today, events: scoreEventsOf(unit, view.parts().get(unit) ?? [], world) }
}

/** A unit as this view knew it, to be compared with later. */
export function unitThen(view: View, unit: string): UnitThen {
  const row = view.board().units.find(each => each.id === unit)
  const pieces = (view.parts().get(unit) ?? []).flatMap(({ obligations }) => obligations.map(pieceThenOf))
  return { revision: view.revision, figures: movedFiguresOf(row), pieces }
}
