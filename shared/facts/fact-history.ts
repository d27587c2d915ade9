import type { Day, Instant } from '../time/day.ts'
import type { CorrectedFact, FactKind, RecordedFact } from './fact.ts'

/** A correction (更正) of one fact, as its history names it. */
export interface CorrectionNote {
  readonly seq: number
  readonly act: 'set' | 'void' | 'confirm'
  /** `waiting`: it would improve a settled status and no supervisor has confirmed it (更正待核). */
  readonly state: 'applied' | 'waiting'
  readonly set: Readonly<Record<string, unknown>> | null
  readonly reason: string
}

/** One line of an obligation's history, in the order of recording. */
export interface HistoryRow {
  readonly seq: number
  readonly recordedAt: Instant
  readonly feed: string
  readonly account: string | null
  readonly kind: FactKind
  readonly day: Day
  /** Of a correction: seq of the fact it is about. */
  readonly corrects: number | null
  readonly correctedBy: readonly CorrectionNote[]
}

/** The facts bearing on an obligation and every correction of them; a correction of a correction is one of its fact. */
export function factHistory(facts: readonly RecordedFact[], corrections: readonly RecordedFact[]): readonly HistoryRow[] {
  const roots = new Map(facts.map((each) => [keyOf(each.source.feed, each.fact.key), each.seq]))
  const notes = new Map<number, CorrectionNote[]>()
  const rows: HistoryRow[] = []
  for (const recorded of corrections) {
    const { fact, seq, source } = recorded
    if (fact.kind !== 'corrected') continue
    const root = roots.get(keyOf(fact.of.feed, fact.of.key))
    if (root === undefined) continue
    roots.set(keyOf(source.feed, fact.key), root)
    const before = notes.get(root) ?? []
    notes.set(root, [...(fact.confirm ? before.map(applied) : before), noteOf(seq, fact)])
    rows.push(rowOf(recorded, root))
  }
  for (const each of facts) rows.push({ ...rowOf(each, null), correctedBy: notes.get(each.seq) ?? [] })
  return rows.sort((a, b) => a.seq - b.seq)
}

function noteOf(seq: number, fact: CorrectedFact): CorrectionNote {
  const act = fact.confirm ? 'confirm' : fact.void ? 'void' : 'set'
  return { seq, act, state: fact.waits ? 'waiting' : 'applied', set: fact.set ?? null, reason: fact.reason }
}

function applied(note: CorrectionNote): CorrectionNote {
  return { ...note, state: 'applied' }
}

function rowOf({ seq, recordedAt, source, fact }: RecordedFact, corrects: number | null): HistoryRow {
  return { seq, recordedAt, feed: source.feed, account: source.account ?? null, kind: fact.kind, day: fact.day, corrects, correctedBy: [] }
}

function keyOf(feed: string, key: string): string {
  return `${feed}\u0000${key}`
}
