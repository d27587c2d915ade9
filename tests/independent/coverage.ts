import { earliestOf, latestOf, periodNamed, plusMonths, type Day } from './days.ts'
import type { Said } from './known.ts'
import type { Cadence } from './lines.ts'
import type { Duty, Span } from './owing.ts'
import type { StandingPage } from './standing.ts'
import { ofFactKind, satisfies, type Heard, type Piece } from './verdict.ts'

/** What coverage says of one duty. */
export interface Cover {
  /** In the whole of the rate. */
  readonly counts: boolean
  readonly covered: boolean
}

export const settledStatuses = ['onTime', 'late', 'unverified', 'nothing', 'exempt']

/** Only claimed duties that still stand are in coverage. */
export function stands({ state, endsOn, spans }: Duty, day: Day): boolean {
  const until = earliestOf([endsOn, spans.at(-1)?.until])
  return state === 'claimed' && (until === null || until > day)
}

function coverOf(isCovered: boolean, isDue: boolean): Cover {
  return { counts: isCovered || isDue, covered: isCovered }
}

/** The last period whose due day has passed is settled; before there is one, any settled period covers. */
export function turnCover(pieces: readonly Piece[], day: Day): Cover {
  const turns = pieces.filter(({ origin }) => origin === 'periodic')
  const past = turns.filter(({ dueDay }) => dueDay !== null && dueDay < day)
  const last = past.filter(({ dueDay }) => dueDay === latestOf(past.map((each) => each.dueDay))).sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1)
  const isSettled = ({ status }: Piece) => settledStatuses.includes(status)
  return last ? coverOf(isSettled(last), last.status !== 'unknown') : coverOf(turns.some(isSettled), false)
}

/** It is up and within its review period; before its first due day it counts only if so. */
export function standingCover({ pieces, isUp, goodUntil }: StandingPage, day: Day): Cover {
  const due = pieces[0]?.dueDay ?? null
  return coverOf(isUp && (goodUntil === null || goodUntil >= day), due !== null && due < day)
}

/** A publication or declaration within the cycle (default one year) counted back from the day; the first cycle counts only if covered. */
export function paperCover(span: Span, heard: Heard): Cover {
  const { duty, said, rules } = heard
  const cycle = span.cadence.cycleMonths ?? null
  const isContradicted = ({ fact }: Said) => {
    const period = periodNamed(fact.about?.period?.split('/')[0] ?? '')
    return period === undefined || ofFactKind(said, 'formed').some((each) => each.fact.day >= period.first && each.fact.day <= period.last)
  }
  const last = latestOf([
    ...ofFactKind(said, 'published').filter((each) => satisfies(each, duty)), ...ofFactKind(said, 'exempt'),
    ...ofFactKind(said, 'nothing').filter((each) => !isContradicted(each)),
  ].map(({ fact }) => fact.day))
  const isDue = cycle !== null && duty.opensItself && plusMonths(span.from, cycle) < rules.day
  return coverOf(last !== null && plusMonths(last, cycle ?? 12) >= rules.day, isDue)
}

/** The kind of coverage a cadence is counted under. */
export function coverKind({ kind }: Cadence): string {
  return kind === 'member' ? 'followUp' : kind
}
