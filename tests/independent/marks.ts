import { heldMark, type Acts } from './acts.ts'
import { inFigure, shareOf, type Figure } from './counts.ts'
import type { InForce } from './in-force.ts'
import type { Judged } from './judging.ts'
import type { Leaf, Unit } from './lines.ts'
import type { Piece } from './verdict.ts'

/** What a leaf (指标) found: the share of its points earned and the numbers it was read from. */
export interface Read { readonly earned: number; readonly inputs: Readonly<Record<string, number | null>> }

/** A unit's district duties under the rules of the day. */
export interface Marked { readonly unit: Unit; readonly duties: readonly Judged[]; readonly rules: InForce; readonly acts: Acts }

const between0and1 = (value: number) => Math.min(1, Math.max(0, value))
const isAssumed = ({ flags }: Piece) => flags.includes('assumed')
/** Assumed limits weigh half. */
const weightOf = (piece: Piece) => (isAssumed(piece) ? 0.5 : 1)
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** Kinds first; traits gate departments, institutions and vertical units only. */
export function isFor({ kinds, traits }: Leaf, unit: Unit): boolean {
  if (kinds && !kinds.includes(unit.kind)) return false
  return !traits || unit.kind === 'street' || unit.kind === 'town' || traits.some((trait) => unit.traits.includes(trait))
}

/** Reads a leaf; null where there is nothing to read. */
export function readLeaf(leaf: Leaf, marked: Marked): Read | null {
  if (leaf.measure === 'none') return readMark(leaf, marked)
  if (leaf.kind === 'ratio') return readRatio(leaf, marked)
  if (leaf.kind === 'perCase') return readCases(leaf, marked)
  return leaf.kind === 'fixed' && leaf.measure === 'slotOnTime' ? readSlots(leaf, marked) : null
}

/** What nothing reckons has the points a reviewer gave. */
function readMark({ code, points }: Leaf, { acts }: Marked): Read | null {
  const mark = heldMark(acts, code)
  return mark ? { earned: between0and1((mark.points ?? 0) / points), inputs: { points: mark.points ?? 0 } } : null
}

interface Rate { readonly share: number | null; readonly inputs: Readonly<Record<string, number | null>>; readonly pieces: number; readonly misses: number }

/** Linear between `zero` and `full`; with few pieces so many points a miss if that is milder. */
function readRatio(leaf: Leaf, marked: Marked): Read | null {
  const rate = rateOf(leaf, marked)
  if (rate === null || rate.share === null) return null
  const { full = 1, zero = 0, few, points } = leaf
  const linear = between0and1((rate.share - zero) / (full - zero))
  const mild = few && rate.pieces < few.below ? between0and1(1 - few.perPiece * rate.misses / points) : 0
  return { earned: Math.max(linear, mild), inputs: rate.inputs }
}

function rateOf({ measure }: Leaf, { duties, rules, acts }: Marked): Rate | null {
  const plain = (part: number, whole: number): Rate => {
    const { share } = shareOf(part, whole)
    return { share, inputs: { share, part, whole }, pieces: whole, misses: whole - part }
  }
  const covered = (kind: string): Rate => {
    const counted = duties.filter(({ duty, cover }) => cover.counts && duty.cadence === kind)
    return plain(counted.filter(({ cover }) => cover.covered).length, counted.length)
  }
  const pieced = (from: readonly Judged[], figure: Figure): Rate => {
    const found = from.flatMap(({ pieces }) => pieces).map((piece) => inFigure(piece, figure, rules)).filter((each) => each !== null)
    return plain(found.filter((each) => each === 'part').length, found.length)
  }
  const interpreting = duties.filter(({ duty }) => duty.cadence === 'followUp')
  switch (measure) {
    case 'onTimeMacro': return macro(duties, 'onTime', rules)
    case 'eventualMacro': return macro(duties, 'eventual', rules)
    case 'standingCoverage': return covered('standing')
    case 'periodicCoverage': return covered('slots')
    case 'asFormedCoverage': return covered('asFormed')
    case 'interpretedInTime': return pieced(interpreting, 'onTime')
    case 'interpreted': return pieced(interpreting, 'eventual')
    case 'verifiable': return pieced(duties, 'verifiable')
    case 'rectifiedInTime': {
      const told = acts.findings.filter(({ inTime }) => inTime !== null)
      return plain(told.filter(({ inTime }) => inTime).length, told.length)
    }
    // The mean of the shares of elements found; a material one missing makes the piece none.
    case 'elementsComplete': {
      const shares = acts.inspected.map(({ present = [], missing = [], material = [] }) => (material.length > 0 ? 0 : present.length / (present.length + missing.length)))
      const { share } = shareOf(sumOf(shares), shares.length)
      return { share, inputs: { share, pieces: shares.length }, pieces: shares.length, misses: 0 }
    }
    default: return null
  }
}

