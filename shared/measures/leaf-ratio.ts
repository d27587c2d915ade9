import type { Leaf } from '../catalogue/scheme.ts'
import { eventualMacro, eventualOf, onTimeMacro, onTimeOf, type MacroRate } from './compliance.ts'
import { coverageOf, verifiableOf } from './coverage.ts'
import type { DutyPart } from './figures.ts'
import { actsOfScored, elementsOf, rectifiedRatio } from './leaf-acts.ts'
import { numberWords, percentWords } from './figure-words.ts'
import { shareOfPoints, type LeafReading } from './leaf-reading.ts'
import type { Ratio } from './ratio.ts'
import type { ScoredUnit } from './scored-unit.ts'
import { addCounts, emptySums, type Sums } from './sums.ts'

/** A rate a leaf reads: the share, what it rests on, and the pieces a `few` rule counts. */
interface LeafRate {
  readonly name: string
  readonly share: number | null
  readonly inputs: Readonly<Record<string, number | null>>
  readonly pieces: number
  /** Late and overdue pieces; under an assumed limit half a piece each. */
  readonly misses: number
}

/** Reads a leaf that is linear between `zero` and `full`; null when the rate has no share. */
export function ratioReading(leaf: Leaf, scored: ScoredUnit): LeafReading | null {
  const rate = rateOf(leaf, scored)
  if (rate === null || rate.share === null) return null
  const full = leaf.full ?? 1
  const zero = leaf.zero ?? 0
  const linear = shareOfPoints((rate.share - zero) / (full - zero))
  const mild = mildEarned(leaf, rate)
  const share = rate.share
  return {
    earned: Math.max(linear, mild ?? 0),
    inputs: rate.inputs,
    words: () => {
      const line = `${rate.name} ${percentWords(share)}；达到 ${percentWords(full)} 满分，不高于 ${percentWords(zero)} 不得分，其间按比例`
      return mild !== null && mild > linear ? `${line}；${fewWords(leaf, rate)}` : line
    },
  }
}

/** With few settled pieces one miss would cost a whole rate: points lost per miss are used instead when milder. */
function mildEarned(leaf: Leaf, rate: LeafRate): number | null {
  if (!leaf.few || rate.pieces >= leaf.few.below) return null
  return shareOfPoints(1 - (leaf.few.perPiece * rate.misses) / leaf.points)
}

function fewWords(leaf: Leaf, rate: LeafRate): string {
  const each = numberWords(leaf.few?.perPiece ?? 0)
  return `到期仅 ${rate.pieces} 件，从宽按每件扣 ${each} 分计，共扣 ${numberWords(rate.misses)} 件（推定时限的按半件）`
}

function rateOf(leaf: Leaf, scored: ScoredUnit): LeafRate | null {
  const { parts } = scored
  switch (leaf.measure) {
    case 'onTimeMacro': return macroRate('按时公开率（事项平均）', onTimeMacro(parts), onTimePieces(parts))
    case 'eventualMacro': return macroRate('公开率（事项平均）', eventualMacro(parts), eventualPieces(parts))
    case 'standingCoverage': return plainRate('常设类在架并按期核对', coverageIn(parts, 'standing'))
    case 'periodicCoverage': return plainRate('定期类当期公开', coverageIn(parts, 'slots'))
    case 'asFormedCoverage': return plainRate('随产生公开类覆盖', coverageIn(parts, 'asFormed'))
    case 'interpretedInTime': return plainRate('政策文件按时解读率', onTimeOf(countsOf(parts.filter(isInterpretation))))
    case 'interpreted': return plainRate('政策文件解读率', eventualOf(countsOf(parts.filter(isInterpretation))))
    case 'verifiable': return plainRate('可核验率', verifiableOf(hangingIn(parts)))
    case 'rectifiedInTime': return plainRate('按期整改销号', rectifiedRatio(actsOfScored(scored)))
    case 'elementsComplete': return elementsRate(scored)
    default: return null
  }
}

function elementsRate(scored: ScoredUnit): LeafRate {
  const { share, pieces } = elementsOf(actsOfScored(scored))
  return { name: `要素齐全程度（抽查 ${pieces} 件）`, share, inputs: { share, pieces }, pieces, misses: 0 }
}

function coverageIn(parts: readonly DutyPart[], cadence: DutyPart['standing']['cadence']): Ratio {
  return coverageOf(parts.map((part) => part.standing).filter((standing) => standing.cadence === cadence))
}

function isInterpretation(part: DutyPart): boolean {
  return part.standing.cadence === 'followUp'
}

function countsOf(parts: readonly DutyPart[]): Sums {
  const sums = emptySums()
  for (const part of parts) addCounts(sums, part.figures)
  return sums
}

function hangingIn(parts: readonly DutyPart[]): Pick<Sums, 'hanging' | 'hangingProved'> {
  const counts = { hanging: 0, hangingProved: 0 }
  for (const { figures } of parts) {
    counts.hanging += figures.hanging
    counts.hangingProved += figures.hangingProved
  }
  return counts
}

interface Pieces {
  readonly pieces: number
  readonly misses: number
}

function onTimePieces(parts: readonly DutyPart[]): Pieces {
  let pieces = 0
  let misses = 0
  for (const { figures: f } of parts) {
    pieces += f.tally.onTime + f.tally.late + f.overdueOfYear
    misses += f.tally.late + f.overdueOfYear - (f.assumedLate + f.assumedOverdue) / 2
  }
  return { pieces, misses }
}

function eventualPieces(parts: readonly DutyPart[]): Pieces {
  let pieces = 0
  let misses = 0
  for (const { figures: f } of parts) {
    pieces += f.tally.onTime + f.tally.late + f.tally.unverified + f.overdueOfYear
    misses += f.lateDeclared + f.overdueOfYear - (f.assumedLateDeclared + f.assumedOverdue) / 2
  }
  return { pieces, misses }
}

function macroRate(name: string, rate: MacroRate, counted: Pieces): LeafRate {
  return { name, share: rate.share, inputs: { share: rate.share, duties: rate.duties, ...counted }, ...counted }
}

function plainRate(name: string, { part, whole, share }: Ratio): LeafRate {
  return {
    name: `${name}（${part}/${whole}）`, share, inputs: { share, part, whole }, pieces: whole, misses: whole - part,
  }
}
