import type { Entry } from '../../shared/facts/journal.ts'
import { isOfficeWork } from '../../shared/facts/act.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import type { Fact } from '../../shared/facts/fact.ts'
import type { Setting } from '../../shared/facts/setting.ts'

export interface EntriesSince {
  /** In order of recording, the last so many. */
  readonly entries: readonly Entry[]
  readonly total: number
}

/** Entries after a seq that could move a unit: facts about it and rules that touch it. Looks of the watcher are left out, they are many. */
export function entriesSince(journal: readonly Entry[], { unit, seq, limit }: { readonly unit: string; readonly seq: number; readonly limit: number }): EntriesSince {
  const found: Entry[] = []
  for (let place = journal.length - 1; place >= 0; place -= 1) {
    const entry = journal[place]
    if (entry === undefined || entry.seq <= seq) break
    if (isFactEntry(entry) ? isOf(entry.fact, unit) : touches(entry.setting, unit)) found.push(entry)
  }
  return { entries: found.slice(0, limit).reverse(), total: found.length }
}

function isOf(fact: Fact, unit: string): boolean {
  if (fact.unit === unit) return fact.kind !== 'observed' && !isOfficeWork(fact)
  if (fact.kind === 'approved') return fact.units?.includes(unit) ?? false
  return fact.kind === 'formed' && fact.drafter === unit
}

function touches(setting: Setting, unit: string): boolean {
  switch (setting.kind) {
    case 'dutyState': return setting.duties === 'all' || setting.duties.some(duty => duty.unit === unit)
    case 'applicability': return setting.cadence?.unit === unit || setting.jointLead === unit || (setting.units?.includes(unit) ?? false)
    case 'unitChange': return setting.unit.id === unit
    case 'catalogueVersion': case 'repair': case 'sameAs': case 'calendarYear': case 'scheme': case 'statutory': case 'threshold':
    case 'scoreProposed': case 'scoreSettled': return true
    case 'feedScope': case 'feedOutage': case 'feedRecovery': case 'supervisedFrom': case 'sampleDrawn': case 'dayRolled': return false
  }
}
