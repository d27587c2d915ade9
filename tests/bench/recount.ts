import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { LiveBoard } from '../../server/live/live-board.ts'
import { openJournalReader } from '../../server/store/journal-reader.ts'
import { partsOf } from '../../shared/measures/board.ts'
import { addPart, emptySums, yardstickOf, type Sums } from '../../shared/measures/sums.ts'
import { inTurn, ratios, spreadOf, timed } from './measured.ts'
import type { Ratio } from './ratio.ts'

/** C: every duty's figures and every cell's sums counted afresh from the obligations in memory, against SQL over the same obligations. */
export const recount: Ratio = {
  letter: 'C',
  async measure(scene) {
    const reader = openJournalReader(scene.big.folder)
    const live = new LiveBoard(scene.today)
    live.replay(reader.entries())
    reader.close()
    const { db, rows } = tableOf(scene.temporary, live)
    const world = live.world()
    let ourOverdue = 0
    let theirOverdue = 0
    const query = db.prepare(`select unit, category, status, count(*) as n, sum(due_day is not null and published_day > due_day) as late
      from obligation where status in ('overdue', 'pending', 'dueSoon') or year = ? group by unit, category, status`)
    const taken = await inTurn(7, {
      ours: () => timed(() => {
        ourOverdue = 0
        for (const sums of cellsOf(live).values()) ourOverdue += sums.tally.overdue
      }),
      bare: () => timed(() => {
        const cells = query.all(world.year) as { status: string; n: number }[]
        theirOverdue = cells.reduce((sum, cell) => sum + (cell.status === 'overdue' ? cell.n : 0), 0)
      }),
    })
    db.close()
    if (ourOverdue !== theirOverdue) throw new Error(`the counts differ: ${ourOverdue} and ${theirOverdue}`)
    return [{
      letter: 'C', what: `live recount of all tallies, ${rows.toLocaleString('en')} obligations`, against: 'SQLite GROUP BY unit, category, status with the late count', unit: 'ms',
      ours: spreadOf(taken.ours), bare: spreadOf(taken.bare), ratio: ratios(taken.bare, taken.ours), reach: { atLeast: 15 },
      notes: ['ratio = how many times faster; both counted the same overdue total; ours counts sixteen figures a duty besides'],
    }]
  },
}

function cellsOf(live: LiveBoard): Map<string, Sums> {
  const world = live.world()
  const yardstick = yardstickOf(world)
  const cells = new Map<string, Sums>()
  for (const [unit, parts] of partsOf(live.parts(), world)) {
    for (const part of parts) {
      const place = `${unit}|${part.standing.category}`
      const sums = cells.get(place) ?? emptySums()
      cells.set(place, sums)
      addPart(sums, part, yardstick)
    }
  }
  return cells
}

function tableOf(folder: string, live: LiveBoard): { db: Sqlite.Database; rows: number } {
  const db = new Sqlite(join(folder, 'obligations.db'))
  db.pragma('journal_mode = WAL')
  db.exec('create table obligation (id text, unit text, category text, item text, status text, due_day text, published_day text, year integer)')
  const insert = db.prepare('insert into obligation values (?, ?, ?, ?, ?, ?, ?, ?)')
  let rows = 0
  db.transaction(() => {
    for (const each of live.obligations()) {
      insert.run(each.id, each.unit, each.category, each.item, each.status, each.dueDay, each.publishedDay, each.year)
      rows += 1
    }
  })()
  return { db, rows }
}
