import { assessmentYear, type World } from '../obligations/world.ts'
import { periodEnd } from '../time/period.ts'
import type { SettledRow } from './board-rows.ts'

type Settled = Pick<World, 'settlements' | 'year' | 'scheme'>
type Settlement = World['settlements'][number]

/**
 * 核定分 by unit: of the world's year the yearly one where there is one, else that of the last month settled; of each the last
 * edition. Units without a score are not in it.
 */
export function settledScoresOf(world: Settled): ReadonlyMap<string, SettledRow> {
  const kept = made.get(world.settlements)
  if (kept?.year === world.year && kept.scheme === world.scheme) return kept.scores
  const scores = scoresOf(world)
  made.set(world.settlements, { year: world.year, scheme: world.scheme, scores })
  return scores
}

/** The same settlements give the same rows, object for object: whoever compares two boards sees so at once. */
const made = new WeakMap<Settled['settlements'], Pick<Settled, 'year' | 'scheme'> & { readonly scores: ReadonlyMap<string, SettledRow> }>()

function scoresOf({ settlements, year, scheme }: Settled): ReadonlyMap<string, SettledRow> {
  const last = settlements.filter(({ period }) => yearOf(period, scheme) === year).reduce<Settlement | undefined>(laterOf, undefined)
  if (last === undefined) return new Map()
  const { period, scores } = last
  return new Map(scores.flatMap(({ unit, score, rank }) => (score === null ? [] : [[unit, { period, score, rank }] as const])))
}

function yearOf(period: string, scheme: Settled['scheme']): number {
  return period.length === 4 ? Number(period) : assessmentYear(periodEnd(period), scheme)
}

/** A year stands above its months; of one period what was recorded last holds. */
function laterOf(a: Settlement | undefined, b: Settlement): Settlement {
  if (a === undefined || a.period === b.period) return b
  if (a.period.length !== b.period.length) return a.period.length < b.period.length ? a : b
  return a.period > b.period ? a : b
}
