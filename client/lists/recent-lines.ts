import type { Board, RecentRow } from '../../shared/measures/board-rows.ts'

const HOUR_MS = 3_600_000
/** Two lines of the feed hold so many characters; the wall cuts nothing off, so a longer title gives way to its row's name. */
const LONGEST_TITLE = 46
/** No wall is so high that more lines of the feed would stand on it; what nobody can see is not laid out. */
const MOST_LINES = 12

export interface RecentLine {
  readonly row: RecentRow
  readonly unit: string
  /** The title where it is public and fits, else the name of the catalogue's row. */
  readonly what: string
  /** Published within the last hour: the only thing set in jade. */
  readonly fresh: boolean
}

/** What just happened, newest first. `now` in milliseconds of the server's time; without titles each line names its row. */
export function recentLines(board: Board, now: number | null, titles: 'shown' | 'hidden' = 'shown'): RecentLine[] {
  const names = new Map(board.units.map((unit) => [unit.id, unit.shortName] as const))
  return board.recent.slice(0, MOST_LINES).map((row) => ({
    row,
    unit: names.get(row.unit) ?? row.unit,
    what: (titles === 'shown' ? shortTitle(row.title) : null) ?? board.itemNames[row.item] ?? row.item,
    fresh: row.kind === 'published' && now !== null && now - Date.parse(row.at) < HOUR_MS,
  }))
}

function shortTitle(title: string | null): string | null {
  return title !== null && title.length <= LONGEST_TITLE ? title : null
}
