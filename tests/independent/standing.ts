import { earliestOf, latestOf, plusMonths, type Day } from './days.ts'
import { inOrder, type Said } from './known.ts'
import { dueAfter } from './limits.ts'
import { pageKey, refsOf } from './names.ts'
import type { Span } from './owing.ts'
import { judged, ofFactKind, satisfies, type Heard, type Piece } from './verdict.ts'

export interface StandingPage {
  readonly pieces: readonly Piece[]
  readonly isUp: boolean
  /** The last day its review period covers, null without one. */
  readonly goodUntil: Day | null
}

/** Whether the standing page itself was taken down: by its URL, a ref it was published under, or the obligation. */
function isOfThePage({ fact: { about } }: Said, { duty, said }: Heard): boolean {
  if (about?.obligation !== undefined) return about.obligation.startsWith(`${duty.key}|standing#`)
  return ofFactKind(said, 'published').some(({ fact }) =>
    (about?.ref !== undefined && refsOf(fact).includes(about.ref)) || (about?.url !== undefined && pageKey(fact.url ?? '') === pageKey(about.url)))
}

/**
 * A standing row opens on its first day and again whenever its page is taken down; a publication or a 核对 settles it and keeps it
 * within the review period, past which it is 待核对.
 */
export function standingPage(span: Span, heard: Heard): StandingPage {
  const { duty, said, rules } = heard
  const months = span.cadence.reviewMonths ?? null
  const publications = inOrder(ofFactKind(said, 'published'))
  const first = publications.find((each) => satisfies(each, duty))
  const looks = ofFactKind(said, 'checked').map(({ fact }) => fact.day).sort()
  const kept = [...publications.filter((each) => satisfies(each, duty)).map(({ fact }) => fact.day), ...looks]
  const lastDay = latestOf(kept)
  const takenDown = [...new Set(ofFactKind(said, 'withdrawn').filter((each) => isOfThePage(each, heard)).map(({ fact }) => fact.day))].sort()
  const lastTaken = takenDown.at(-1)
  const isUp = lastDay !== null && (lastTaken === undefined || kept.some((day) => day >= lastTaken && day > (first?.fact.day ?? '')))
  const goodUntil = months === null || lastDay === null ? null : plusMonths(lastDay, months)
  const begins = duty.opensItself && span.from <= rules.day && (span.until === null || span.from < span.until)
  const opens = [...(begins ? [span.from] : []), ...takenDown]
  const pieces = opens.map((day, n) => {
    const since = (each: Day) => n === 0 || each >= day
    return judged({
      id: `${duty.key}|standing#${n + 1}`, aliases: [], origin: 'standing', ref: null, period: null, formed: [], eventDay: day, hangs: false,
      proof: () => 'none', due: (workdays) => dueAfter('formed', day, duty.item, rules, workdays),
      published: publications.filter((each) => since(each.fact.day) && (n === 0 || each !== first)),
      checkedDay: earliestOf(looks.filter(since)), toCheck: isUp && goodUntil !== null && goodUntil < rules.day && n === opens.length - 1,
    }, heard)
  })
  return { pieces, isUp, goodUntil }
}
