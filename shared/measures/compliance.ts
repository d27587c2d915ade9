import type { DutyFigures, DutyPart } from './figures.ts'
import { ratio, type Ratio } from './ratio.ts'
import type { Tally } from './tally.ts'

/** Counts of pieces the compliance rates are read from; figures of one duty and sums of many both have them. */
export interface PieceCounts {
  readonly tally: Tally
  readonly overdueOfYear: number
  readonly lateDeclared: number
}

/** 按时公开率 in pieces: on time of on time, late and overdue of D's year; carried-over ones are in no rate. */
export function onTimeOf(counts: PieceCounts): Ratio {
  const { onTime, late } = counts.tally
  return ratio(onTime, onTime + late + counts.overdueOfYear)
}

/** 公开率 in pieces: whatever is public by now; a declaration filed late stays in the whole and never in the part. */
export function eventualOf(counts: PieceCounts): Ratio {
  const { onTime, late, unverified } = counts.tally
  return ratio(onTime + late + unverified - counts.lateDeclared, onTime + late + unverified + counts.overdueOfYear)
}

/** 按时公开率 against the original due days: granted extensions (报备) left out. */
export function onTimeOriginalOf(counts: Pick<DutyFigures, 'onTimeOriginal' | 'wholeOriginal'>): Ratio {
  return ratio(counts.onTimeOriginal, counts.wholeOriginal)
}

/** A macro-average: the share of each duty, then the mean over duties. `share` is null when no duty has one. */
export interface MacroRate {
  readonly share: number | null
  readonly duties: number
}

/**
 * 按时公开率 as macro-average (事项平均). A piece under an assumed limit weighs half inside its duty, and a duty weighs in
 * the mean as much as its pieces do on average: one resting wholly on assumed limits counts half.
 */
export function onTimeMacro(parts: readonly DutyPart[]): MacroRate {
  return macroOf(parts, onTimeOfDuty)
}

/** 公开率 as macro-average, weighed as `onTimeMacro`. */
export function eventualMacro(parts: readonly DutyPart[]): MacroRate {
  return macroOf(parts, eventualOfDuty)
}

/** One duty's numerator and denominator, and how many of each rest on assumed limits. */
interface DutyRate {
  readonly part: number
  readonly whole: number
  readonly assumedPart: number
  readonly assumedWhole: number
}

function onTimeOfDuty(f: DutyFigures): DutyRate {
  return {
    part: f.tally.onTime,
    whole: f.tally.onTime + f.tally.late + f.overdueOfYear,
    assumedPart: f.assumedOnTime,
    assumedWhole: f.assumedOnTime + f.assumedLate + f.assumedOverdue,
  }
}

function eventualOfDuty(f: DutyFigures): DutyRate {
  const published = f.tally.onTime + f.tally.late + f.tally.unverified
  const assumed = f.assumedOnTime + f.assumedLate + f.assumedUnverified
  return {
    part: published - f.lateDeclared,
    whole: published + f.overdueOfYear,
    assumedPart: assumed - f.assumedLateDeclared,
    assumedWhole: assumed + f.assumedOverdue,
  }
}

function macroOf(parts: readonly DutyPart[], rateOf: (figures: DutyFigures) => DutyRate): MacroRate {
  let weighted = 0
  let weights = 0
  let duties = 0
  for (const { figures } of parts) {
    const rate = rateOf(figures)
    const halved = ratio(rate.part - rate.assumedPart / 2, rate.whole - rate.assumedWhole / 2).share
    const weight = ratio(rate.whole - rate.assumedWhole / 2, rate.whole).share
    if (halved === null || weight === null) continue
    weighted += halved * weight
    weights += weight
    duties += 1
  }
  return { share: ratio(weighted, weights).share, duties }
}
