import { docNumberKey, urlKey } from '../../shared/facts/url-key.ts'
import type { Obligation } from '../../shared/obligations/obligation.ts'
import type { SpottedMatches } from '../../shared/wire/sample-answers.ts'
import { obligationRow } from '../answers/obligations.ts'
import type { View } from '../answers/view.ts'

/** What is known of a blind piece from outside our store. */
export interface SpottedAsked {
  readonly unit: string
  readonly url?: string | undefined
  readonly docNumber?: string | undefined
}

type Match = SpottedMatches['matches'][number]

const MOST = 5

/** Told by a glance, where a key for each of many facts would hold the main thread: spaces aside, the last part stands in every spelling. */
function mayBe(text: string, hint: string): boolean {
  return text.includes(hint) || /\s/.test(text)
}

/**
 * Pieces that have the page or the 文号 (or have it as the source's own id) on record, the unit's own first, a page before
 * a 文号. Empty: our store knows nothing of it.
 */
export function spottedMatches(view: View, { unit, url, docNumber }: SpottedAsked): readonly Match[] {
  const world = view.world()
  const page = url === undefined ? undefined : urlKey(url)
  const number = docNumber === undefined ? undefined : docNumberKey(docNumber)
  const pageHint = /\/([^/?]*)(?:\?|$)/.exec(page ?? '')?.[1] ?? ''
  const numberHint = /(\d+)号/.exec(number ?? '')?.[1] ?? ''
  const byUrl = new Set<number>()
  const byNumber = new Set<number>()
  for (const { seq, fact } of view.everyFact()) {
    if (fact.kind !== 'formed' && fact.kind !== 'published' && fact.kind !== 'nothing') continue
    if (page !== undefined && fact.url !== undefined && mayBe(fact.url, pageHint) && urlKey(fact.url) === page) byUrl.add(seq)
    else if (number !== undefined && fact.kind !== 'nothing' && [fact.docNumber, fact.ref].some(each => each !== undefined && mayBe(each, numberHint) && docNumberKey(each) === number)) byNumber.add(seq)
  }
  if (byUrl.size + byNumber.size === 0) return []
  const found: { readonly by: Match['by']; readonly each: Obligation }[] = []
  for (const parts of view.parts().values()) {
    for (const part of parts) {
      for (const each of part.obligations) {
        const by = each.facts.some(seq => byUrl.has(seq)) ? 'url' : each.facts.some(seq => byNumber.has(seq)) ? 'docNumber' : undefined
        if (by) found.push({ by, each })
      }
    }
  }
  const rank = ({ by, each }: (typeof found)[number]) => (each.unit === unit ? 0 : 2) + (by === 'url' ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST).map(({ by, each }) => ({ by, row: obligationRow(each, world) }))
}
