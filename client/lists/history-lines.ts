import type { Fact, RecordedFact } from '../../shared/facts/fact.ts'
import type { HistoryRow } from '../../shared/facts/fact-history.ts'
import { deskWords } from '../desk-words.ts'
import { feedWords } from '../record-words.ts'
import { factWords } from '../words.ts'

/** One line of a piece's history: what was recorded, and what became of it. */
export interface HistoryLine {
  readonly row: HistoryRow
  readonly act: string
  readonly source: string
  /** Title, reason or address: the words the fact carries. */
  readonly content: string
  readonly url: string | null
  readonly notes: readonly { readonly text: string; readonly waiting: boolean }[]
}

/** A piece's history in the order of recording; a correction says which line it is about. */
export function historyLines(history: readonly HistoryRow[], facts: readonly RecordedFact[]): HistoryLine[] {
  const bySeq = new Map(facts.map((each) => [each.seq, each.fact] as const))
  const { correction } = deskWords.piece
  return history.map((row) => {
    const fact = bySeq.get(row.seq)
    return {
      row, act: factWords[row.kind], source: feedWords[row.feed] ?? row.feed,
      content: row.corrects === null ? contentOf(fact) : deskWords.piece.correctionOf(row.corrects),
      url: fact !== undefined && 'url' in fact ? fact.url ?? null : null,
      notes: row.correctedBy.map(({ act, state, reason }) => ({ text: deskWords.piece.correctedBy(`${correction[act]}（${correction[state]}）`, reason), waiting: state === 'waiting' })),
    }
  })
}

function contentOf(fact: Fact | undefined): string {
  if (fact === undefined) return ''
  const title = 'title' in fact ? fact.title : ''
  const reason = 'reason' in fact ? fact.reason : ''
  return title !== '' ? title : reason
}
