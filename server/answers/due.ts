import { strictest } from '../../shared/obligations/deadline.ts'
import { deadlineProof } from '../../shared/obligations/deadline-proof.ts'
import { dueOfDocument } from '../../shared/obligations/due.ts'
import { dutyFactsOf } from '../../shared/obligations/duty-facts.ts'
import { dutyKey } from '../../shared/obligations/duty.ts'
import { dutyOf } from '../../shared/obligations/routes.ts'
import type { World } from '../../shared/obligations/world.ts'
import type { Day } from '../../shared/time/day.ts'
import type { DueAnswer, DueRow } from '../../shared/wire/desk-answers.ts'
import { stampOf, type View } from './view.ts'

export interface DueAsked {
  readonly unit: string
  /** One row; without it every row the unit owes. */
  readonly item?: string
  /** Without it the view's own day. */
  readonly day?: Day
}

/** When what is formed on a day will be due, before anybody registers it; undefined where unit or row is not there. */
export function dueAnswer(view: View, { unit, item, day = view.world().day }: DueAsked): DueAnswer | undefined {
  const world = view.world()
  if (!world.units.has(unit)) return undefined
  const items = item === undefined ? (view.parts().get(unit) ?? []).map(({ standing }) => standing.item) : [item]
  const rows = items.flatMap(each => rowOf({ unit, item: each, day }, world) ?? [])
  return item !== undefined && rows.length === 0 ? undefined : { ...stampOf(view), unit, day, rows }
}

function rowOf({ unit, item, day }: { readonly unit: string; readonly item: string; readonly day: Day }, world: World): DueRow | undefined {
  const twin = world.items.get(item)?.sameAs
  const isFolded = twin !== undefined && world.duties.get(dutyKey(unit, twin))?.twins.some(each => each.id === item) === true
  const duty = dutyOf(dutyKey(unit, isFolded ? twin : item), world)
  if (!duty) return undefined
  const opens = duty.cadence.kind === 'asFormed' || duty.cadence.kind === 'standing'
  const due = opens ? dueOfDocument({ world, duty, facts: dutyFactsOf([]), expected: [], guests: [] }, day, world.calendar) : null
  const layer = due === null ? undefined : strictest(due.layers)?.layer
  const proof = due === null || layer === undefined ? null
    : deadlineProof({ from: layer.from, to: due.day, calendar: world.calendar, layer })
  return { item, opens: due !== null, due: due?.day ?? null, layers: due?.layers ?? [], proof }
}
