import { expectedFeeds, isFailing } from '../obligations/feed-health.ts'
import type { BoardOutages } from './board-rows.ts'
import type { MeasuredWorld } from './measured-world.ts'

const none: BoardOutages = { feeds: [], cells: {} }
/** A world stands for many boards: only a setting or a new day makes another. */
const known = new WeakMap<MeasuredWorld, BoardOutages>()

/**
 * 数据中断 now: the feeds that are failing, and the cells of which some duty hears from no other feed. A duty that no feed
 * speaks of, one 不适用 and one that has ended are never cut off.
 */
export function outagesOf(world: MeasuredWorld): BoardOutages {
  let outages = known.get(world)
  if (outages === undefined) known.set(world, outages = counted(world))
  return outages
}

function counted(world: MeasuredWorld): BoardOutages {
  const feeds = world.feeds.filter((feed) => isFailing(feed, world.day))
  if (feeds.length === 0) return none
  const cells = new Map<string, Set<string>>()
  for (const { unit, item, category, state, endsBefore, opensBefore } of world.duties.values()) {
    if (state === 'notApplicable' || isOver(endsBefore, world.day) || isOver(opensBefore, world.day) || isOver(unit.validTo ?? null, world.day)) continue
    if (!isUnheard(world, unit.id, item.id)) continue
    const categories = cells.get(unit.id)
    if (categories) categories.add(category)
    else cells.set(unit.id, new Set([category]))
  }
  return {
    feeds: feeds.map(({ feed, outages }) => ({ feed, since: outages[outages.length - 1]?.from ?? world.day })),
    cells: Object.fromEntries([...cells].map(([unit, categories]) => [unit, [...categories].sort()])),
  }
}

/** True when feeds are expected to speak of a unit's row and all of them are failing now. */
export function isUnheard({ feeds, day }: Pick<MeasuredWorld, 'feeds' | 'day'>, unit: string, item: string): boolean {
  const expected = expectedFeeds(feeds, unit, item)
  return expected.length > 0 && expected.every((feed) => isFailing(feed, day))
}

function isOver(end: string | null, day: string): boolean {
  return end !== null && end <= day
}
