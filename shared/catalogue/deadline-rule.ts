/**
 * What a printed 公开时限 reads into. One cell may hold several.
 * `within`: the n-th day after the event is the last good one. `byDate`: yearly, MM-DD itself is good.
 * `cycle`: at least every n months or years. `realtime`: 3 working days, assumed. `display`: a display period, not a
 * deadline. `manual`: not computable. `unstated`: 20 working days of 条例 第26条, assumed.
 */
export type DeadlineRule =
  | { readonly kind: 'within'; readonly n: number; readonly unit: 'workday' | 'calendarDay'; readonly after: DeadlineEvent }
  | { readonly kind: 'byDate'; readonly monthDay: string }
  | { readonly kind: 'cycle'; readonly n: number; readonly unit: 'month' | 'year' }
  | { readonly kind: 'realtime' }
  | { readonly kind: 'display'; readonly n?: number; readonly unit?: 'workday' | 'calendarDay'; readonly period?: 'permanent' }
  | { readonly kind: 'manual' }
  | { readonly kind: 'unstated' }

export type DeadlineEvent = 'formed' | 'changed' | 'approved' | 'policyPublished'

export interface ReadDeadline {
  readonly rules: readonly DeadlineRule[]
  /** Code of the doubt this wording raises, if any: `truncated-deadline`, `fill-down-deadline` … */
  readonly doubt?: string
}
