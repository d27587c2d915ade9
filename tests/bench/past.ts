import Sqlite from 'better-sqlite3'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DATABASE_FILE } from '../../server/store/data-folder.ts'
import { openPast } from '../../server/past/past.ts'
import { addDays } from '../../shared/time/day.ts'
import { inTurn, ratios, spreadOf, timed } from './measured.ts'
import type { Ratio } from './ratio.ts'

/** J: the board as of a day, from the worker that judges the past, against loading the whole table. */
export const past: Ratio = {
  letter: 'J',
  async measure(scene) {
    const { folder } = scene.big
    const db = new Sqlite(join(folder, DATABASE_FILE), { readonly: true })
    const open = openPast({ folder, program: pathToFileURL(join(scene.program, 'main.js')) })
    const boardAt = (n: number) => open.ask({ day: addDays(scene.today, -30 - n), knownAt: null }, { ask: 'board' }, 1)
    await boardAt(0)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const heldFor: number[] = []
    const taken = await inTurn(3, {
      ours: async (n) => {
        delay.reset()
        delay.enable()
        const took = await timed(() => boardAt(n + 1))
        delay.disable()
        heldFor.push(delay.max / 1e6)
        return took
      },
      bare: () => timed(() => db.prepare('select * from journal').all()),
    })
    const again = [await timed(() => boardAt(3)), await timed(() => boardAt(3)), await timed(() => boardAt(3))]
    await open.close()
    db.close()
    return [
      {
        letter: 'J', what: `board as of another day, ${scene.big.facts.toLocaleString('en')} facts`, against: 'select * from journal, all()', unit: 'ms',
        ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.ours, taken.bare), reach: { atMost: 2 },
        notes: [`the main thread was held ${Math.max(...heldFor).toFixed(1)} ms at most (limit 50)`],
      },
      { letter: 'J, again', what: 'the same past asked for again', against: '-', unit: 'ms', ours: spreadOf(again), bare: null, ratio: spreadOf(again), reach: { atMost: 50 } },
    ]
  },
}
