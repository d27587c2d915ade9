import type { FormedFact, PublishedFact } from '../facts/fact.ts'
import { byDay, ofKind, type EffectiveFact } from '../facts/effective-facts.ts'
import { docNumberKey, urlKey } from '../facts/url-key.ts'

export type Formed = EffectiveFact<FormedFact>
export type Published = EffectiveFact<PublishedFact>

/** What is known of one document (or one unregistered page): its registrations and every publication that belongs to it. */
export interface Document {
  readonly ref: string | null
  /** `page:<ref, else URL, else 文号, else feed:key>`: its name while nobody has registered it. */
  readonly pageId: string
  readonly formed: readonly Formed[]
  /** By day, feed, key. Guests (a lead's or successor's publications) only join, they open nothing. */
  readonly published: readonly Published[]
}

interface Draft {
  ref: string | null
  formed: Formed[]
  published: Set<Published>
  urls: Set<string>
  numbers: Set<string>
}

function numberOf(docNumber: string | undefined): string | undefined {
  return docNumber === undefined || docNumber === '' ? undefined : docNumberKey(docNumber)
}

function refsOf(fact: PublishedFact): readonly string[] {
  return fact.ref === undefined ? fact.refs ?? [] : fact.refs ? [...new Set([fact.ref, ...fact.refs])] : [fact.ref]
}

function push<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const list = index.get(key)
  if (list) list.push(value)
  else index.set(key, [value])
}

/**
 * Joins registrations and publications of one duty into documents. Each `ref` is a document; a publication without
 * `ref` belongs to every document with its URL, else with its 文号; the rest group by URL, else 文号. The answer does
 * not depend on the order of arrival.
 */
export function documentsOf(facts: readonly EffectiveFact[], guests: readonly Published[] = []): Document[] {
  const byRef = new Map<string, Draft>()
  const draftOf = (ref: string): Draft => {
    let draft = byRef.get(ref)
    if (!draft) byRef.set(ref, draft = { ref, formed: [], published: new Set(), urls: new Set(), numbers: new Set() })
    return draft
  }
  const formed = ofKind(facts, 'formed')
  const published = ofKind(facts, 'published')
  for (const each of formed) {
    const draft = draftOf(each.fact.ref)
    draft.formed.push(each)
    if (each.fact.url) draft.urls.add(urlKey(each.fact.url))
    const number = numberOf(each.fact.docNumber)
    if (number) draft.numbers.add(number)
  }
  const loose: Published[] = []
  for (const each of published) {
    const refs = refsOf(each.fact)
    if (refs.length === 0) loose.push(each)
    for (const ref of refs) {
      const draft = draftOf(ref)
      draft.published.add(each)
      // A page of many documents (公示表) tells none of them apart by its URL or number.
      if (refs.length > 1) continue
      draft.urls.add(urlKey(each.fact.url))
      const number = numberOf(each.fact.docNumber)
      if (number) draft.numbers.add(number)
    }
  }
  const drafts = [...byRef.values()]
  const { byUrl, byNumber } = indexOf(drafts)
  const rest: Published[] = []
  for (const each of loose) {
    const homes = byUrl.get(urlKey(each.fact.url)) ?? byNumber.get(numberOf(each.fact.docNumber) ?? '')
    if (!homes) rest.push(each)
    else for (const home of homes) home.published.add(each)
  }
  for (const guest of guests) {
    const refs = refsOf(guest.fact)
    const named = refs.flatMap((ref) => byRef.get(ref) ?? [])
    const homes = named.length > 0 ? named : byUrl.get(urlKey(guest.fact.url)) ?? byNumber.get(numberOf(guest.fact.docNumber) ?? '') ?? []
    for (const home of homes) if (home.formed.length > 0) home.published.add(guest)
  }
  return [...drafts.map(finished), ...pagesOf(rest)]
}

function indexOf(drafts: readonly Draft[]) {
  const byUrl = new Map<string, Draft[]>()
  const byNumber = new Map<string, Draft[]>()
  for (const draft of drafts) {
    for (const url of draft.urls) push(byUrl, url, draft)
    for (const number of draft.numbers) push(byNumber, number, draft)
  }
  return { byUrl, byNumber }
}

function finished(draft: Draft): Document {
  return { ref: draft.ref, pageId: `page:${draft.ref}`, formed: draft.formed, published: [...draft.published].sort(byDay) }
}

/** Pages nobody registered: grouped by URL, else by 文号, else each for itself. */
function pagesOf(rest: readonly Published[]): Document[] {
  const pages = new Map<string, Published[]>()
  for (const each of rest) {
    const { url, docNumber, key } = each.fact
    const name = url ? urlKey(url) : docNumber ? docNumberKey(docNumber) : `${each.entry.source.feed}:${key}`
    push(pages, name, each)
  }
  return [...pages].map(([name, published]) => ({ ref: null, pageId: `page:${name}`, formed: [], published: published.sort(byDay) }))
}
