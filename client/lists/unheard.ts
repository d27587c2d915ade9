import type { Board } from '../../shared/measures/board-rows.ts'

/** Units some duty of which no feed speaks of now (数据中断): their figures may be old. */
export function unheardUnits({ outages }: Pick<Board, 'outages'>): ReadonlySet<string> {
  return new Set(Object.keys(outages.cells))
}

/** What the foot says while feeds fail: how many, since when, and how many units nobody else speaks of. */
export interface OutageLine {
  readonly feeds: number
  readonly since: string
  readonly units: number
}

export function outageLine({ outages: { feeds, cells } }: Pick<Board, 'outages'>): OutageLine | null {
  const since = feeds.map((feed) => feed.since).sort()[0]
  return since === undefined ? null : { feeds: feeds.length, since, units: Object.keys(cells).length }
}
