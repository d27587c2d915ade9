import { LiveBoard } from '../../server/live/live-board.ts'
import { boardOf } from '../../shared/measures/board.ts'
import type { Entry } from '../../shared/facts/journal.ts'
import type { Fact } from '../../shared/facts/fact.ts'
import type { Status } from '../../shared/obligations/obligation.ts'
import { addDays, startOfDay, type Day } from '../../shared/time/day.ts'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import { bigJournal } from './big-journal.ts'
import { inTurn, ratios, spreadOf, timed } from './measured.ts'
import type { Ratio } from './ratio.ts'

const TIMES = 5

/** E: the clock passes midnight and 1 % of all obligations change, against the whole board judged from scratch. */
export const dayRoll: Ratio = {
  letter: 'E',
  async measure(scene) {
    const reader = openJournalReader(scene.big.folder)
    const entries: Entry[] = [...reader.entries()]
    reader.close()
    const live = new LiveBoard(scene.today)
    live.replay(entries)
    const before = countOf(live)
    const add = (added: readonly Entry[]) => {
      entries.push(...added)
      live.append(added)
    }
    add(registrations(scene.today, scene.big.facts, Math.round(before / 100), entries.length))
    live.board()
    // Registered today by limits of 7 and 20 working days: about 1 % fall due together on each of two days ahead.
    const days = busyDays(live, before / 100)
    const shares: number[] = []
    const taken = await inTurn(days.length, {
      ours: async (n) => {
        const quiet = addDays(days[n]!, -1)
        if (quiet > live.day) {
          add([rolled(quiet, entries.length)])
          live.board()
        }
        const was = statusesOf(live)
        const took = await timed(() => {
          add([rolled(days[n]!, entries.length)])
          live.board()
        })
        shares.push(changedSince(was, live) / was.size)
        return took
      },
      bare: () => timed(() => boardOf(entries, { day: live.day })),
    })
    return [{
      letter: 'E', what: `day roll that changes ${percentOf(Math.min(...shares))}–${percentOf(Math.max(...shares))} of ${before.toLocaleString('en')} obligations, board assembled`,
      against: 'boardOf from scratch', unit: 'ms',
      ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: { atMost: 0.1 },
    }]
  },
}

/** Documents registered on one day and never published, spread over duties as documents are. */
function registrations(today: Day, facts: number, count: number, last: number): Entry[] {
  const made = bigJournal(facts, today).fresh(count * 2 * TIMES, 9, today).filter((fact) => fact.kind === 'formed').slice(0, count * TIMES)
  return made.map((fact, n): Entry => ({
    seq: last + n + 1, recordedAt: startOfDay(addDays(today, 1)), source: { feed: 'oa', ofRecord: true },
    fact: { ...fact, day: addDays(today, -(n % TIMES)) } as unknown as Fact,
  }))
}

function rolled(day: Day, last: number): Entry {
  return { seq: last + 1, recordedAt: startOfDay(day), source: { feed: 'clock' }, setting: { kind: 'dayRolled', effective: day } }
}

/** The days ahead on which about 1 % of all obligations turn overdue. */
function busyDays(live: LiveBoard, wanted: number): Day[] {
  const turning = new Map<Day, number>()
  for (const { dueDay, status } of live.obligations()) {
    if (dueDay === null || (status !== 'pending' && status !== 'dueSoon')) continue
    const day = addDays(dueDay, 1)
    turning.set(day, (turning.get(day) ?? 0) + 1)
  }
  return [...turning].filter(([day]) => day > live.day).sort((a, b) => Math.abs(a[1] - wanted) - Math.abs(b[1] - wanted)).slice(0, TIMES).map(([day]) => day).sort()
}

function countOf(live: LiveBoard): number {
  return statusesOf(live).size
}

function statusesOf(live: LiveBoard): Map<string, Status> {
  return new Map([...live.obligations()].map((each) => [each.id, each.status]))
}

function changedSince(was: ReadonlyMap<string, Status>, live: LiveBoard): number {
  let changed = 0
  for (const each of live.obligations()) if (was.get(each.id) !== each.status) changed += 1
  return changed
}

function percentOf(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
