import type { Unit } from '../catalogue/item.ts'
import type { About, PublishedFact, RecordedFact } from '../facts/fact.ts'
import { effectiveFacts, ofKind } from '../facts/effective-facts.ts'
import { urlKey } from '../facts/url-key.ts'
import type { RecentRow } from './board-rows.ts'
import type { DutyPart } from './figures.ts'
import { shortList } from './unit-account.ts'

interface Judged {
  readonly parts: ReadonlyMap<string, readonly DutyPart[]>
  readonly units: ReadonlyMap<string, Unit>
}

/**
 * What just happened, newest first, as many as a short list holds. Only a publication shows its title, and not where the
 * paper is withheld (不予公开).
 */
export function recentRowsOf(recent: readonly RecordedFact[], judged: Judged): readonly RecentRow[] {
  const shown = recent.slice(0, shortList)
  const titles = titlesOf(shown)
  return shown.map((recorded) => {
    const { fact, seq, recordedAt } = recorded
    const title = isWithheld(recorded, judged) ? null : titles.get(seq) ?? null
    return { seq, at: recordedAt, unit: fact.unit, item: fact.item, kind: fact.kind, title, day: fact.day }
  })
}

/**
 * Titles of publications as corrected since, by seq; none for what was voided or taken down. Whatever was said of a recent
 * fact is more recent still, so the list itself tells.
 */
function titlesOf(recent: readonly RecordedFact[]): ReadonlyMap<number, string> {
  const facts = effectiveFacts([...recent].sort((a, b) => a.seq - b.seq))
  const down = ofKind(facts, 'withdrawn')
  const titles = new Map<number, string>()
  for (const { fact, seq } of ofKind(facts, 'published')) {
    const isDown = down.some((each) => each.seq > seq && each.fact.unit === fact.unit && isOf(each.fact.about, fact))
    if (!isDown) titles.set(seq, fact.title)
  }
  return titles
}

function isOf(about: About, { ref, refs, url, period }: PublishedFact): boolean {
  if ('ref' in about) return about.ref === ref || refs?.includes(about.ref) === true
  if ('url' in about) return urlKey(about.url) === urlKey(url)
  return 'period' in about ? about.period === period : about.obligation.endsWith(`:${urlKey(url)}`) || (ref !== undefined && about.obligation.includes(`:${ref}@`))
}

function isWithheld(recorded: RecordedFact, judged: Judged): boolean {
  return holdersOf(recorded, judged.units).some((unit) => withheldIn(judged.parts.get(unit) ?? []).has(recorded.seq))
}

const known = new WeakMap<readonly DutyPart[], ReadonlySet<number>>()

/** Facts of withheld papers; looked for once, since a unit that moves comes with a new array. */
function withheldIn(parts: readonly DutyPart[]): ReadonlySet<number> {
  const seen = known.get(parts)
  if (seen) return seen
  const seqs = new Set<number>()
  for (const { obligations } of parts) {
    for (const { exemptKind, facts } of obligations) if (exemptKind === 'withheld') for (const seq of facts) seqs.add(seq)
  }
  known.set(parts, seqs)
  return seqs
}

/** What was open when a unit merged is judged under its successor. */
function holdersOf({ fact }: RecordedFact, units: ReadonlyMap<string, Unit>): readonly string[] {
  const successor = units.get(fact.unit)?.successorByItem?.[fact.item] ?? units.get(fact.unit)?.successor
  return successor === undefined ? [fact.unit] : [fact.unit, successor]
}
