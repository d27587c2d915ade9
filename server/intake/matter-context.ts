import { urlKey } from '../../shared/facts/url-key.ts'
import { effectiveFacts } from '../../shared/facts/effective-facts.ts'
import type { MatterDraft } from '../../shared/facts/fact-context.ts'
import type { About, RecordedFact } from '../../shared/facts/fact.ts'
import { refusal, type Refusal } from '../../shared/refusal.ts'
import type { Contested } from '../../shared/obligations/contest.ts'
import { dueOfObligation } from '../../shared/obligations/due-layers.ts'
import { refusedMatter } from '../../shared/obligations/matter-rules.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { LivePort } from './ports.ts'

type Live = Pick<LivePort, 'obligation' | 'parts' | 'corrections' | 'factsOf' | 'world'>

/**
 * Refuses an appeal, a request or an answer to one by what the obligation has been through. A unit's own must name one
 * obligation; an answer may name one that is not there yet, which nothing can be said about.
 */
export function refusedInMatter(live: Live, draft: MatterDraft): Refusal | undefined {
  const named = obligationsNamed(live, draft)
  const isUnits = draft.kind === 'disputed' || draft.kind === 'requested'
  if (isUnits && named.length !== 1) {
    return refusal('bad-about', 'about', named.length === 0 ? '没有找到所指的应公开信息，请从清单中选择后再提出。' : `所指的应公开信息有 ${named.length} 件，请逐件提出（写明 obligation 编号）。`)
  }
  for (const obligation of named) {
    const contested = contestedOf(live, obligation)
    const refused = refusedMatter({ ...contested, ...draft, legal: legalDay(live, contested), world: live.world() })
    if (refused) return refused
  }
  return undefined
}

function obligationsNamed(live: Live, { unit, item, about }: MatterDraft): readonly Obligation[] {
  if ('obligation' in about) {
    const found = live.obligation(about.obligation)
    return found ? [found] : []
  }
  const duties = (live.parts().get(unit) ?? []).filter(({ standing }) => standing.item === item)
  return duties.flatMap(({ obligations }) => obligations.filter((each) => isNamed(each, about)))
}

function isNamed(each: Obligation, about: Exclude<About, { obligation: string }>): boolean {
  if ('period' in about) return each.period === about.period
  if ('url' in about) return each.url !== null && urlKey(each.url) === urlKey(about.url)
  return each.id.includes(`|doc:${about.ref}@`)
}

/** The facts bearing on an obligation, with the corrections of them applied, as the live board knows them. */
function contestedOf(live: Live, obligation: Obligation): Contested {
  const recorded = live.factsOf(obligation.facts)
  const corrections = correctionsOf(recorded, live.corrections())
  const entries = [...recorded, ...corrections].sort((a, b) => a.seq - b.seq)
  return { obligation, facts: effectiveFacts(entries).filter(({ fact }) => fact.kind !== 'corrected'), corrections }
}

function correctionsOf(facts: readonly RecordedFact[], all: readonly RecordedFact[]): readonly RecordedFact[] {
  const named = new Set(facts.map(({ source, fact }) => `${source.feed}\n${fact.key}`))
  return all.filter(({ source, fact }) => {
    if (fact.kind !== 'corrected' || !named.has(`${fact.of.feed}\n${fact.of.key}`)) return false
    // A correction may be corrected in turn.
    named.add(`${source.feed}\n${fact.key}`)
    return true
  })
}

function legalDay(live: Live, { obligation }: Contested) {
  return dueOfObligation(obligation, live.world(), live.factsOf(obligation.facts))?.legal ?? null
}
