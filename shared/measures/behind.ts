import type { Leaf } from '../catalogue/scheme.ts'
import { bureauCategory, type ScoredUnit } from './scored-unit.ts'

/** Path and query of the list that shows what is behind a leaf, null where nothing can be listed. */
export function behindOf(leaf: Leaf, scored: ScoredUnit): string | null {
  const year = ['year', String(scored.world.year)] as const
  switch (leaf.measure) {
    case 'onTimeMacro': return obligations(scored, [['counted', 'onTime']])
    case 'eventualMacro': return obligations(scored, [['counted', 'eventual']])
    case 'overdueNow': return obligations(scored, [['counted', 'overdue']])
    case 'verifiable': return obligations(scored, [['counted', 'verifiable']])
    case 'interpretedInTime': return obligations(scored, [['counted', 'onTime'], ['origin', 'followUp']])
    case 'interpreted': return obligations(scored, [['counted', 'eventual'], ['origin', 'followUp']])
    case 'irregularNothing': return obligations(scored, [['status', 'late'], year])
    case 'slotOnTime': return obligations(scored, [...(leaf.items ?? []).map((item) => ['item', item] as const), year])
    case 'standingCoverage': return duties(scored, 'standing')
    case 'periodicCoverage': return duties(scored, 'slots')
    case 'asFormedCoverage': return duties(scored, 'asFormed')
    default: return null
  }
}

type Query = readonly (readonly [string, string])[]

function obligations(scored: ScoredUnit, query: Query): string {
  return `/api/obligations?${queryWords([['unit', scored.unit.id], ...query, ...districtOnly(scored)])}`
}

function duties(scored: ScoredUnit, cadence: string): string {
  return `/api/duties?${queryWords([['unit', scored.unit.id], ['cadence', cadence], ...districtOnly(scored)])}`
}

/** A unit with a catalogue of its own is scored on the district's only: the list names the district's categories. */
function districtOnly({ hasBureauDuties, world }: ScoredUnit): Query {
  if (!hasBureauDuties) return []
  return world.categories.filter((each) => each.id !== bureauCategory).map((each) => ['category', each.id] as const)
}

function queryWords(query: Query): string {
  return query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}
