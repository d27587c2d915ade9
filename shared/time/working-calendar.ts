import type { Day } from './day.ts'

/** One calendar day that differs from the plain week: a day off, or a make-up working day (调休). */
export interface CalendarDay {
  readonly day: Day
  readonly off: boolean
  /** 春节, 国庆节 … as the notice names it. */
  readonly name: string
}

/** The notice of the State Council office a year's days off rest on. */
export interface CalendarNotice {
  readonly title: string
  /** 国办发明电… number, or "" where none is printed. */
  readonly number: string
  readonly published: Day
}

/**
 * One year of the working-day calendar. A year without a notice is unannounced: `notices` is empty, `days` holds the
 * statutory holidays only and every due day that touches it is provisional (暂定).
 */
export interface CalendarYear {
  readonly year: number
  readonly notices: readonly CalendarNotice[]
  readonly days: readonly CalendarDay[]
}

export type DayKind =
  | { readonly kind: 'work' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'makeup'; readonly name: string }

/** Answers about working days. Pure: a value built from calendar years. */
export interface WorkingCalendar {
  isWorkday(day: Day): boolean
  kindOf(day: Day): DayKind
  /** False for a year whose notice is not out (or not entered). */
  isAnnounced(year: number): boolean
  noticesOf(year: number): readonly CalendarNotice[]
  /** The n-th working day after `day` (which is not counted); n ≥ 1. Negative n counts back. */
  addWorkdays(day: Day, n: number): Day
  /** Working days in (from, to]; 0 when `to` ≤ `from`. */
  workdaysBetween(from: Day, to: Day): number
  /** The day itself when it is a working day, else the next one. */
  nextWorkday(day: Day): Day
  /** The day itself when it is a working day, else the last one before. */
  lastWorkday(day: Day): Day
}
