import type { Day } from '../time/day.ts'
import type { About } from '../facts/fact.ts'
import type { EffectiveFact } from '../facts/effective-facts.ts'
import { urlKey } from '../facts/url-key.ts'
import type { PolicyDocument } from './document-obligations.ts'
import { documentsOf, type Document, type Published } from './documents.ts'
import type { DutyFacts } from './duty-facts.ts'
import type { JudgedOccurrence } from './occurrence.ts'

/** What was judged of one document. */
export interface DocumentOutcome {
  readonly document: Document
  readonly judged: readonly JudgedOccurrence[]
  readonly policy: PolicyDocument | undefined
}

/** What is still good of the last judgement. */
export interface Recalled {
  readonly documents: readonly Document[]
  /** The outcome of the n-th document, undefined when it must be judged again. */
  outcomeOf(document: Document, n: number): DocumentOutcome | undefined
  /** To be called with the outcome of every document, in their order. */
  keep(outcomes: readonly DocumentOutcome[]): void
}

/** Facts that are said about documents without joining them. */
const saying = ['exempt', 'ruled', 'disputed', 'extended', 'requested', 'declined', 'withdrawn', 'observed'] as const

interface Seen {
  readonly corrected: number
  readonly joining: number
  readonly guests: readonly Published[]
  readonly said: readonly number[]
}

/**
 * What the live board keeps of a duty's documents from one judgement to the next, the settings being the same and facts
 * only being added. A document is judged again when a publication or registration joins or leaves it, when something new is
 * said about it, and when its day has come; a correction makes all forgotten.
 */
export class DocumentMemory {
  #outcomes: readonly DocumentOutcome[] = []
  #seen: Seen | undefined

  recall(facts: DutyFacts, { guests, day }: { readonly guests: readonly Published[]; readonly day: Day }): Recalled {
    const before = this.#seen
    const now = seenOf(facts, guests)
    const outcomes = before?.corrected === now.corrected ? this.#outcomes : []
    const keep = (kept: readonly DocumentOutcome[]) => {
      this.#seen = now
      this.#outcomes = kept
    }
    const news = new News(saying.flatMap((kind, n): readonly EffectiveFact[] => (before ? facts[kind].slice(before.said[n]) : [])))
    const isGood = (outcome: DocumentOutcome) => outcome.judged.every(({ until }) => until === null || until > day) && !news.isAbout(outcome)
    if (before && outcomes.length > 0 && before.joining === now.joining && isSameList(before.guests, guests)) {
      return { keep, documents: outcomes.map(({ document }) => document), outcomeOf: (_, n) => (isGood(outcomes[n]!) ? outcomes[n] : undefined) }
    }
    const byName = new Map(outcomes.map((outcome) => [outcome.document.name, outcome]))
    return {
      keep, documents: documentsOf(facts, guests),
      outcomeOf(document) {
        const outcome = byName.get(document.name)
        return outcome && isSameDocument(outcome.document, document) && isGood(outcome) ? outcome : undefined
      },
    }
  }

}

function seenOf(facts: DutyFacts, guests: readonly Published[]): Seen {
  return { corrected: facts.corrected, joining: facts.formed.length + facts.published.length, guests, said: saying.map((kind) => facts[kind].length) }
}

function isSameDocument(a: Document, b: Document): boolean {
  return a.ref === b.ref && isSameList(a.formed, b.formed) && isSameList(a.published, b.published)
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, n) => each === b[n])
}

/** What was said since, by the names it was said under. */
class News {
  readonly #refs = new Set<string>()
  readonly #urls = new Set<string>()
  readonly #obligations = new Set<string>()
  readonly #isEmpty: boolean

  constructor(said: readonly EffectiveFact[]) {
    this.#isEmpty = said.length === 0
    for (const { fact } of said) {
      if (fact.kind === 'observed') this.#urls.add(urlKey(fact.url))
      else if ('about' in fact && fact.about !== undefined) this.#add(fact.about)
    }
  }

  #add(about: About): void {
    if ('ref' in about) this.#refs.add(about.ref)
    else if ('url' in about) this.#urls.add(urlKey(about.url))
    else if ('obligation' in about) this.#obligations.add(about.obligation)
  }

  isAbout({ document: { ref, formed, published }, judged }: DocumentOutcome): boolean {
    if (this.#isEmpty) return false
    return (ref !== null && this.#refs.has(ref)) ||
      (this.#urls.size > 0 && [...formed, ...published].some(({ fact }) => fact.url !== undefined && this.#urls.has(urlKey(fact.url)))) ||
      (this.#obligations.size > 0 && judged.some(({ obligation }) => [obligation.id, ...obligation.aliases].some((id) => this.#obligations.has(id))))
  }
}
