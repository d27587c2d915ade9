import { dayOf } from '../time/day.ts'
import type { CorrectedFact, RecordedFact } from '../facts/fact.ts'
import type { Matter, MatterLine, WaitingChange } from './matter.ts'
import { factName, lineOf } from './matter-lines.ts'

/** A correction that waits for a supervisor (更正待核), before its days are counted. */
export type WaitingMatter = Pick<Matter, 'id' | 'unit' | 'item' | 'day' | 'opened' | 'outcome' | 'exchange' | 'change'> & { readonly of: RecordedFact }

interface Chain {
  readonly of: RecordedFact
  readonly said: Record<string, unknown>
  readonly lines: MatterLine[]
  readonly waiting: { fact: CorrectedFact; entry: RecordedFact; was: Record<string, unknown> }[]
}

/**
 * Every correction that waited, with what it would replace and whether it was confirmed. `entries` hold every correction,
 * in order of seq; `find` answers any fact by its source's name.
 */
export function waitingCorrections(entries: readonly RecordedFact[], find: (feed: string, key: string) => RecordedFact | undefined): WaitingMatter[] {
  const chains = new Map<string, Chain>()
  const matters: WaitingMatter[] = []
  for (const entry of entries) {
    const { fact, source } = entry
    if (fact.kind !== 'corrected') continue
    const named = factName(fact.of.feed, fact.of.key)
    const chain = chains.get(named) ?? opened(find(fact.of.feed, fact.of.key))
    if (!chain) continue
    chains.set(named, chain)
    chains.set(factName(source.feed, fact.key), chain)
    chain.lines.push(lineOf(entry))
    if (fact.confirm) matters.push(...chain.waiting.splice(0).map((each) => matterOf(chain, each, entry)))
    else if (fact.waits) chain.waiting.push({ fact, entry, was: { ...chain.said } })
    else Object.assign(chain.said, fact.set)
  }
  for (const chain of new Set(chains.values())) matters.push(...chain.waiting.map((each) => matterOf(chain, each, undefined)))
  return matters
}

function opened(of: RecordedFact | undefined): Chain | undefined {
  return of && { of, said: { ...of.fact }, lines: [], waiting: [] }
}

function matterOf(chain: Chain, { fact, entry, was }: Chain['waiting'][number], confirmed: RecordedFact | undefined): WaitingMatter {
  if (confirmed) Object.assign(chain.said, fact.set)
  return {
    id: entry.seq, unit: fact.unit, item: fact.item, day: dayOf(entry.recordedAt), opened: lineOf(entry), of: chain.of,
    outcome: confirmed ? { result: 'confirmed', line: lineOf(confirmed) } : null, exchange: chain.lines, change: changeOf(chain.of, fact, was),
  }
}

function changeOf({ source, seq, fact: of }: RecordedFact, fact: CorrectedFact, was: Record<string, unknown>): WaitingChange {
  return {
    of: { feed: source.feed, key: of.key, seq, kind: of.kind }, void: fact.void === true,
    fields: Object.entries(fact.set ?? {}).map(([name, becomes]) => ({ name, was: was[name] ?? null, becomes })),
  }
}
