import type { PaperForm, PaperName } from '../assessment/paper-kinds.ts'
import type { Day, Instant } from '../time/day.ts'

/** What is asked for: a paper in a form, of which units, appeal or edition, as of a day as known at an instant. */
export interface PaperRequest {
  readonly paper: PaperName
  readonly form: PaperForm
  /** Absent: every unit. */
  readonly units?: readonly string[]
  /** Absent: every ruled appeal of the year. */
  readonly appeal?: number
  /** "2025.2": a restated edition. */
  readonly edition?: string
  readonly asOf?: Day
  readonly knownAt?: string
}

/** What papers of a year can be made of, for who asks. */
export interface PaperChoices {
  readonly year: number
  readonly years: readonly number[]
  /** First and last day the year can be asked for. */
  readonly from: Day
  readonly to: Day
  readonly units: readonly { readonly id: string; readonly name: string; readonly shortName: string }[]
  readonly appeals: readonly { readonly id: number; readonly unit: string; readonly unitName: string; readonly itemName: string; readonly day: Day }[]
  readonly editions: readonly { readonly name: string; readonly period: string; readonly edition: number; readonly day: Day }[]
}

export type JobState = 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'

/** Long work somebody asked for: how far it is, and its file once it is done. Seen by who asked only. */
export interface JobAnswer {
  readonly id: string
  readonly title: string
  readonly state: JobState
  /** Steps done of all; `step` says in Chinese what is being done. */
  readonly done: number
  readonly total: number
  readonly step: string
  readonly at: Instant
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string } | null
  /** Why it failed. */
  readonly problem: string | null
}

export interface JobsAnswer {
  readonly jobs: readonly JobAnswer[]
}
