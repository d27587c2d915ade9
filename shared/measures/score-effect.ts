import type { Obligation } from '../obligations/obligation.ts'
import type { DutyPart } from './figures.ts'
import { roundTo } from './figure-words.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { scorePointsOf } from './score.ts'
import { bureauCategory } from './scored-unit.ts'
import { withPublished } from './simulate-publication.ts'
import { isOpen } from './year-set.ts'

/** What publishing one open obligation today would do to its unit's score; two decimals. */
export interface ScoreEffect {
  readonly now: number
  readonly after: number
  readonly gain: number
}

/**
 * The score before and after publishing this obligation today, by the score's own function. null where it is not open,
 * has no due day, stands in 部门目录 (monitored only) or its unit has no score.
 */
export function scoreEffectOf(obligation: Obligation, parts: readonly DutyPart[], world: MeasuredWorld): ScoreEffect | null {
  const unit = world.units.get(obligation.unit)
  const part = parts.find((each) => each.obligations.includes(obligation))
  if (!unit || !part || !isOpen(obligation) || obligation.dueDay === null || obligation.category === bureauCategory) return null
  const published = withPublished(part, obligation, world)
  const now = scorePointsOf(unit, parts, world).score
  const after = scorePointsOf(unit, parts.map((each) => (each === part ? published : each)), world).score
  if (now === null || after === null) return null
  return { now: roundTo(now, 2), after: roundTo(after, 2), gain: roundTo(after - now, 2) }
}
