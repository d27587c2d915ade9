import { LiveBoard } from '../../server/live/live-board.ts'
import { openStore, type Store } from '../../server/store/open-store.ts'
import { systemClock } from '../../server/clock.ts'
import type { Fact } from '../../shared/facts/fact.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { bigJournal } from './big-journal.ts'
import { ratios, spreadOf, timed } from './measured.ts'
import type { Ratio } from './ratio.ts'
import type { Loose } from './big-facts.ts'
import type { Filled, Scene } from './scene.ts'
import { copyOf } from './server-process.ts'

const FACTS = 400
const TIMES = 5

interface Opened {
  readonly store: Store
  readonly live: LiveBoard
}

/** D: one fact committed and its board brought up to date, in a long journal and in a short one. */
export const oneCommit: Ratio = {
  letter: 'D',
  async measure(scene) {
    // Documents of the short journal's own units: the same duties, of the same size, in both.
    const fresh = bigJournal(scene.small.facts, scene.today).fresh(FACTS * (TIMES + 1), 1, scene.today)
    const long = await opened(scene, scene.big, 'long')
    const short = await opened(scene, scene.small, 'short')
    const taken = { long: [] as number[], short: [] as number[], longBoard: [] as number[], shortBoard: [] as number[] }
    for (const warm of fresh.slice(TIMES * FACTS)) for (const one of [long, short]) add(one, warm)
    for (let n = 0; n < TIMES; n += 1) {
      const part = fresh.slice(n * FACTS, (n + 1) * FACTS)
      taken.long.push(await each(part, (fact) => add(long, fact)))
      taken.short.push(await each(part, (fact) => add(short, fact)))
    }
    for (let n = 0; n < TIMES; n += 1) {
      const part = fresh.slice(n * FACTS, (n + 1) * FACTS)
      const again = part.slice(0, 100).map((fact) => ({ ...fact, key: `${String(fact['key'])}-b` }))
      taken.longBoard.push(await each(again, (fact) => addAndShow(long, fact)))
      taken.shortBoard.push(await each(again, (fact) => addAndShow(short, fact)))
    }
    long.store.close()
    short.store.close()
    const words = `with ${scene.big.facts.toLocaleString('en')} facts in the journal (${scene.big.units} units)`
    const against = `the same with ${scene.small.facts.toLocaleString('en')} (${scene.small.units} units)`
    return [
      {
        letter: 'D', what: `one fact committed and its duties judged, ${words}`, against, unit: 'µs',
        ours: spreadOf(taken.long), bare: spreadOf(taken.short), ratio: ratios(taken.long, taken.short), reach: { atMost: 1.3 },
        notes: ['facts per duty are the same in both: a longer journal has more units'],
      },
      {
        letter: 'D, board', what: `the same and the whole board assembled each time, ${scene.big.units} units on it`, against: `the same, ${scene.small.units} units on it`, unit: 'µs',
        ours: spreadOf(taken.longBoard), bare: spreadOf(taken.shortBoard), ratio: ratios(taken.longBoard, taken.shortBoard), reach: null,
        notes: ['beside the table: a board grows with its units and is assembled at most every 50 ms'],
      },
    ]
  },
}

async function opened(scene: Scene, filled: Filled, name: string): Promise<Opened> {
  const store = await openStore({ folder: copyOf(scene, filled, name), sample: false, clock: systemClock })
  const live = new LiveBoard(scene.today)
  live.replay(store.journal.entries())
  live.board()
  return { store, live }
}

/** Microseconds a fact. */
async function each(facts: readonly Loose[], take: (fact: Loose) => void): Promise<number> {
  return await timed(() => { for (const fact of facts) take(fact) }) / facts.length * 1000
}

function add({ store, live }: Opened, fact: Loose): void {
  const recordedAt = store.journal.lastRecordedAt() ?? systemClock.now()
  const entry: Entry = { seq: store.journal.lastSeq() + 1, recordedAt, source: { feed: 'bench' }, fact: fact as unknown as Fact }
  store.journal.append([entry])
  live.append([entry])
  live.parts()
}

function addAndShow(opened: Opened, fact: Loose): void {
  add(opened, fact)
  opened.live.board()
}
