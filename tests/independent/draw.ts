/** Random choices that a seed replays. */
export interface Draw {
  /** From 0 up to, but not, 1. */
  next(): number
  /** A whole number from 0 up to, but not, `count`. */
  below(count: number): number
  one<T>(list: readonly T[]): T
  chance(share: number): boolean
}

/** Mulberry32: 32 bits of state, the same everywhere. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next, below,
    one: (list) => {
      if (list.length === 0) throw new Error('nothing to choose from')
      return list[below(list.length)]!
    },
    chance: (share) => next() < share,
  }
}
