import type { Unit } from '../catalogue/item.ts'
import type { Leaf, Scheme } from '../catalogue/scheme.ts'
import { must } from '../must.ts'
import { behindOf } from './behind.ts'
import type { DutyPart } from './figures.ts'
import { numberWords, roundTo } from './figure-words.ts'
import type { MeasuredWorld } from './measured-world.ts'
import { leafStateOf, type LeafState } from './score-leaves.ts'
import { spreadPoints } from './score-spread.ts'
import type { LeafWorking, ScoreWorking } from './score-working.ts'
import { isScored, judgedDuties, scoredUnit, type ScoredUnit } from './scored-unit.ts'

/** A score without its words: what a plan compares thousands of times. Unrounded. */
export interface ScorePoints {
  /** got ÷ attainable × 100; null for a unit without score. */
  readonly score: number | null
  readonly got: number
  readonly attainable: number
}

/** A leaf in its place in the tree. */
interface PlacedLeaf {
  readonly leaf: Leaf
  readonly group: string
}

/** A leaf read for one unit. */
interface WeighedLeaf extends PlacedLeaf {
  readonly state: LeafState
  readonly skipped: boolean
  readonly earned: number
  readonly possible: number
}

/**
 * 实时测算分 of a unit as of the world's day, 0–100 with two decimals, with its whole working: the scheme's leaves, skipped
 * ones spread, points ÷ attainable × 100. `score` is null for a vertical or merged unit and where nothing is judged yet.
 */
export function scoreOf(unit: Unit, parts: readonly DutyPart[], world: MeasuredWorld): ScoreWorking {
  if (!isScored(unit, world)) {
    const note = unit.kind === 'vertical' ? '垂直管理单位只作监测，不计分、不排名' : '单位已并入其他单位，不再计分'
    return { unit: unit.id, score: null, got: 0, attainable: 0, leaves: [], note }
  }
  const scored = scoredUnit(unit, parts, world)
  const weighed = weighedLeaves(world.scheme, scored)
  const { score, got, attainable } = pointsOf(weighed, scored)
  return {
    unit: unit.id,
    score: score === null ? null : roundTo(score, 2),
    got: roundTo(got, 4),
    attainable: roundTo(attainable, 4),
    leaves: weighed.map((each) => workingOf(each, scored)),
    note: score === null ? '尚无已到期事项，暂不计分' : noteOf(attainable),
  }
}

/** The same score without rounding and words. */
export function scorePointsOf(unit: Unit, parts: readonly DutyPart[], world: MeasuredWorld): ScorePoints {
  if (!isScored(unit, world)) return { score: null, got: 0, attainable: 0 }
  const scored = scoredUnit(unit, parts, world)
  return pointsOf(weighedLeaves(world.scheme, scored), scored)
}

function weighedLeaves(scheme: Scheme, scored: ScoredUnit): readonly WeighedLeaf[] {
  const { placed, spreads } = treeOf(scheme)
  const states = placed.map(({ leaf }) => leafStateOf(leaf, scored))
  const skips = placed.map(({ leaf }, place) => isSkipped(leaf, states[place]))
  // Units skip leaves in few different ways: each way is spread once for a scheme.
  const way = skips.map(Number).join('')
  const possible = spreads.get(way) ?? spreadPoints(
    placed.map(({ leaf, group }, place) => ({ group, points: leaf.points, skipped: skips[place] === true })), scheme.leafCap)
  spreads.set(way, possible)
  return placed.map(({ leaf, group }, place) => {
    const state = must(states[place], 'each leaf is read')
    return { leaf, group, state, skipped: skips[place] === true, earned: earnedOf(state), possible: possible[place] ?? 0 }
  })
}

function isSkipped(leaf: Leaf, state: LeafState | undefined): boolean {
  return state?.state === 'outOfScope' || (state?.state === 'empty' && leaf.emptyMeans === 'skip')
}

interface SchemeTree {
  readonly placed: readonly PlacedLeaf[]
  readonly spreads: Map<string, readonly number[]>
}

const trees = new WeakMap<Scheme, SchemeTree>()

function treeOf(scheme: Scheme): SchemeTree {
  const known = trees.get(scheme)
  if (known) return known
  const placed = scheme.groups.flatMap((group) => group.leaves.map((leaf) => ({ leaf, group: group.code })))
  const tree = { placed, spreads: new Map<string, readonly number[]>() }
  trees.set(scheme, tree)
  return tree
}

/** Share of the points earned; an empty leaf that is not skipped gives them all. */
function earnedOf(state: LeafState): number {
  return state.state === 'read' ? state.reading.earned : 1
}

function pointsOf(weighed: readonly WeighedLeaf[], scored: ScoredUnit): ScorePoints {
  let got = 0
  let attainable = 0
  for (const leaf of weighed) {
    attainable += leaf.possible
    got += leaf.earned * leaf.possible
  }
  const nothingJudged = attainable === 0 || judgedDuties(scored.parts) === 0
  return { score: nothingJudged ? null : (got / attainable) * 100, got, attainable }
}

function workingOf({ leaf, group, state, skipped, earned, possible }: WeighedLeaf, scored: ScoredUnit): LeafWorking {
  const got = skipped ? null : roundTo(earned * possible, 4)
  return {
    code: leaf.code, name: leaf.name, group, printed: leaf.points, possible: roundTo(possible, 4), got, skipped,
    formula: formulaOf({ leaf, state, possible, got }),
    inputs: state.state === 'read' ? state.reading.inputs : {},
    behind: state.state === 'outOfScope' ? null : behindOf(leaf, scored),
  }
}

function formulaOf(of: Pick<WeighedLeaf, 'leaf' | 'state' | 'possible'> & { readonly got: number | null }): string {
  if (of.state.state === 'outOfScope') return '不适用于本单位，分值分摊到其他指标'
  if (of.got === null) return '暂无数据，不计入，分值分摊到其他指标'
  const points = `得 ${numberWords(of.got)} 分（满分 ${numberWords(of.possible)} 分${spreadWords(of)}）`
  return of.state.state === 'empty' ? `无扣分情形，${points}` : `${of.state.reading.words()}；${points}`
}

function spreadWords({ leaf, possible }: Pick<WeighedLeaf, 'leaf' | 'possible'>): string {
  return roundTo(possible, 4) === leaf.points ? '' : `，原 ${numberWords(leaf.points)} 分`
}

function noteOf(attainable: number): string {
  return roundTo(attainable, 4) < 100 ? `暂按${numberWords(attainable)}分制折算` : ''
}
