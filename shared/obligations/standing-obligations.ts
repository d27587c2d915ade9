import { addDays, addMonths, type Day } from '../time/day.ts'
import type { WithdrawnFact } from '../facts/fact.ts'
import { byDay } from '../facts/effective-facts.ts'
import { urlKey } from '../facts/url-key.ts'
import { dueOfDocument } from './due.ts'
import { acceptedOf, judgeOccurrence, type DutyContext, type JudgedOccurrence, type Occurrence } from './occurrence.ts'

export interface JudgedStanding {
  readonly judged: readonly JudgedOccurrence[]
  /** It is up: published (or looked over) and not withdrawn since. */
  readonly isUp: boolean
  /** Last day it was published or looked over. */
  readonly lastDay: Day | null
  /** Last day its review period covers; null when it has none. */
  readonly reviewedUntil: Day | null
}

/**
 * A standing item (常设) opens on the duty's first day and again at each withdrawal; a publication settles it, a
 * publication or 核对 within its review period keeps it, past which it is 待核对.
 */
export function judgeStanding(context: DutyContext, reviewMonths: number | null): JudgedStanding {
  const { duty, facts, world } = context
  const inOrder = [...facts.published].sort(byDay)
  const published = acceptedOf(inOrder, duty)
  const keptDays = [...published.map((each) => each.fact.day), ...facts.checked.map((each) => each.fact.day)].sort()
  const lastDay = keptDays.at(-1) ?? null
  const takenDown = [...new Set(facts.withdrawn.filter((each) => isOfThePage(each.fact, context)).map((each) => each.fact.day))].sort()
  const begins = duty.opensByItself && duty.opensFrom <= world.day && (duty.opensBefore === null || duty.opensFrom < duty.opensBefore)
  const opens = begins ? [duty.opensFrom, ...takenDown] : takenDown
  const lastTaken = takenDown.at(-1)
  const isUp = lastDay !== null && (lastTaken === undefined || keptDays.some((day) => day >= lastTaken && day > (published[0]?.fact.day ?? '')))
  const reviewedUntil = reviewMonths === null || lastDay === null ? null : addMonths(lastDay, reviewMonths)
  const toCheck = isUp && reviewedUntil !== null && reviewedUntil < world.day
  const judged = opens.map((day, n) => {
    const isLast = n === opens.length - 1
    const later = (each: Day) => n === 0 || each >= day
    const candidates = inOrder.filter((each) => later(each.fact.day) && (n === 0 || each !== published[0]))
    const checkedDay = facts.checked.map((each) => each.fact.day).filter(later).sort()[0] ?? null
    const occurrence: Occurrence = {
      id: `${duty.key}|standing#${n + 1}`,
      aliases: [], origin: 'standing', ref: null, period: null, formed: [], eventDay: day,
      proof: () => 'none', hangsOnFormation: false,
      due: (calendar) => dueOfDocument(context, day, calendar),
      published: candidates, checkedDay, toCheck: toCheck && isLast,
    }
    const result = judgeOccurrence(context, occurrence)
    const review = isLast && isUp && reviewedUntil !== null && reviewedUntil >= world.day ? addDays(reviewedUntil, 1) : null
    return { obligation: result.obligation, until: earlier(result.until, review) }
  })
  return { judged, isUp, lastDay, reviewedUntil }
}

/** A withdrawal is of the standing page when it names its URL, a ref it was published under, or the obligation; else of another paper. */
function isOfThePage({ about }: WithdrawnFact, { duty, facts }: DutyContext): boolean {
  if ('obligation' in about) return about.obligation.startsWith(`${duty.key}|standing#`)
  if ('ref' in about) return facts.published.some(({ fact }) => fact.ref === about.ref || fact.refs?.includes(about.ref))
  return 'url' in about && facts.published.some(({ fact }) => urlKey(fact.url) === urlKey(about.url))
}

function earlier(a: Day | null, b: Day | null): Day | null {
  return a === null ? b : b === null || a < b ? a : b
}
