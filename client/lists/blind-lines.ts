import type { ObligationRow } from '../../shared/wire/answers.ts'
import type { Day } from '../../shared/time/day.ts'

/** What a reviewer saw of a blind piece, as typed. */
export interface BlindDraft {
  readonly from: 'site' | 'register'
  readonly title: string
  readonly url: string
  readonly docNumber: string
  /** The day shown on the page, or the 成文日期 in the register; '' where none was seen. */
  readonly day: Day | ''
}

export type DaysAgree = { readonly kind: 'agrees'; readonly day: Day } | { readonly kind: 'differs'; readonly theirs: Day; readonly ours: Day } | { readonly kind: 'unknown' }

/** The day seen against our own of the same meaning: a page's day is one of publication, a register's one of formation. */
export function daysAgree({ from, day }: Pick<BlindDraft, 'from' | 'day'>, row: Pick<ObligationRow, 'eventDay' | 'publishedDay'>): DaysAgree | null {
  if (day === '') return null
  const ours = from === 'site' ? row.publishedDay : row.eventDay
  if (ours === null) return { kind: 'unknown' }
  return ours === day ? { kind: 'agrees', day } : { kind: 'differs', theirs: day, ours }
}
