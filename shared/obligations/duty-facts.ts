import { isActKind, type ActKind } from '../facts/act.ts'
import type { Fact } from '../facts/fact.ts'
import { effectiveFacts, type EffectiveFact } from '../facts/effective-facts.ts'
import type { RecordedFact } from '../facts/fact.ts'

type Of<K extends Fact['kind']> = EffectiveFact<Extract<Fact, { kind: K }>>

/** Effective facts of one duty, sorted into kinds once. */
export interface DutyFacts {
  readonly published: readonly Of<'published'>[]
  readonly withdrawn: readonly Of<'withdrawn'>[]
  readonly nothing: readonly Of<'nothing'>[]
  readonly checked: readonly Of<'checked'>[]
  readonly exempt: readonly Of<'exempt'>[]
  readonly extended: readonly Of<'extended'>[]
  readonly requested: readonly Of<'requested'>[]
  readonly declined: readonly Of<'declined'>[]
  readonly approved: readonly Of<'approved'>[]
  readonly observed: readonly Of<'observed'>[]
  readonly disputed: readonly Of<'disputed'>[]
  readonly ruled: readonly Of<'ruled'>[]
  readonly formed: readonly Of<'formed'>[]
  /** How many corrections there are, applied or waiting. */
  readonly corrected: number
}

/** Corrections are applied, and words of a whole unit bear on no duty. */
type Unjudged = 'corrected' | 'closed' | 'explained' | ActKind

function isUnjudged(kind: Fact['kind']): kind is Unjudged {
  return kind === 'corrected' || kind === 'closed' || kind === 'explained' || isActKind(kind)
}

/** Applies corrections and sorts by kind. `entries` are those routed to the duty, in order of seq. */
export function dutyFactsOf(entries: readonly RecordedFact[]): DutyFacts {
  const all = effectiveFacts(entries)
  const kinds: { [K in Exclude<Fact['kind'], Unjudged>]: Of<K>[] } = {
    formed: [], published: [], withdrawn: [], nothing: [], checked: [], exempt: [], extended: [], requested: [], declined: [], approved: [], observed: [], disputed: [], ruled: [],
  }
  for (const each of all) {
    if (!isUnjudged(each.fact.kind)) (kinds[each.fact.kind] as EffectiveFact[]).push(each)
  }
  return { ...kinds, corrected: all === entries ? 0 : entries.filter(({ fact }) => fact.kind === 'corrected').length }
}
