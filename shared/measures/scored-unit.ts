import type { Unit } from '../catalogue/item.ts'
import type { DutyPart } from './figures.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { yardstickOf, type Yardstick } from './sums.ts'

/** Category of a bureau's items without a district twin (部门目录). */
export const bureauCategory = 'bureau'

/** What a unit is scored on. */
export interface ScoredUnit {
  readonly unit: Unit
  /** Its district duties: its own catalogue is monitored beside the score. */
  readonly parts: readonly DutyPart[]
  readonly world: MeasuredWorld
  readonly yardstick: Yardstick
}

export function scoredUnit(unit: Unit, parts: readonly DutyPart[], world: MeasuredWorld): ScoredUnit {
  const district = parts.filter((part) => part.standing.category !== bureauCategory)
  return { unit, parts: district, world, yardstick: yardstickOf(world) }
}

/** Vertical units are monitored only, and a merged unit's account is closed: neither is scored or ranked. */
export function isScored(unit: Unit, world: Pick<MeasuredWorld, 'day'>): boolean {
  return unit.kind !== 'vertical' && !(unit.validTo !== undefined && unit.validTo < world.day)
}

/** Judged duties: those with a settled or past-due obligation of D's year. Takes the duties the score is read from. */
export function judgedDuties(parts: readonly DutyPart[]): number {
  let judged = 0
  for (const { figures } of parts) {
    const { onTime, late, unverified, nothing, exempt, unknown } = figures.tally
    if (onTime + late + unverified + nothing + exempt + unknown + figures.overdueOfYear > 0) judged += 1
  }
  return judged
}
