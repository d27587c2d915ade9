import type { Instant, Day } from '../../shared/time/day.ts'
import { readKnownAt, type AsKnown } from '../past/as-known.ts'
import type { Query } from './query.ts'

/**
 * Reads `asOf` and `knownAt`. null means the live board: as of today with everything known. Refuses a day still to come;
 * an instant still to come knows what is known now.
 */
export function asKnownIn(query: Query, at: { today: Day; now: Instant }): AsKnown | null {
  const asOf = query.day('asOf') ?? at.today
  if (asOf > at.today) query.fault('asOf', `截至日不能晚于今天（${at.today}）。`)
  const knownAt = knownAtIn(query, at.now)
  return asOf === at.today && knownAt === null ? null : { day: asOf, knownAt }
}

/** Reads `knownAt` alone; null means with everything known now. */
export function knownAtIn(query: Query, now: Instant): Instant | null {
  const given = query.text('knownAt')
  const knownAt = given === undefined ? null : readKnownAt(given)
  if (knownAt === undefined) query.fault('knownAt', '应为日期（2026-01-31，指当日结束时）或带时区的时刻（2026-01-31T09:00:00+08:00）。')
  return knownAt === undefined || knownAt === null || knownAt >= now ? null : knownAt
}
