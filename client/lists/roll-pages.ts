import type { UnitKind } from '../../shared/catalogue/item.ts'
import type { RollCall, RollTile, TileState } from '../../shared/measures/roll-calls.ts'

export interface RollGroup {
  readonly id: string
  readonly rows: number
  readonly tiles: readonly RollTile[]
}

export interface RollPage {
  readonly call: RollCall
  readonly groups: readonly RollGroup[]
  /** Which of the call's own pages, counted from 1, and how many it has. */
  readonly page: number
  readonly pages: number
}

/** What is still to come first, by its day; then what is over, the latest first. */
export function rollOrder(calls: readonly RollCall[]): RollCall[] {
  const isOpen = (call: RollCall) => call.workdaysLeft >= 0 || call.published < call.whole
  return [...calls].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (isOpen(a) ? 1 : -1) * (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0))
}

interface Paper {
  readonly columns: number
  /** Rows of tiles one page holds. */
  readonly rows: number
}

/**
 * The pages of one call, its units in official order (机构序) and grouped by kind; `groupOf` says under which label a kind
 * stands. A group that does not fit whole goes on with whole rows on the next page.
 */
export function rollPages(call: RollCall, { kinds, groupOf, paper }: {
  readonly kinds: ReadonlyMap<string, UnitKind>
  readonly groupOf: Readonly<Record<string, string>>
  readonly paper: Paper
}): RollPage[] {
  const groups = new Map<string, RollTile[]>()
  for (const tile of call.tiles) {
    const id = groupOf[kinds.get(tile.unit) ?? ''] ?? ''
    const known = groups.get(id)
    if (known) known.push(tile)
    else groups.set(id, [tile])
  }
  const pages: RollGroup[][] = [[]]
  let left = paper.rows
  for (const [id, tiles] of groups) {
    for (let from = 0; from < tiles.length;) {
      if (left === 0) {
        pages.push([])
        left = paper.rows
      }
      const part = tiles.slice(from, from + left * paper.columns)
      const rows = Math.ceil(part.length / paper.columns)
      pages[pages.length - 1]!.push({ id, rows, tiles: part })
      from += part.length
      left -= rows
    }
  }
  return pages.map((page, index) => ({ call, groups: page, page: index + 1, pages: pages.length }))
}

const HOUR_MS = 3_600_000

/** How a tile is drawn: its state, `fresh` when it came out within the last hour. `now` in milliseconds of the server's time. */
export function tileLook({ state, publishedAt }: RollTile, now: number | null): TileState | 'fresh' {
  const isOut = state === 'published' || state === 'late'
  return isOut && publishedAt !== null && now !== null && now - Date.parse(publishedAt) < HOUR_MS ? 'fresh' : state
}

/** One point a day on which something came out, with all that were out by then: the curve beside the tiles. */
export function rollCurve(call: RollCall): { readonly day: string; readonly published: number }[] {
  const days = call.tiles.flatMap(({ day }) => (day === null ? [] : [day])).sort()
  const curve = new Map<string, number>()
  days.forEach((day, index) => curve.set(day, index + 1))
  return [...curve].map(([day, published]) => ({ day, published }))
}
