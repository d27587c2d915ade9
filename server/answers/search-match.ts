import type { FoundBy } from '../../shared/wire/search-answer.ts'
import { isSpelling, readingOf } from './pinyin.ts'

/** How well a name answers what was typed: smaller is better. */
export interface Match {
  readonly rank: number
  readonly by: FoundBy
}

/** The best match among a thing's names; by characters before by 拼音, whole before beginning before inside. */
export function bestMatch(names: readonly string[], q: string): Match | undefined {
  let best: Match | undefined
  for (const name of names) {
    const found = matchOf(name, q)
    if (found && (!best || found.rank < best.rank)) best = found
  }
  return best
}

function matchOf(name: string, q: string): Match | undefined {
  const rank = placeOf(name.toLowerCase(), q)
  if (rank !== undefined) return { rank, by: 'text' }
  if (!isSpelling(q)) return undefined
  const { initials, full } = readingOf(name)
  const spelled = placeOf(initials, q) ?? placeOf(full, q)
  return spelled === undefined ? undefined : { rank: 3 + spelled, by: 'pinyin' }
}

function placeOf(text: string, q: string): number | undefined {
  const at = text.indexOf(q)
  if (at === -1) return undefined
  return at > 0 ? 2 : Number(text.length > q.length)
}