/** 事项平均: the share of each duty, then the mean over duties; a duty weighs as much as its pieces do on average. */
function macro(duties: readonly Judged[], figure: Figure, rules: InForce): Rate {
  const rates = duties.map(({ pieces }) => {
    const whole = pieces.filter((piece) => inFigure(piece, figure, rules) !== null)
    const part = whole.filter((piece) => inFigure(piece, figure, rules) === 'part')
    return { part: sumOf(part.map(weightOf)), whole: sumOf(whole.map(weightOf)), pieces: whole.length, missed: whole.filter((piece) => !part.includes(piece)) }
  }).filter((rate) => rate.pieces > 0)
  const share = shareOf(sumOf(rates.map(({ part, whole, pieces }) => part / whole * (whole / pieces))), sumOf(rates.map(({ whole, pieces }) => whole / pieces))).share
  const pieces = sumOf(rates.map((rate) => rate.pieces))
  const misses = sumOf(rates.flatMap(({ missed }) => missed).map(weightOf))
  return { share, inputs: { share, duties: rates.length, pieces, misses }, pieces, misses }
}

/** So many points a case, down to none; null without a case. */
function readCases(leaf: Leaf, { duties, rules, acts }: Marked): Read | null {
  if (leaf.measure === 'findings' || leaf.measure === 'recurrence') {
    const found = acts.findings.filter(({ code, isRevoked, isRepeated }) => (leaf.measure === 'recurrence' ? isRepeated : !isRevoked && leaf.codes?.includes(code)))
    const lost = (leaf.each ?? 0) * found.length
    return found.length === 0 ? null : { earned: between0and1(1 - lost / leaf.points), inputs: { cases: found.length, long: 0, lost } }
  }
  const pieces = duties.flatMap((each) => each.pieces)
  const isLong = ({ dueDay }: Piece) => dueDay !== null && rules.workdays.between(dueDay, rules.day) > (leaf.longWorkdays ?? Infinity)
  const cases = leaf.measure === 'overdueNow' ? pieces.filter(({ status }) => status === 'overdue')
    : leaf.measure === 'irregularNothing' ? pieces.filter((piece) => piece.year === rules.year && piece.lateBy === 'declaration' && piece.exemptKind === null) : []
  if (cases.length === 0) return null
  const isOverdue = leaf.measure === 'overdueNow'
  const long = isOverdue ? cases.filter(isLong) : []
  const pointsOf = (piece: Piece) => (isOverdue ? weightOf(piece) : 1) * (long.includes(piece) ? leaf.eachLong ?? leaf.each ?? 0 : leaf.each ?? 0)
  const lost = sumOf(cases.map(pointsOf))
  return { earned: between0and1(1 - lost / leaf.points), inputs: { cases: cases.length, long: long.length, lost } }
}

/** Slots of named rows due in the year: an equal part of the points each, less for every stretch of working days begun after the due day. */
function readSlots(leaf: Leaf, { duties, rules }: Marked): Read | null {
  const isAsked = ({ period }: Piece) => !leaf.slots || leaf.slots.includes(period?.split('/')[1] ?? '')
  const slots = duties.filter(({ duty }) => leaf.items?.includes(duty.item)).flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.origin === 'periodic' && piece.year === rules.year && ['onTime', 'late', 'unverified', 'overdue'].includes(piece.status) && isAsked(piece))
  if (slots.length === 0) return null
  const pointsEach = leaf.points / Math.max((leaf.items?.length ?? 1) * Math.max(1, leaf.slots?.length ?? 1), slots.length)
  const lost = slots.map((piece) => lostBy(piece, leaf, rules))
  return { earned: sumOf(lost.map((each) => between0and1(1 - each / pointsEach))) / slots.length, inputs: { slots: slots.length, missed: lost.filter((each) => each > 0).length } }
}

function lostBy(piece: Piece, leaf: Leaf, { workdays, day }: InForce): number {
  if (piece.status !== 'late' && piece.status !== 'overdue') return 0
  const end = piece.status === 'overdue' ? day : piece.publishedDay
  if (end === null || piece.dueDay === null) return leaf.points
  const stretches = Math.ceil(Math.max(1, workdays.between(piece.dueDay, end)) / (leaf.every ?? 1))
  return (leaf.each ?? leaf.points) * stretches * weightOf(piece)
}
