import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LiveBoard } from '../../server/live/live-board.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import { boardOf } from '../../shared/measures/board.ts'
import { judgementOf } from '../../shared/obligations/judge.ts'
import { addDays, dayOf } from '../../shared/time/day.ts'
import { entriesOf, stepsOf } from '../support/random-journal.ts'
import { seedOf } from '../support/seed.ts'
import { startingSettings } from '../support/small-district.ts'

function sortedObligations(entries: readonly Entry[], day: string) {
  return [...judgementOf(entries, { day }).duties.values()].flatMap((duties) => duties.flatMap((duty) => duty.obligations)).sort(byId)
}

function byId(a: { id: string; unit: string }, b: { id: string; unit: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : a.unit < b.unit ? -1 : 1
}

/** Compared as text, which is quick; as values only where they differ, so that the difference is shown. */
function expectSame(a: object, b: object): void {
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b)
}

const timeout = 120_000
/** More for a long night: LAW_RUNS=1000. */
const runs = Number(process.env.LAW_RUNS ?? 25)

describe('live = recomputed', () => {
  const seed = seedOf()

  it.each(['all', 'few'] as const)(`LiveBoard equals boardOf after every step, whatever is appended and however the clock moves: %s duties touched (seed ${seed})`, (places) => {
    fc.assert(fc.property(stepsOf({ minLength: 1, maxLength: 40, places }), (steps) => {
      const entries = entriesOf(steps)
      const live = new LiveBoard(dayOf(entries[0]!.recordedAt))
      const seen: Entry[] = entries.slice(0, startingSettings().length)
      live.replay(seen)
      for (const entry of entries.slice(seen.length)) {
        seen.push(entry)
        live.append([entry])
        expectSame(live.board(), boardOf(seen, { day: live.day }))
        expectSame([...live.obligations()].sort(byId), sortedObligations(seen, live.day))
      }
    }), { seed, numRuns: runs })
  }, timeout)

  it(`LiveBoard replayed from a journal equals the one that lived through it (seed ${seed})`, () => {
    fc.assert(fc.property(stepsOf({ minLength: 5, maxLength: 60 }), (steps) => {
      const entries = entriesOf(steps)
      const day = dayOf(entries[0]!.recordedAt)
      const lived = new LiveBoard(day)
      for (let n = 0; n < entries.length; n += 7) lived.append(entries.slice(n, n + 7))
      const replayed = new LiveBoard(day)
      replayed.replay(entries)
      expectSame(replayed.board(), lived.board())
      expect([...replayed.obligations()].sort(byId)).toEqual([...lived.obligations()].sort(byId))
    }), { seed, numRuns: runs })
  }, timeout)

  it(`the fold does not depend on the order facts arrive in, corrections and rulings aside (seed ${seed})`, () => {
    fc.assert(fc.property(stepsOf({ minLength: 5, maxLength: 40, kinds: 'unordered' }), fc.infiniteStream(fc.nat()), (steps, stream) => {
      const entries = entriesOf(steps)
      const day = addDays(dayOf(entries.at(-1)!.recordedAt), 40)
      const facts = entries.filter((entry) => 'fact' in entry)
      const others = entries.filter((entry) => !('fact' in entry))
      const shuffled = facts.map((entry) => ({ entry, place: stream.next().value as number })).sort((a, b) => a.place - b.place).map(({ entry }) => entry)
      const judged = (list: readonly Entry[]) => sortedObligations([...others, ...list].map((entry, n) => ({ ...entry, seq: n + 1 })), day)
        .map(({ facts: seqs, ...rest }) => ({ ...rest, facts: seqs.length }))
      expect(judged(shuffled)).toEqual(judged(facts))
    }), { seed, numRuns: runs })
  }, timeout)
})
