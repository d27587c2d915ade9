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

/** Lists begin with their one fact, which is nearly always all there is: an empty list that is added to takes room for many. */
interface Draft extends Document {
  readonly ref: string
  formed: Formed[]
  published: Published[]
}

const none: never[] = []

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
  for (const each of formed) {
    const { ref } = each.fact
    const draft = drafts.get(ref)
    if (draft) draft.formed.push(each)
    else drafts.set(ref, { ref, name: ref, formed: [each], published: none })
  }
  const loose: Published[] = []
  for (const each of published) {
    const refs = refsOf(each.fact)
    if (refs.length === 0) loose.push(each)
    for (const ref of refs) {
      const draft = drafts.get(ref)
      if (draft) give(draft, each)
      else drafts.set(ref, { ref, name: ref, formed: none, published: [each] })
    }
  }
  const rest = loose.length === 0 && guests.length === 0 ? loose : joined(drafts, loose, guests)
  for (const draft of drafts.values()) if (draft.published.length > 1) draft.published.sort(byDay)
  return [...drafts.values(), ...pagesOf(rest)]
}

function give(draft: Draft, published: Published): void {
  if (draft.published.length === 0) draft.published = [published]
  else draft.published.push(published)
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
    else for (const home of homes) give(home, each)
  }
  for (const guest of guests) {
    const named = refsOf(guest.fact).flatMap((ref) => drafts.get(ref) ?? [])
    const homes = named.length > 0 ? named : names.find(guest.fact) ?? []
    for (const home of homes) if (home.formed.length > 0) give(home, guest)
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
  return [...pages].map(([name, published]) => ({ ref: null, name, formed: none, published: published.length > 1 ? published.sort(byDay) : published }))
}
