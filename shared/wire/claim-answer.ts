import type { Day } from '../time/day.ts'
import type { Cadence } from '../catalogue/item.ts'
import type { Refusal } from '../refusal.ts'
import type { DutyState } from '../facts/setting.ts'
import type { WhatIf } from '../measures/what-if.ts'
import type { AnswerStamp } from './answers.ts'

/** POST /api/duty-states and its preview. `effective` is today where none is given. */
export interface DutyStatesAsked {
  readonly duties: readonly { readonly unit: string; readonly item: string }[]
  readonly state: DutyState
  readonly effective?: Day
  readonly reason?: string
}

/** POST /api/duty-cadences and its preview; `cadence` null goes back to what the catalogue says. */
export interface DutyCadenceAsked {
  readonly unit: string
  readonly item: string
  readonly cadence: Cadence | null
  readonly effective: Day
  readonly reason: string
}

/** What was taken, and each row that was not, with its place in the request and why. */
export interface ClaimTaken {
  readonly accepted: number
  readonly refused: number
  /** The first 1,000. */
  readonly refusals: readonly Refusal[]
  readonly revision: number
}

/** What it would do, as of today; the district's figures for the office only. */
export interface ClaimPreview extends AnswerStamp, Omit<WhatIf, 'district'> {
  readonly accepted: number
  readonly refused: number
  readonly refusals: readonly Refusal[]
  readonly district: WhatIf['district'] | null
}
