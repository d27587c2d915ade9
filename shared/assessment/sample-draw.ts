import type { DrawnBecause, DrawnPiece, DrawnSample } from '../facts/assessment-settings.ts'
import { inOrder, type FramePiece, type Sha256 } from './sampling-frame.ts'

export type SampleRules = DrawnSample['rules']

/** 每单位不少于5件且不少于10%，成文日期补录或不明的至少2件，情况说明至少1件. */
export const defaultSampleRules: SampleRules = { share: 0.1, least: 5, backfilled: 2, nothing: 1 }

/** 盲抽: pieces a reviewer takes per unit from the site or the 发文登记, not from our store. */
export const BLIND_PER_UNIT = 2

export interface Draw {
  readonly seed: string
  readonly rules: SampleRules
  readonly sha256: Sha256
}

/** A piece with its lot (签号): all that chance decides. */
interface Lot {
  readonly piece: FramePiece
  readonly lot: string
}

/**
 * Draws a sample, unit by unit in the order of the frame. A piece's lot is SHA-256(seed + "|" + obligation id); smaller
 * lots come first. A unit gives max(least, share rounded up) pieces, spread over its strata (category × status) by the
 * largest remainder; what is then still short of the minima is added on top. Less where the frame has less.
 */
export function drawSample(frame: readonly FramePiece[], { seed, rules, sha256 }: Draw): readonly DrawnPiece[] {
  const units = groupedBy(frame, ({ unit }) => unit)
  return [...units.values()].flatMap((pieces) => {
    const lots = pieces.map((piece): Lot => ({ piece, lot: sha256(`${seed}|${piece.obligation}`) })).sort((a, b) => inOrder(a.lot, b.lot))
    const drawn = drawnOf(lots, rules)
    return pieces.flatMap((piece) => {
      const because = drawn.get(piece)
      return because === undefined ? [] : [{ unit: piece.unit, obligation: piece.obligation, stratum: stratumOf(piece), because }]
    })
  })
}

/** Pieces a unit with so many in the frame gives before minima are filled up. */
export function sizeOfUnit(pieces: number, { share, least }: Pick<SampleRules, 'share' | 'least'>): number {
  // In hundredths: 0.1 × 70 is not 7 in binary fractions.
  return Math.min(pieces, Math.max(least, Math.ceil((Math.round(share * 100) * pieces) / 100)))
}

export function stratumOf({ category, status }: Pick<FramePiece, 'category' | 'status'>): string {
  return `${category} × ${status}`
}

/** Formation day registered afterwards (补录) or unknown, where the due day hangs on it. */
export function isWeaklyProved({ proof }: Pick<FramePiece, 'proof'>): boolean {
  return proof === 'backfilled' || proof === 'none'
}

/** `lots` of one unit, smallest first. */
function drawnOf(lots: readonly Lot[], rules: SampleRules): ReadonlyMap<FramePiece, DrawnBecause> {
  const drawn = new Map<FramePiece, DrawnBecause>()
  if (lots.length <= rules.least) {
    for (const { piece } of lots) drawn.set(piece, 'least')
    return drawn
  }
  const strata = groupedBy(lots, ({ piece }) => stratumOf(piece))
  const shares = sharesOf(new Map([...strata].map(([stratum, members]) => [stratum, members.length])), sizeOfUnit(lots.length, rules))
  for (const [stratum, members] of strata) {
    for (const { piece } of members.slice(0, shares.get(stratum))) drawn.set(piece, 'stratum')
  }
  fillUp(drawn, lots, { least: rules.backfilled, because: 'backfilled', isOne: isWeaklyProved })
  fillUp(drawn, lots, { least: rules.nothing, because: 'nothing', isOne: ({ status }) => status === 'nothing' })
  return drawn
}

/** Largest remainder (最大余额法): whole shares first, what is left to the largest remainders, equal ones in the order of the strata's names. */
export function sharesOf(sizes: ReadonlyMap<string, number>, wanted: number): ReadonlyMap<string, number> {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const shares = [...sizes].map(([stratum, size]) => ({ stratum, whole: Math.floor((wanted * size) / all), rest: (wanted * size) % all }))
  let left = wanted - shares.reduce((sum, { whole }) => sum + whole, 0)
  for (const share of shares.sort((a, b) => b.rest - a.rest || inOrder(a.stratum, b.stratum))) {
    if (left === 0) break
    share.whole += 1
    left -= 1
  }
  return new Map(shares.map(({ stratum, whole }) => [stratum, whole]))
}

interface Minimum {
  readonly least: number
  readonly because: DrawnBecause
  readonly isOne: (piece: FramePiece) => boolean
}

function fillUp(drawn: Map<FramePiece, DrawnBecause>, lots: readonly Lot[], { least, because, isOne }: Minimum): void {
  let short = least - [...drawn.keys()].filter(isOne).length
  for (const { piece } of lots) {
    if (short <= 0) return
    if (drawn.has(piece) || !isOne(piece)) continue
    drawn.set(piece, because)
    short -= 1
  }
}

function groupedBy<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const group = groups.get(key(each))
    if (group) group.push(each)
    else groups.set(key(each), [each])
  }
  return groups
}
