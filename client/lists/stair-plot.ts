import type { GapStep } from '../../shared/measures/gap-plan.ts'

/** One tread of the stair: where it lies, and the score and rank reached on it. */
export interface Tread {
  readonly x: number
  readonly y: number
  readonly score: number
  readonly rank: number | null
  /** Publications done up to here. */
  readonly done: number
  /** Its figure is written: the first, the last, and what there is room for between. */
  readonly named: boolean
}

export interface StairPlot {
  readonly treads: readonly Tread[]
  readonly path: string
  /** Height of any score on the same scale. */
  yOf(score: number): number
}

export interface StairBox {
  readonly width: number
  readonly height: number
}

const TOP = 26
const SIDE = 24
/** Room a figure needs beside its neighbour. */
const NAMED = 46

/** The stair of a plan: from the score now, one tread for each publication in the plan's order. */
export function stairPlot(start: { readonly score: number; readonly rank: number | null }, steps: readonly Pick<GapStep, 'score' | 'rank'>[], { width, height }: StairBox): StairPlot {
  const reached = [start, ...steps]
  const [low, high] = [start.score, Math.max(start.score + 0.1, ...steps.map(({ score }) => score))]
  const yOf = (score: number) => height - 8 - ((score - low) / (high - low)) * (height - 8 - TOP)
  const wide = (width - SIDE * 2) / Math.max(1, reached.length - 1)
  const every = Math.max(1, Math.ceil(NAMED / wide))
  const treads = reached.map(({ score, rank }, done): Tread => {
    const last = done === reached.length - 1
    return { x: SIDE + done * wide, y: yOf(score), score, rank, done, named: last || (done % every === 0 && reached.length - 1 - done >= every) || done === 0 }
  })
  const path = treads.map(({ x, y }, index) => (index === 0 ? `M${x.toFixed(1)},${y.toFixed(1)}` : `H${x.toFixed(1)}V${y.toFixed(1)}`)).join('')
  return { treads, path, yOf }
}
