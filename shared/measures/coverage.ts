import type { DutyStanding } from '../obligations/obligation.ts'
import type { DutyFigures } from './figures.ts'
import { ratio, type Ratio } from './ratio.ts'

/** 覆盖率: covered duties of applicable ones; 动态类 and 待认领 duties come with `applicable` false and are in neither. */
export function coverageOf(standings: Iterable<Pick<DutyStanding, 'applicable' | 'covered'>>): Ratio {
  let applicable = 0
  let covered = 0
  for (const standing of standings) {
    if (!standing.applicable) continue
    applicable += 1
    if (standing.covered) covered += 1
  }
  return ratio(covered, applicable)
}

/** 可核验率: published pieces whose formation day has proof `source` or `declared`, of all whose due day hangs on it. */
export function verifiableOf(counts: Pick<DutyFigures, 'hanging' | 'hangingProved'>): Ratio {
  return ratio(counts.hangingProved, counts.hanging)
}
