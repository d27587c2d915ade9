import type { Board } from '../../shared/measures/board-rows.ts'
import type { Day } from '../../shared/time/day.ts'

/** Pieces due on a day; `day` null stands for all later days of the ten together. */
export interface DueBar {
  readonly day: Day | null
  readonly pieces: number
}

/**
 * What falls due within ten working days, by day. A board without its own count by day only lists the first pieces: the days
 * that list covers whole are shown, the rest stands as one bar, so that the bars always sum to the figure beside them.
 */
export function dueBars({ district, due }: Board): DueBar[] {
  if (district.dueByDay !== undefined) return [...district.dueByDay]
  const listed = due.slice(0, district.dueWithin10)
  const cut = listed.length < district.dueWithin10 ? listed[listed.length - 1]?.dueDay : undefined
  const counts = new Map<Day, number>()
  for (const { dueDay } of listed) if (dueDay !== cut) counts.set(dueDay, (counts.get(dueDay) ?? 0) + 1)
  const bars: DueBar[] = [...counts].map(([day, pieces]) => ({ day, pieces }))
  const shown = bars.reduce((sum, bar) => sum + bar.pieces, 0)
  return shown < district.dueWithin10 ? [...bars, { day: null, pieces: district.dueWithin10 - shown }] : bars
}
