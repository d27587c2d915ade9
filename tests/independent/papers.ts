import { localDay, type Day } from './days.ts'
import { inOrder, type Said } from './known.ts'
import { dueAfter } from './limits.ts'
import { numberKey, pageKey, refsOf } from './names.ts'
import { judged, ofFactKind, satisfies, type Heard, type Owed, type Piece } from './verdict.ts'
import { republished } from './republished.ts'

/** One document, or one page nobody registered, with all that belongs to it. */
interface Paper {
  readonly ref: string | null
  readonly name: string
  readonly formed: Said[]
  published: Said[]
}

/** A policy that is public: somebody owes its interpretation. */
export interface Policy {
  readonly piece: string
  readonly names: readonly string[]
  readonly publishedDay: Day
  readonly drafter: string
  readonly publisher: string
}

function pagesIn(paper: Paper): Set<string> {
  const tell = [...paper.formed, ...paper.published.filter(({ fact }) => refsOf(fact).length === 1)]
  return new Set(tell.flatMap(({ fact }) => (fact.url ? [pageKey(fact.url)] : [])))
}

function numbersIn(paper: Paper): Set<string> {
  const tell = [...paper.formed, ...paper.published.filter(({ fact }) => refsOf(fact).length === 1)]
  return new Set(tell.flatMap(({ fact }) => (fact.docNumber ? [numberKey(fact.docNumber)] : [])))
}

/**
 * Joining: each ref is a document; a publication without one belongs to every document with its page, else with its 文号; the rest
 * are pages, told apart by URL, else 文号. Publications of a joint paper's lead, or of the unit that took over, only join.
 */
export function papersOf({ said, guests }: Pick<Heard, 'said' | 'guests'>): Paper[] {
  const registered = new Map<string, Paper>()
  const paperOf = (ref: string) => {
    const paper = registered.get(ref) ?? { ref, name: ref, formed: [], published: [] }
    registered.set(ref, paper)
    return paper
  }
  for (const each of ofFactKind(said, 'formed')) paperOf(each.fact.ref ?? '').formed.push(each)
  const publications = ofFactKind(said, 'published')
  for (const each of publications) for (const ref of refsOf(each.fact)) paperOf(ref).published.push(each)
  const papers = [...registered.values()].map((paper) => ({ paper, pages: pagesIn(paper), numbers: numbersIn(paper) }))
  const homesOf = ({ fact }: Said): Paper[] => {
    const byPage = papers.filter(({ pages }) => pages.has(pageKey(fact.url ?? '')))
    const number = fact.docNumber ? numberKey(fact.docNumber) : null
    return (byPage.length > 0 ? byPage : papers.filter(({ numbers }) => number !== null && numbers.has(number))).map(({ paper }) => paper)
  }
  const pages = new Map<string, Paper>()
  for (const each of publications.filter(({ fact }) => refsOf(fact).length === 0)) {
    const homes = homesOf(each)
    for (const home of homes) home.published.push(each)
    if (homes.length > 0) continue
    const { url, docNumber, key } = each.fact
    const name = url ? pageKey(url) : docNumber ? numberKey(docNumber) : `${each.feed}:${key}`
    const page = pages.get(name) ?? { ref: null, name, formed: [], published: [] }
    pages.set(name, page)
    page.published.push(each)
  }
  for (const guest of guests) {
    const named = refsOf(guest.fact).flatMap((ref) => registered.get(ref) ?? [])
    for (const home of named.length > 0 ? named : homesOf(guest)) if (home.formed.length > 0) home.published.push(guest)
  }
  const all = [...registered.values(), ...pages.values()]
  for (const paper of all) paper.published = inOrder(paper.published)
  return all
}

/** How sure the day is: `source` from a system of record, `declared` before it was public, else `backfilled`. */
function proofOf(formed: readonly Said[], published: Day | null): string {
  if (formed.some(({ ofRecord }) => ofRecord)) return 'source'
  return published === null || formed.some(({ recordedAt }) => localDay(recordedAt) <= published) ? 'declared' : 'backfilled'
}

/** A registered document is owed once for its making, and again for each other day on which it changed. */
function registeredOwed(paper: Paper, heard: Heard, onStandingPage: 'a change only' | 'a document'): Owed[] {
  const { duty, rules } = heard
  const days = [...new Set(paper.formed.map(({ fact }) => fact.day))].sort()
  const stated = new Set<Day>()
  return days.map((day, n) => {
    const formed = paper.formed.filter(({ fact }) => fact.day === day)
    const first = formed.map(({ statedDay }) => statedDay).sort()[0]!
    const named = stated.has(first) ? day : first
    stated.add(named)
    const pages = [...new Set([paper.name, ...paper.published.map(({ fact }) => pageKey(fact.url ?? ''))])]
    const isMaking = n === 0 && onStandingPage === 'a document'
    return {
      id: `${duty.key}|doc:${paper.ref}@${named}`, aliases: n === 0 ? pages.map((page) => `${duty.key}|page:${page}`) : [], origin: 'formed',
      ref: paper.ref, period: null, formed, eventDay: day, hangs: true, proof: (published) => proofOf(formed, published),
      due: (workdays) => dueAfter('formed', day, duty.item, rules, workdays),
      published: isMaking ? paper.published : paper.published.filter(({ fact }) => fact.day >= day),
    }
  })
}

/** A publication nobody registered is owed by the 成文日期 it shows, if any. */
function pageOwed(paper: Paper, { duty, rules }: Heard): Owed {
  const shown = paper.published.find(({ fact }) => fact.formedDay !== undefined)?.fact.formedDay ?? null
  return {
    id: `${duty.key}|page:${paper.name}`, aliases: [], origin: 'formed', ref: paper.ref, period: null, formed: [], eventDay: shown, hangs: true,
    proof: () => (shown === null ? 'none' : 'backfilled'), due: (workdays) => (shown === null ? null : dueAfter('formed', shown, duty.item, rules, workdays)),
    published: paper.published,
  }
}

/** The documents of an as-formed row, or on a standing row the changes registered; and the policies among them that are public. */
export function paperPieces(heard: Heard, onStandingPage: 'a change only' | 'a document'): { readonly pieces: Piece[]; readonly policies: Policy[] } {
  const pieces: Piece[] = []
  const policies: Policy[] = []
  for (const paper of papersOf(heard)) {
    const isPage = paper.formed.length === 0
    // A first crawl opens nothing; on a standing row only what was registered does.
    if (isPage && (onStandingPage === 'a change only' || paper.published.every(({ fact }) => fact.baseline))) continue
    const own = (isPage ? [pageOwed(paper, heard)] : registeredOwed(paper, heard, onStandingPage)).map((each) => judged(each, heard))
    pieces.push(...own)
    if (onStandingPage === 'a document') {
      const last = paper.formed.slice(-1)
      pieces.push(...republished({ piece: own[0]!, ref: paper.ref, formed: last, published: paper.published, event: 'formed' }, heard))
    }
    const first = paper.published.find((each) => satisfies(each, heard.duty))
    if (!first || ![...paper.formed, ...paper.published].some(({ fact }) => fact.policy)) continue
    const publisher = heard.duty.unit.id
    policies.push({
      piece: own[0]!.id, names: [paper.ref, own[0]!.docNumber].flatMap((name) => (name === null ? [] : [numberKey(name)])),
      publishedDay: first.fact.day, publisher, drafter: paper.formed.find(({ fact }) => fact.drafter)?.fact.drafter ?? publisher,
    })
  }
  return { pieces, policies }
}
