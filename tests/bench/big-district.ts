import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programFolder } from '../../server/program-folder.ts'
import { readStartingFiles } from '../../server/starting-files.ts'
import type { Unit } from '../../shared/catalogue/item.ts'
import type { Setting } from '../../shared/facts/setting.ts'
import { dutiesOf } from '../../shared/obligations/duties-of.ts'
import type { Duty } from '../../shared/obligations/duty.ts'
import type { Day } from '../../shared/time/day.ts'

/**
 * Facts a unit has over the journal's two years: about 50,000 in a district of 53 units, 25,000 a year, well inside the
 * 10,000–100,000 of a real one. A larger journal has more units, not larger duties.
 */
export const FACTS_PER_UNIT = 943

export interface BigDistrict {
  readonly settings: readonly Setting[]
  readonly duties: readonly Duty[]
  readonly units: readonly Unit[]
  readonly supervisedFrom: Day
}

/** The sample's units as many times over as the facts need, each copy with ids and names of its own. */
function unitsFor(facts: number): Unit[] {
  const district: readonly Unit[] = JSON.parse(readFileSync(join(programFolder(), 'data', 'sample', 'units.json'), 'utf8'))
  const wanted = Math.max(2, Math.round(facts / FACTS_PER_UNIT))
  const step = wanted < district.length ? district.length / wanted : 1
  return Array.from({ length: wanted }, (_, n) => {
    const copy = Math.floor((n * step) / district.length)
    const { validTo: _validTo, successor: _successor, ...unit } = district[Math.floor(n * step) % district.length]!
    return copy === 0 ? unit : { ...unit, id: `${unit.id}-${copy}`, name: `${unit.name}${copy}`, shortName: `${unit.shortName}${copy}`, aliases: [] }
  })
}

/** Real catalogues, calendar, law and scheme over as many units as `facts` call for, everything claimed since 督查起始日. */
export function bigDistrict(facts: number, supervisedFrom: Day): BigDistrict {
  const files = readStartingFiles(programFolder())
  const units = unitsFor(facts)
  const effective = supervisedFrom
  const catalogues = files.catalogues.map((catalogue) => ({ ...catalogue, effective }))
  const settings: readonly Setting[] = [
    { kind: 'supervisedFrom', effective, day: supervisedFrom, district: '云河区', sample: false },
    ...files.calendar.map((year): Setting => ({ kind: 'calendarYear', effective, year })),
    ...units.map((unit): Setting => ({ kind: 'unitChange', effective, unit })),
    ...catalogues.map((catalogue): Setting => ({ kind: 'catalogueVersion', effective, catalogue })),
    { kind: 'statutory', effective, rules: files.statutory },
    { kind: 'scheme', effective, scheme: files.scheme },
    { kind: 'dutyState', effective, duties: 'all', state: 'claimed', reason: '' },
  ]
  const items = catalogues.flatMap((catalogue) => catalogue.items)
  const duties = [...dutiesOf({ units, items, versions: catalogues, settings, supervisedFrom, decisions: { named: new Map(), all: [] } }).values()].filter((duty) => duty.endsBefore === null)
  return { settings, duties, units, supervisedFrom }
}
