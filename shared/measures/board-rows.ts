import type { Day, Instant } from '../time/day.ts'
import type { Ratio } from './ratio.ts'
import type { Tally } from './tally.ts'
import type { UnitKind } from '../catalogue/item.ts'
import type { FactKind } from '../facts/fact.ts'
import type { Flag, Status } from '../obligations/obligation.ts'

export interface DistrictRow {
  readonly name: string
  readonly tally: Tally
  readonly carriedOver: number
  readonly onTime: Ratio
  /** On time against the original due days, extensions left out. */
  readonly onTimeOriginal: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
  readonly verifiable: Ratio
  readonly overdue: number
  readonly overdueUnits: number
  /** Working days. */
  readonly longestOverdue: number
  /** Open obligations that fall due within 10 working days. */
  readonly dueWithin10: number
  /**
   * The same pieces by due day, earliest first: each of the next 10 working days (a zero is a day without), and any day off
   * something falls due on. Sums to `dueWithin10`. Absent where a board was made without a calendar.
   */
  readonly dueByDay?: readonly { readonly day: Day; readonly pieces: number }[]
}

/** 核定分: what was settled of a period ("2026-10", or "2025" for a year), with its place in the peer group. */
export interface SettledRow {
  readonly period: string
  readonly score: number
  readonly rank: number | null
}

export interface UnitRow {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly kind: UnitKind
  readonly peerGroup: string
  readonly tally: Tally
  readonly onTime: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
  readonly verifiable: Ratio
  readonly overdue: number
  readonly longestOverdue: number
  /** 实时测算分, two decimals; null for vertical and merged units or when nothing can be judged. */
  readonly score: number | null
  readonly rank: number | null
  /** The last settled score of the board's year; rankings use it once it exists. */
  readonly settled: SettledRow | null
  /** Set when the unit was merged: last day, and who took over. */
  readonly validTo: Day | null
  readonly successor: string | null
}

export interface CategoryRow {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly tally: Tally
  readonly onTime: Ratio
  readonly eventual: Ratio
  readonly coverage: Ratio
  readonly overdue: number
}

/** One unit × category that has a duty; where there is none there is no cell. */
export interface CellRow {
  readonly unit: string
  readonly category: string
  readonly tally: Tally
  readonly overdue: number
  readonly longestOverdue: number
  readonly totalOverdue: number
  /** Open ones due within 10 working days. */
  readonly dueSoon: number
}

/** What just happened (实时动态). The title is there only when it is public. */
export interface RecentRow {
  readonly seq: number
  readonly at: Instant
  readonly unit: string
  readonly item: string
  readonly kind: FactKind
  readonly title: string | null
  readonly day: Day
}

/** What falls due next, earliest first. Titles only of what is already public: so never one here. */
export interface DueRow {
  readonly id: string
  readonly unit: string
  readonly item: string
  readonly category: string
  readonly period: string | null
  readonly dueDay: Day
  readonly status: Status
  readonly flags: readonly Flag[]
}

/** 数据中断 now. */
export interface BoardOutages {
  /** Feeds that are failing, and since which day. */
  readonly feeds: readonly { readonly feed: string; readonly since: Day }[]
  /** Unit → categories in which some duty hears from no other feed. */
  readonly cells: Readonly<Record<string, readonly string[]>>
}

/** Everything the wall shows at one revision. */
export interface Board {
  readonly revision: number
  readonly day: Day
  readonly asOf: Day
  readonly knownAt: Instant | null
  readonly sample: boolean
  readonly district: DistrictRow
  readonly units: readonly UnitRow[]
  readonly categories: readonly CategoryRow[]
  readonly cells: readonly CellRow[]
  /** At most 20, newest first. */
  readonly recent: readonly RecentRow[]
  /** At most 20. */
  readonly due: readonly DueRow[]
  /** Item id → last element(s) of its path, for the rows above. */
  readonly itemNames: Readonly<Record<string, string>>
  /** Last fact's instant, and that of the last one a feed delivered: two of the wall's three clocks. */
  readonly lastEventAt: Instant | null
  readonly lastSourceAt: Instant | null
  readonly outages: BoardOutages
}

/** One unit's part of the board, for its own room. */
export interface UnitBoard {
  readonly revision: number
  readonly day: Day
  readonly sample: boolean
  readonly unit: UnitRow
  readonly cells: readonly CellRow[]
  readonly recent: readonly RecentRow[]
  readonly due: readonly DueRow[]
  readonly peerMean: number | null
  readonly peerCount: number
}
