/** Repetitions of one figure. */
export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** One line of the table: ours against the bare counterpart of the same run. */
export interface Measured {
  /** Letter of the ratio, with a word where a letter has several lines. */
  readonly letter: string
  readonly what: string
  readonly against: string
  readonly unit: string
  readonly ours: Spread
  /** Null where the limit is a plain figure. */
  readonly bare: Spread | null
  /** Median of the ratios of each repetition with its neighbour; without a counterpart our median. */
  readonly ratio: Spread
  readonly reach: { readonly atLeast: number } | { readonly atMost: number } | null
  readonly notes?: readonly string[]
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
  return { median, min: sorted[0]!, max: sorted.at(-1)! }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** Ours and bare in turn, so that whatever else the machine does meets both. Answers what each run says of itself. */
export async function inTurn(times: number, runs: { ours(n: number): Promise<number> | number; bare(n: number): Promise<number> | number }): Promise<{ ours: number[]; bare: number[] }> {
  const taken = { ours: [] as number[], bare: [] as number[] }
  for (let n = 0; n < times; n += 1) {
    taken.ours.push(await runs.ours(n))
    taken.bare.push(await runs.bare(n))
  }
  return taken
}

/** Each repetition's ratio, ours over bare. */
export function ratios(ours: readonly number[], bare: readonly number[]): Spread {
  return spreadOf(ours.map((each, n) => each / bare[n]!))
}

/** Milliseconds one piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function isReached({ ratio, reach }: Measured): boolean | null {
  if (reach === null) return null
  return 'atLeast' in reach ? ratio.median >= reach.atLeast : ratio.median <= reach.atMost
}
