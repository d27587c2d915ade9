import type { CorrectedFact, Fact, RecordedFact } from './fact.ts'

/** A fact as it counts after the corrections known so far: the recorded one itself while nobody has corrected it. */
export interface EffectiveFact<F extends Fact = Fact> extends Omit<RecordedFact, 'fact'> {
  readonly fact: F
  /** As it was recorded, where a correction replaced something. */
  readonly recorded?: Fact
  /** A correction that would improve a settled status waits for a supervisor (更正待核). */
  readonly pending?: boolean
}

interface Correction {
  set: Record<string, unknown>
  void: boolean
  waiting: CorrectedFact[]
}

function keyOf(feed: string, key: string): string {
  return `${feed}\u0000${key}`
}

function apply(to: Correction, fact: CorrectedFact): void {
  if (fact.void) to.void = true
  else if (fact.set) {
    to.void = false
    Object.assign(to.set, fact.set)
  }
}

/** Corrections by the fact they are of, in order of sequence; waiting ones count once a supervisor confirms. */
function correctionsOf(entries: readonly RecordedFact[]): Map<string, Correction> {
  const corrections = new Map<string, Correction>()
  const target = new Map<string, string>()
  for (const { fact, source } of entries) {
    if (fact.kind !== 'corrected') continue
    const named = keyOf(fact.of.feed, fact.of.key)
    const of = target.get(named) ?? named
    target.set(keyOf(source.feed, fact.key), of)
    const made = corrections.get(of) ?? { set: {}, void: false, waiting: [] }
    corrections.set(of, made)
    if (fact.confirm) for (const waiting of made.waiting.splice(0)) apply(made, waiting)
    else if (fact.waits) made.waiting.push(fact)
    else apply(made, fact)
  }
  return corrections
}

/**
 * Facts of one duty after correction: named fields replaced, voided ones left out, the last in sequence wins. `entries`
 * are in order of seq. Identity fields (kind, key, unit, item) are never replaced: a fact under the wrong row is voided
 * and sent again.
 */
export function effectiveFacts(entries: readonly RecordedFact[]): readonly EffectiveFact[] {
  if (!entries.some((entry) => entry.fact.kind === 'corrected')) return entries
  const corrections = correctionsOf(entries)
  const facts: EffectiveFact[] = []
  for (const entry of entries) {
    if (entry.fact.kind === 'corrected') continue
    const made = corrections.get(keyOf(entry.source.feed, entry.fact.key))
    if (!made) facts.push(entry)
    else if (!made.void) {
      const { kind, key, unit, item } = entry.fact
      const fact = { ...entry.fact, ...made.set, kind, key, unit, item } as Fact
      facts.push({ ...entry, fact, recorded: entry.fact, pending: made.waiting.length > 0 })
    }
  }
  return facts
}

/** The facts of one kind, in order. */
export function ofKind<K extends Fact['kind']>(facts: readonly EffectiveFact[], kind: K): EffectiveFact<Extract<Fact, { kind: K }>>[] {
  return facts.filter((each): each is EffectiveFact<Extract<Fact, { kind: K }>> => each.fact.kind === kind)
}

/** By day, feed, key: an order that does not depend on arrival. */
export function byDay(a: EffectiveFact, b: EffectiveFact): number {
  return compare(a.fact.day, b.fact.day) || compare(a.source.feed, b.source.feed) || compare(a.fact.key, b.fact.key)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
