import type { Day } from '../../shared/time/day.ts'
import { refusedAct } from '../../shared/obligations/act-rules.ts'
import { isActKind } from '../../shared/facts/act.ts'
import { refusedAgreement } from '../../shared/obligations/agreement-rules.ts'
import { refusedRewriting } from '../../shared/obligations/finding-rules.ts'
import { refusedBy, refusedCorrection } from '../../shared/facts/who-may.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import type { CorrectionTarget, FactContext } from '../../shared/facts/fact-context.ts'
import type { RecordedFact } from '../../shared/facts/fact.ts'
import type { FactGroup } from './fact-group.ts'
import type { KnownWorld } from './known-world.ts'
import { refusedInMatter } from './matter-context.ts'
import type { FactSource, JournalPort, LivePort } from './ports.ts'

/** What a context is built from: the world as the live board has it, and the facts still waiting to be written. */
export interface Surroundings {
  readonly today: Day
  readonly known: KnownWorld
  readonly group: FactGroup
  readonly store: Pick<JournalPort, 'findByKey' | 'findAttachment'>
  readonly live: Pick<LivePort, 'obligation' | 'parts' | 'corrections' | 'factsOf' | 'world'>
}

export interface SourceContext extends FactContext {
  /** An obligation was not found that a fact still waiting may have opened: write first, then read again. */
  readonly isBehind: () => boolean
}

/** A correction may name a correction; what it is about is the fact at the end. Longer chains than this are a circle. */
const LONGEST_CHAIN = 100

export function findRecorded(around: Pick<Surroundings, 'group'> & { readonly store: Pick<JournalPort, 'findByKey'> }, feed: string, key: string): RecordedFact | undefined {
  const waiting = around.group.findByKey(feed, key)
  if (waiting) return waiting
  const entry = around.store.findByKey(feed, key)
  return entry && isFactEntry(entry) ? entry : undefined
}

/** The world as one source sees it while its facts are read. */
export function contextFor(source: FactSource, around: Surroundings): SourceContext {
  const { known, group, live } = around
  let behind = false
  return {
    today: around.today,
    isBehind: () => behind,
    findUnit: (text) => known.findUnit(text),
    findItem: (text) => known.findItem(text),
    unitOn: (unit, item, day) => known.unitOn(unit, item, day),
    printedFor: (unit, item) => known.printedFor(unit, item),
    alwaysExists: (item) => known.alwaysExists(item),
    slotNames: (unit, item) => known.slotNames(unit, item),
    refusedBy: (fact) => refusedBy(source.scope, fact),
    refusedCorrection: ({ target: { feed, fact }, confirms }) => {
      const { kind, key } = fact
      const refused = refusedCorrection(source.scope, { feed: source.feed, of: { feed, kind }, confirms })
      if (refused || !isActKind(kind)) return refused
      if (group.entries.length > 0) behind = true
      if (fact.kind === 'agreed') return refusedAgreement(fact, live.world())
      return refusedRewriting({ of: { feed, key }, kind, account: source.account }, live.world().acts)
    },
    findObligation: (id) => {
      const found = live.obligation(id)
      if (!found && group.entries.length > 0) behind = true
      return found && { unit: found.unit, items: known.rowsOf(found.unit, found.item) }
    },
    findTarget: (feed, key) => findTarget(around, { feed, key }),
    refusedMatter: (draft) => {
      // Of two answers at once the second must see the first.
      if (group.entries.length > 0) behind = true
      return refusedInMatter(live, { ...draft, account: source.account })
    },
    refusedAct: (draft) => {
      if (group.entries.length > 0) behind = true
      return refusedAct({ draft, account: source.account, world: live.world() })
    },
    attachmentSize: (sha256, unit) => around.store.findAttachment(sha256, unit)?.size,
  }
}

function findTarget(around: Surroundings, of: { readonly feed: string; readonly key: string }): CorrectionTarget | undefined {
  let next = of
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const found = findRecorded(around, next.feed, next.key)
    if (!found) return undefined
    if (found.fact.kind !== 'corrected') return { feed: found.source.feed, fact: found.fact }
    next = found.fact.of
  }
  return undefined
}
