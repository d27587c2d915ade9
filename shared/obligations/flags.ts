import { daysBetween, type Day } from '../time/day.ts'
import type { WorkingCalendar } from '../time/working-calendar.ts'
import type { Thresholds } from '../facts/setting.ts'
import type { Flag } from './obligation.ts'
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

/** Looks of one duty by the page looked at, for as long as the list of looks stands. */
const pages = new WeakMap<readonly EffectiveFact<ObservedFact>[], Map<string, EffectiveFact<ObservedFact>[]>>()

function looksAt(looks: readonly EffectiveFact<ObservedFact>[], url: string): readonly EffectiveFact<ObservedFact>[] {
  let byPage = pages.get(looks)
  if (!byPage) {
    pages.set(looks, byPage = new Map())
    for (const each of looks) {
      const key = urlKey(each.fact.url)
      const list = byPage.get(key)
      if (list) list.push(each)
      else byPage.set(key, [each])
    }
  }
  return byPage.get(urlKey(url)) ?? []
}

/**
 * 链接失效: the last looks at the page all failed, at least as many and over as many days as the thresholds say. It
 * never withdraws a page by itself.
 */
export function isLinkDead(looks: readonly EffectiveFact<ObservedFact>[], url: string, thresholds: Thresholds): boolean {
  const ofPage = [...looksAt(looks, url)].sort(byDay)
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

const lists = new Map<string, readonly Flag[]>()

/** One list for the same flags: there are few combinations and many obligations. */
export function flagList(flags: readonly Flag[]): readonly Flag[] {
  const name = flags.join()
  const known = lists.get(name)
  if (known) return known
  const list = [...flags]
  lists.set(name, list)
  return list
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
