import { yearOf, type Day } from '../../shared/time/day.ts'
import { dutiesAddress, listAddress, type At } from './addresses.ts'

/** Whose figures: the whole district's when empty. */
export interface Within {
  readonly unit?: string
  readonly category?: string
  readonly item?: string
}

const waiting = ['pending', 'dueSoon'] as const
/** Years an open piece may be carried over from. */
const EARLIER_YEARS = 5

/**
 * Where each figure of a row opens: exactly the obligations counted in it, and for coverage the duties. A rate opens its
 * whole, `…Part` its numerator.
 */
export function openings(within: Within, at: At) {
  const list = (fields: Parameters<typeof listAddress>[0]) => listAddress({ ...within, ...fields }, at)
  const duties = (fields: Parameters<typeof dutiesAddress>[0]) => dutiesAddress({ ...within, ...fields }, at)
  return {
    all: list({}),
    overdue: list({ counted: 'overdue' }),
    onTime: list({ counted: 'onTime' }),
    onTimePart: list({ counted: 'onTime', part: 1 }),
    onTimeOriginal: list({ counted: 'onTimeOriginal' }),
    late: list({ counted: 'onTime', status: 'late' }),
    eventual: list({ counted: 'eventual' }),
    eventualPart: list({ counted: 'eventual', part: 1 }),
    unverified: list({ counted: 'eventual', status: 'unverified' }),
    verifiable: list({ counted: 'verifiable' }),
    duties: duties({}),
    applicable: duties({ applicable: 1 }),
    covered: duties({ covered: 1 }),
    uncovered: duties({ covered: 0 }),
    /** Open pieces due up to the day, both 待公开 and 即将到期. */
    dueUpTo: (day: Day) => list({ status: waiting, to: day }),
    dueOn: (day: Day) => list({ status: waiting, from: day, to: day }),
    /** Open pieces of the years before the day's. */
    carriedOver: (day: Day) => list({
      status: [...waiting, 'overdue'], year: Array.from({ length: EARLIER_YEARS }, (_, index) => yearOf(day) - 1 - index),
    }),
  }
}

export type Openings = ReturnType<typeof openings>
