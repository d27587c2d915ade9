import type { Status } from '../obligations/obligation.ts'
import type { Day } from '../time/day.ts'
import type { AnswerStamp } from './answers.ts'

/** The best of what was found, at most eight, and how many there are. */
export interface Hits<Hit> {
  readonly total: number
  readonly hits: readonly Hit[]
}

/** Found by its characters or by 拼音. */
export type FoundBy = 'text' | 'pinyin'

export interface UnitHit {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly by: FoundBy
}

export interface ItemHit {
  readonly id: string
  readonly name: string
  readonly path: readonly string[]
  readonly category: string
  readonly categoryName: string
  readonly by: FoundBy
}

export interface PieceHit {
  readonly id: string
  readonly unit: string
  readonly unitName: string
  readonly item: string
  readonly itemName: string
  readonly title: string | null
  readonly docNumber: string | null
  readonly status: Status
  readonly dueDay: Day | null
  readonly publishedDay: Day | null
}

/** GET /api/search. Pieces are of all units for the office, of the own unit for its head and clerk. */
export interface SearchAnswer extends AnswerStamp {
  readonly q: string
  readonly units: Hits<UnitHit>
  readonly items: Hits<ItemHit>
  readonly titles: Hits<PieceHit>
  readonly docNumbers: Hits<PieceHit>
}
