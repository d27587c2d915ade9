import type { Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import { byDay } from '../facts/effective-facts.ts'
import { urlKey } from '../facts/url-key.ts'
import { isAbout } from './about.ts'
import type { Formed, Published } from './documents.ts'
import type { Due } from './due.ts'
import { acceptedOf, judgeOccurrence, type DutyContext, type JudgedOccurrence } from './occurrence.ts'

/** Something that was published, with every publication that belongs to it. */
export interface PublishedPiece {
  readonly judged: JudgedOccurrence
  readonly ref: string | null
  readonly formed: readonly Formed[]
  readonly published: readonly Published[]
  /** The item's limit from the day the page was taken down. */
  readonly due: (context: DutyContext, day: Day, calendar: WorkingCalendar) => Due | null
}

/**
 * A page taken down for another reason than 废止失效, 撤销, 隐私 or 到期 is owed again (重新公开), by the item's limit
 * from the day it was taken down; the first publication decides for ever all the same.
 */
export function judgeRepublications(context: DutyContext, piece: PublishedPiece): JudgedOccurrence[] {
  const { withdrawn } = context.facts
  const first = withdrawn.length === 0 ? undefined : acceptedOf(piece.published, context.duty)[0]
  if (!first) return []
  const { id, aliases, period } = piece.judged.obligation
  const names = { ids: [id, ...aliases], ref: piece.ref, period, urls: new Set(piece.published.map((each) => urlKey(each.fact.url))) }
  const days = new Set<Day>()
  for (const { fact } of withdrawn) {
    if (fact.reason === 'other' && fact.day >= first.fact.day && isAbout(fact.about, names)) days.add(fact.day)
  }
  return [...days].sort().map((day) => judgeOccurrence(context, {
    id: `${id}|republish:${day}`, aliases: [], origin: 'republish', ref: null, period: null, formed: piece.formed.slice(-1), eventDay: day,
    proof: () => 'none', hangsOnFormation: false,
    due: (calendar) => piece.due(context, day, calendar),
    published: piece.published.filter((each) => each !== first && each.fact.day >= day),
  }))
}

/** Publications of a piece, and later ones of the same pages. */
export function withSamePages(own: readonly Published[], all: readonly Published[]): Published[] {
  if (own.length === 0) return []
  const urls = new Set(own.map((each) => urlKey(each.fact.url)))
  return [...new Set([...own, ...all.filter((each) => urls.has(urlKey(each.fact.url)))])].sort(byDay)
}
