import type { PartsByUnit } from './board.ts'
import { changesOf, movedFiguresOf, type ComparedDay, type MovedFigures, type ObligationMove, type StatusMove } from './changes.ts'

/** A unit's figures with the number of duties it has claimed (已认领). */
export interface WhatIfFigures extends MovedFigures {
  readonly duties: number
}

/** What hypothetical entries would do to one unit; `before` or `after` is null where the unit is not there. */
export interface WhatIfUnit {
  readonly unit: string
  readonly name: string
  readonly shortName: string
  readonly before: WhatIfFigures | null
  readonly after: WhatIfFigures | null
  /** Duties claimed only after, and only before. */
  readonly gained: number
  readonly lost: number
  /** Obligations that come, go or have another status. */
  readonly changed: number
}

export interface WhatIf {
  readonly district: { readonly before: MovedFigures; readonly after: MovedFigures }
  /** The units asked about, in official order, moved or not. */
  readonly units: readonly WhatIfUnit[]
  readonly counts: readonly StatusMove[]
  readonly total: number
  /** The gravest first, as many as asked for. */
  readonly moves: readonly ObligationMove[]
}

/** The same day judged twice, without and with hypothetical entries: what they would do to the units asked about. */
export function whatIfOf(before: ComparedDay, after: ComparedDay, asked: { readonly units: readonly string[]; readonly limit: number }): WhatIf {
  const { district, counts, total, changes, units: moved } = changesOf(before, after, asked)
  const units = [...after.world.units.values()].filter(({ id }) => asked.units.includes(id)).map((unit): WhatIfUnit => {
    const [was, is] = [claimedIn(before.parts, unit.id), claimedIn(after.parts, unit.id)]
    return {
      unit: unit.id, name: unit.name, shortName: unit.shortName,
      before: figuresIn(before, { unit: unit.id, duties: was.size }), after: figuresIn(after, { unit: unit.id, duties: is.size }),
      gained: [...is].filter((item) => !was.has(item)).length, lost: [...was].filter((item) => !is.has(item)).length,
      changed: moved.find((each) => each.unit === unit.id)?.changed ?? 0,
    }
  })
  return { district, units, counts, total, moves: changes }
}

function claimedIn(parts: PartsByUnit, unit: string): ReadonlySet<string> {
  return new Set((parts.get(unit) ?? []).filter(({ standing }) => standing.state === 'claimed').map(({ standing }) => standing.item))
}

function figuresIn({ board }: ComparedDay, { unit, duties }: { readonly unit: string; readonly duties: number }): WhatIfFigures | null {
  const figures = movedFiguresOf(board.units.find((row) => row.id === unit))
  return figures && { ...figures, duties }
}
