import type { CountdownRow } from '../../shared/measures/countdown.ts'

/** 法定节点: the next dates a law or State Council document sets, soonest first, at most `most`. */
export function countdownLines(rows: readonly CountdownRow[], most: number): CountdownRow[] {
  return rows.filter(({ statutory }) => statutory).slice(0, most)
}
