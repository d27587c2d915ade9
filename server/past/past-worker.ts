import { parentPort } from 'node:worker_threads'
import { must } from '../../shared/must.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import { judgementOf } from '../../shared/obligations/judge.ts'
import { boardFrom } from '../../shared/measures/board.ts'
import type { Board } from '../../shared/measures/board-rows.ts'
import { figuresOf } from '../../shared/measures/figures.ts'
import { answer } from '../answers/answer.ts'
import type { View } from '../answers/view.ts'
import { openJournalReader } from '../store/journal-reader.ts'
import type { AsKnown } from './as-known.ts'
import type { PastAnswer, PastRequest } from './past.ts'

/** Above this many entries the journal is read again for each new past instead of being kept. */
const KEPT_ENTRIES = 200_000
/** Judged pasts kept for further questions about the same one. */
const KEPT_VIEWS = 3

/** Judges the past off the main thread, from its own read-only look at the journal. */
export function servePast(folder: string): void {
  const port = must(parentPort, 'the past is judged in a worker thread')
  const reader = openJournalReader(folder)
  const entries: Entry[] = []
  const views = new Map<string, View>()

  function journal(): readonly Entry[] {
    const from = (entries.at(-1)?.seq ?? 0) + 1
    for (const entry of reader.entries(from)) entries.push(entry)
    return entries
  }

  function viewAt(at: AsKnown, revision: number): View {
    const key = `${at.day} ${at.knownAt ?? revision}`
    const view = views.get(key) ?? judgedView(at)
    views.delete(key)
    views.set(key, view)
    for (const oldest of views.keys()) {
      if (views.size <= KEPT_VIEWS) break
      views.delete(oldest)
    }
    return view
  }

  function judgedView({ day, knownAt }: AsKnown): View {
    const judgement = judgementOf(journal(), knownAt === null ? { day } : { day, knownAt })
    if (entries.length > KEPT_ENTRIES) entries.length = 0
    const { world, revision } = judgement
    const parts = new Map([...judgement.duties].map(([unit, duties]) =>
      [unit, duties.map(duty => ({ ...duty, figures: figuresOf(duty.obligations, world) }))]))
    let board: Board | undefined
    return {
      revision,
      world: () => world,
      parts: () => parts,
      board: () => (board ??= boardFrom(parts, judgement)),
      facts: seqs => seqs.map(entryOf).filter(isFactEntry),
    }
  }

  function entryOf(seq: number): Entry {
    return must(entries[seq - 1] ?? reader.entries(seq).next().value, `entry ${seq} is in the journal`)
  }

  port.on('message', (request: PastRequest) => {
    const found = answer(viewAt(request.at, request.revision), request.question)
    const text = found === undefined ? null : new TextEncoder().encode(JSON.stringify(found))
    const reply: PastAnswer = { id: request.id, text }
    port.postMessage(reply, text === null ? [] : [text.buffer])
  })
}
