import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { RecordedSetting } from '../../shared/facts/setting.ts'
import { must } from '../../shared/must.ts'
import type { Day } from '../../shared/time/day.ts'
import type { WhatIfAnswer, WhatIfUnitsAnswer } from '../../shared/wire/what-if-answer.ts'
import type { Clock } from '../clock.ts'
import type { Past } from './past.ts'

/** An entry that nobody recorded: facts and settings as the journal would keep them, but for number and instant. */
export type Hypothetical = Pick<RecordedFact, 'source' | 'fact'> | Pick<RecordedSetting, 'source' | 'setting'>

export interface WhatIfParts {
  readonly past: Pick<Past, 'ask'>
  readonly live: { readonly day: Day; readonly revision: number }
  readonly clock: Clock
}

/** What these entries would do to the units, judged as of today in the worker of the past. Nothing is written. */
export async function whatIfUnits(parts: WhatIfParts, asked: { readonly units: readonly string[]; readonly entries: readonly Hypothetical[] }): Promise<WhatIfUnitsAnswer> {
  const { past, live } = parts
  const recordedAt = parts.clock.now()
  const entries = asked.entries.map((each, place): Entry => ({ ...each, seq: live.revision + 1 + place, recordedAt }))
  const bytes = await past.ask({ day: live.day, knownAt: null }, { ask: 'whatIf', units: asked.units, entries }, live.revision)
  return JSON.parse(must(bytes, 'today can always be judged').toString()) as WhatIfUnitsAnswer
}

/** The same for one unit, which must be known. */
export async function whatIf(parts: WhatIfParts, asked: { readonly unit: string; readonly entries: readonly Hypothetical[] }): Promise<WhatIfAnswer> {
  const { district: _district, units, ...answer } = await whatIfUnits(parts, { units: [asked.unit], entries: asked.entries })
  const { unit, before, after, gained, lost } = must(units[0], `unit ${asked.unit} is known`)
  return { ...answer, unit, before, after, gained, lost }
}
