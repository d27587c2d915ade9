import { addDays, type Day } from '../time/day.ts'

/** A feed, what it may speak of, and the days it failed. `to` null: still failing. */
export interface FeedHealth {
  readonly feed: string
  readonly units: '*' | readonly string[]
  readonly items: '*' | readonly string[]
  readonly outages: readonly { readonly from: Day; readonly to: Day | null }[]
}

/** The feeds expected to speak of a duty: those, other than the desk, whose scope names its unit and item. */
export function expectedFeeds(feeds: readonly FeedHealth[], unit: string, item: string): readonly FeedHealth[] {
  return feeds.filter((each) =>
    each.feed !== 'desk' && (each.units === '*' || each.units.includes(unit)) && (each.items === '*' || each.items.includes(item)))
}

/** True while a feed's last outage goes on. */
export function isFailing({ outages }: FeedHealth, day: Day): boolean {
  return outages.some((outage) => outage.from <= day && (outage.to === null || outage.to > day))
}

/** True for what a machine delivered: people at their desks, settings and the clock are no source that can fall silent. */
export function isFeed(feed: string): boolean {
  return feed !== 'desk' && feed !== 'admin' && feed !== 'clock'
}

/**
 * True when all expected feeds were failing as the due day passed and none has looked since: the obligation is unknown
 * (数据中断), never red. No expected feed: never unknown.
 */
export function isBlind(expected: readonly FeedHealth[], dueDay: Day, day: Day): boolean {
  const fell = addDays(dueDay, 1)
  return expected.length > 0 && expected.every((feed) =>
    feed.outages.some((outage) => outage.from <= fell && (outage.to === null || outage.to > day)))
}
