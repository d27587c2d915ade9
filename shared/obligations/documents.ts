import type { FormedFact, PublishedFact } from '../facts/fact.ts'
import { byDay, type EffectiveFact } from '../facts/effective-facts.ts'
import { docNumberKey, urlKey } from '../facts/url-key.ts'

export type Formed = EffectiveFact<FormedFact>
export type Published = EffectiveFact<PublishedFact>

/** What is known of one document (or one unregistered page): its registrations and every publication that belongs to it. */
export interface Document {
  readonly ref: string | null
  /** The ref, else the page's URL, else 文号, else feed:key. */
  readonly name: string
  readonly formed: readonly Formed[]
  /** By day, feed, key. Guests (a lead's or successor's publications) only join, they open nothing. */
  readonly published: readonly Published[]
}

/** `page:<name>`: what a document is called while nobody has registered it. */
export function pageIdOf(document: Document): string {
  return `page:${document.name}`
}

interface Draft extends Document {
  readonly ref: string
  readonly formed: Formed[]
  readonly published: Published[]
}

/** Facts of a duty that make documents. */
export interface DocumentFacts {
  readonly formed: readonly Formed[]
  readonly published: readonly Published[]
}

function numberOf(docNumber: string | undefined): string | undefined {
  return docNumber === undefined || docNumber === '' ? undefined : docNumberKey(docNumber)
}

function refsOf(fact: PublishedFact): readonly string[] {
  if (fact.refs === undefined) return fact.ref === undefined ? [] : [fact.ref]
  return fact.ref === undefined ? fact.refs : [...new Set([fact.ref, ...fact.refs])]
}

/** Documents by the URLs and the 文号 that tell them apart. */
class Names {
  readonly #byUrl = new Map<string, Draft[]>()
  readonly #byNumber = new Map<string, Draft[]>()

  add(draft: Draft, url: string | undefined, docNumber: string | undefined): void {
    if (url) put(this.#byUrl, urlKey(url), draft)
    const number = numberOf(docNumber)
    if (number) put(this.#byNumber, number, draft)
  }

  /** The documents with the page's URL, else those with its 文号. */
  find({ url, docNumber }: PublishedFact): readonly Draft[] | undefined {
    return this.#byUrl.get(urlKey(url)) ?? this.#byNumber.get(numberOf(docNumber) ?? '')
  }
}

function put(index: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = index.get(key)
  if (!list) index.set(key, [draft])
  else if (!list.includes(draft)) list.push(draft)
}

/**
 * Joins registrations and publications of one duty into documents. Each `ref` is a document; a publication without
 * `ref` belongs to every document with its URL, else with its 文号; the rest group by URL, else 文号. The answer does
 * not depend on the order of arrival.
 */
export function documentsOf({ formed, published }: DocumentFacts, guests: readonly Published[] = []): Document[] {
  const drafts = new Map<string, Draft>()
  const draftOf = (ref: string): Draft => {
    let draft = drafts.get(ref)
    if (!draft) drafts.set(ref, draft = { ref, name: ref, formed: [], published: [] })
    return draft
  }
  for (const each of formed) draftOf(each.fact.ref).formed.push(each)
  const loose: Published[] = []
  for (const each of published) {
    const refs = refsOf(each.fact)
    if (refs.length === 0) loose.push(each)
    for (const ref of refs) draftOf(ref).published.push(each)
  }
  const rest = loose.length === 0 && guests.length === 0 ? loose : joined(drafts, loose, guests)
  for (const draft of drafts.values()) if (draft.published.length > 1) draft.published.sort(byDay)
  return [...drafts.values(), ...pagesOf(rest)]
}

/** Gives publications without `ref`, and guests, to the documents they belong to; answers those that belong to none. */
function joined(drafts: ReadonlyMap<string, Draft>, loose: readonly Published[], guests: readonly Published[]): Published[] {
  const names = new Names()
  for (const draft of drafts.values()) {
    for (const { fact } of draft.formed) names.add(draft, fact.url, fact.docNumber)
    for (const { fact } of draft.published) {
      // A page of many documents (公示表) tells none of them apart by its URL or number.
      if (refsOf(fact).length === 1) names.add(draft, fact.url, fact.docNumber)
    }
  }
  const rest: Published[] = []
  for (const each of loose) {
    const homes = names.find(each.fact)
    if (!homes) rest.push(each)
    else for (const home of homes) home.published.push(each)
  }
  for (const guest of guests) {
    const named = refsOf(guest.fact).flatMap((ref) => drafts.get(ref) ?? [])
    const homes = named.length > 0 ? named : names.find(guest.fact) ?? []
    for (const home of homes) if (home.formed.length > 0) home.published.push(guest)
  }
  return rest
}

/** Pages nobody registered: grouped by URL, else by 文号, else each for itself. */
function pagesOf(rest: readonly Published[]): Document[] {
  const pages = new Map<string, Published[]>()
  for (const each of rest) {
    const { url, docNumber, key } = each.fact
    const name = url ? urlKey(url) : docNumber ? docNumberKey(docNumber) : `${each.source.feed}:${key}`
    const list = pages.get(name)
    if (list) list.push(each)
    else pages.set(name, [each])
  }
  return [...pages].map(([name, published]) => ({ ref: null, name, formed: [], published: published.sort(byDay) }))
}
