import type { Day, Instant } from '../time/day.ts'
import type { Board, BoardOutages, CategoryRow, CellRow, DistrictRow, DueRow, RecentRow, UnitBoard, UnitRow } from '../measures/board-rows.ts'

/** Difference of two boards: replaced rows by id, removed ids, whole short lists. Absent = unchanged. */
export interface Patch {
  readonly from: number
  readonly to: number
  readonly day?: Day
  readonly asOf?: Day
  readonly knownAt?: Instant | null
  readonly sample?: boolean
  readonly district?: DistrictRow
  readonly units?: readonly UnitRow[]
  readonly unitsGone?: readonly string[]
  readonly unitOrder?: readonly string[]
  readonly categories?: readonly CategoryRow[]
  readonly categoriesGone?: readonly string[]
  readonly categoryOrder?: readonly string[]
  readonly cells?: readonly CellRow[]
  readonly cellsGone?: readonly { readonly unit: string; readonly category: string }[]
  readonly cellOrder?: readonly { readonly unit: string; readonly category: string }[]
  readonly recent?: readonly RecentRow[]
  readonly due?: readonly DueRow[]
  readonly itemNames?: Readonly<Record<string, string>>
  readonly lastEventAt?: Instant | null
  readonly lastSourceAt?: Instant | null
  readonly outages?: BoardOutages
}

/** A unit room gets its whole (small) board whenever it differs. */
export interface UnitPatch {
  readonly from: number
  readonly to: number
  readonly unitBoard: UnitBoard
}

export interface Hello {
  /** New for each run of the server: another epoch means a whole board is needed. */
  readonly epoch: string
  readonly revision: number
  readonly day: Day
  readonly now: Instant
}

export type JoinRequest = { readonly scope: 'board' } | { readonly scope: 'unit'; readonly unit: string }

export interface JoinSince {
  readonly epoch: string
  readonly revision: number
}

export type JoinAnswer =
  | { readonly board: Board }
  | { readonly unitBoard: UnitBoard }
  | { readonly patches: readonly Patch[] }
  | { readonly error: { readonly code: string; readonly message: string } }

export interface ServerEvents {
  hello(hello: Hello): void
  patch(patch: Patch | UnitPatch): void
  /** The right to watch has ended (sign-out, revoked kiosk): say why, then the socket closes. */
  goodbye(reason: { readonly code: string; readonly message: string }): void
}

export interface ClientEvents {
  join(request: JoinRequest, since: JoinSince | null, answer: (answer: JoinAnswer) => void): void
}
