import type { RecordedFact } from './fact.ts'
import type { RecordedSetting } from './setting.ts'

/** One entry of the journal (流水): a fact or a setting. `seq` rises by one; `recordedAt` never runs backwards. */
export type Entry = RecordedFact | RecordedSetting

/** Append-only, in the order of `seq`; everything else is derived from it. */
export type Journal = readonly Entry[]

export function isFactEntry(entry: Entry): entry is RecordedFact {
  return 'fact' in entry
}
