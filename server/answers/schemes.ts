import { addDays, type Day } from '../../shared/time/day.ts'
import { schemeChangesOf } from '../../shared/catalogue/scheme-changes.ts'
import { standingOf, versionBefore, type SchemeVersion } from '../../shared/obligations/scheme-versions.ts'
import { yearSpan, type World } from '../../shared/obligations/world.ts'
import type { SchemeVersionRow } from '../../shared/wire/scheme-answers.ts'

/** A version for the list: how it stands today, and what it says otherwise than the one it was recorded over. */
export function versionRow(version: SchemeVersion, { schemes, day }: Pick<World, 'schemes' | 'day'>): SchemeVersionRow {
  const { n, effective, recordedAt, by, scheme } = version
  const over = versionBefore(schemes, version)
  return {
    n, name: scheme.name, version: scheme.version, effective, recordedAt, by, standing: standingOf(schemes, version, day),
    over: over?.n ?? null, changes: over ? schemeChangesOf(over.scheme, scheme) : [],
  }
}

/** Last day of the assessment year before this one; a scheme may begin its year in the calendar year before. */
export function dayBeforeYear({ year, scheme }: Pick<World, 'year' | 'scheme'>): Day {
  return addDays(yearSpan(year, scheme).from, -1)
}
