import { daysBetween, type Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { Thresholds } from '../facts/setting.ts'
import type { ObservedFact, PublishedFact } from '../facts/fact.ts'
import { byDay, type EffectiveFact } from '../facts/effective-facts.ts'
import { urlKey } from '../facts/url-key.ts'

/**
 * 日期存疑: the URL's day or the first look lies later than the page's day beyond a tolerance, or the page is dated
 * before the document was formed. A question for a reviewer, never a verdict. An id earlier than the page is innocent.
 */
export function isSuspect(fact: PublishedFact, formedDay: Day | null, rules: { readonly thresholds: Thresholds; readonly calendar: WorkingCalendar }): boolean {
  const { thresholds, calendar } = rules
  if (fact.urlDay !== undefined && daysBetween(fact.day, fact.urlDay) > thresholds.suspectUrlDays) return true
  if (fact.firstSeenDay !== undefined && calendar.workdaysBetween(fact.day, fact.firstSeenDay) > thresholds.suspectSeenWorkdays) return true
  return formedDay !== null && fact.day < formedDay
}

/**
 * 链接失效: the last looks at the page all failed, at least as many and over as many days as the thresholds say. It
 * never withdraws a page by itself.
 */
export function isLinkDead(looks: readonly EffectiveFact<ObservedFact>[], url: string, thresholds: Thresholds): boolean {
  const key = urlKey(url)
  const ofPage = looks.filter((each) => urlKey(each.fact.url) === key).sort(byDay)
  let failed = 0
  let firstFailed: Day | null = null
  for (const { fact } of ofPage.toReversed()) {
    if (fact.httpStatus >= 200 && fact.httpStatus < 400) break
    failed += 1
    firstFailed = fact.day
  }
  const last = ofPage.at(-1)?.fact.day
  return failed >= thresholds.deadLooks && last !== undefined && firstFailed !== null && daysBetween(firstFailed, last) >= thresholds.deadDays
}

/** Channel names that do not tell channels apart. */
function channelKey(channel: string): string {
  return channel === '政务服务中心' ? '政务服务大厅' : channel
}

/** A publication satisfies only in a checked channel; a blank cell accepts the government site and the credit site. */
export function isAcceptedChannel(channel: string, checked: readonly string[]): boolean {
  if (checked.length === 0) return channel === '政府网站' || channel === '信用网站'
  return checked.some((each) => channelKey(each) === channelKey(channel))
}
