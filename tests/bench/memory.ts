import { LiveBoard } from '../../server/live/live-board.ts'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import { isFactEntry } from '../../shared/facts/journal.ts'
import { spreadOf } from './measured.ts'
import type { Ratio } from './ratio.ts'

/** M: what the live board holds, by million facts; typed columns of 16 bytes a row and an index of keys beside it. */
export const memory: Ratio = {
  letter: 'M',
  async measure(scene) {
    const before = await held()
    const live = new LiveBoard(scene.today)
    const reader = openJournalReader(scene.big.folder)
    live.replay(reader.entries())
    live.board()
    const ours = await held() - before
    const columns = await held()
    const bare = columnsOf(reader.entries(), live.facts)
    const theirs = await held() - columns
    reader.close()
    const perMillion = (bytes: number) => bytes / live.facts
    const facts = live.facts.toLocaleString('en')
    if (bare.index.size === 0 || live.board().units.length === 0) throw new Error('nothing was held')
    return [{
      letter: 'M', what: `memory of the live board by million facts (${facts} held)`, against: '16 B/row columns + index of keys', unit: 'MB',
      ours: spreadOf([perMillion(ours)]), bare: spreadOf([perMillion(theirs)]), ratio: spreadOf([perMillion(ours)]), reach: { atMost: 400 },
      notes: ['the limit is on the figure itself, not on a ratio'],
    }]
  },
}

/** Bytes in use after everything unused is gone. */
async function held(): Promise<number> {
  for (let n = 0; n < 4; n += 1) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function columnsOf(entries: Iterable<Parameters<typeof isFactEntry>[0]>, facts: number) {
  const columns = { unit: new Uint32Array(facts), item: new Uint32Array(facts), day: new Uint32Array(facts), kind: new Uint32Array(facts) }
  const index = new Map<string, number>()
  const names = new Map<string, number>()
  const numberOf = (name: string) => names.get(name) ?? (names.set(name, names.size), names.size - 1)
  let row = 0
  for (const entry of entries) {
    if (!isFactEntry(entry)) continue
    columns.unit[row] = numberOf(entry.fact.unit)
    columns.item[row] = numberOf(entry.fact.item)
    columns.day[row] = numberOf(entry.fact.day)
    columns.kind[row] = numberOf(entry.fact.kind)
    index.set(`${entry.source.feed}\n${entry.fact.key}`, row)
    row += 1
  }
  return { columns, index }
}
