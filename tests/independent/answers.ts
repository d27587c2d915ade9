import { inFigure, type Count, type Figure } from './counts.ts'
import type { Judged } from './judging.ts'
import { isFor } from './marks.ts'
import type { Recount, UnitCount } from './recount.ts'
import { hasScore } from './score.ts'
import type { Piece } from './verdict.ts'

/** Numbers by the place they stand at in an answer: "units.D26.onTime.part". null is "—". */
export type Numbers = Map<string, number | null>

/** Every number of a value by its place; members of a list stand under what tells them apart. */
export function numbersIn(value: unknown, place = ''): Numbers {
  const numbers: Numbers = new Map()
  const at = (name: string) => (place === '' ? name : `${place}.${name}`)
  const add = (name: string, each: unknown) => {
    if (typeof each === 'number' || each === null) numbers.set(at(name), each)
    else for (const [inner, number] of numbersIn(each, at(name))) numbers.set(inner, number)
  }
  if (Array.isArray(value)) for (const each of value as Record<string, unknown>[]) add(nameOf(each), each)
  else if (typeof value === 'object' && value !== null) for (const [name, each] of Object.entries(value)) add(name, each)
  return numbers
}

function nameOf(each: Record<string, unknown>): string {
  const { id, unit, category, code, day } = each
  return [unit, category ?? (typeof id === 'string' ? id : code ?? day)].filter((part) => typeof part === 'string').join('|')
}

function rates({ tally, onTime, eventual, coverage, overdue }: Count) {
  return { tally, onTime, eventual, coverage, overdue }
}

function unitRow({ count, score, rank }: UnitCount) {
  return { ...rates(count), verifiable: count.verifiable, longestOverdue: count.longestOverdue, score: score.score, rank }
}

/** The numbers of GET /api/board. */
export function boardNumbers({ district, units, categories, cells, duties, rules: { day, workdays } }: Recount): Numbers {
  const { totalOverdue: _total, ...whole } = district
  const waiting = duties.flatMap(({ pieces }) => pieces).filter(({ status, dueDay }) => ['pending', 'dueSoon'].includes(status) && dueDay !== null)
  const days = new Set([...Array.from({ length: 10 }, (_, n) => workdays.after(day, n + 1)), ...waiting.flatMap(({ dueDay }) => (dueDay! <= workdays.after(day, 10) ? [dueDay!] : []))])
  const dueByDay = [...days].map((each) => ({ day: each, pieces: waiting.filter(({ dueDay }) => dueDay === each).length }))
  return numbersIn({
    district: { ...whole, dueByDay }, units: units.map((each) => ({ id: each.unit.id, ...unitRow(each) })),
    categories: [...categories].map(([id, count]) => ({ id, ...rates(count) })),
    cells: [...cells].map(([name, { tally, overdue, longestOverdue, totalOverdue, dueWithin10 }]) =>
      ({ unit: name.split('|')[0], category: name.split('|')[1], tally, overdue, longestOverdue, totalOverdue, dueSoon: dueWithin10 })),
  })
}

/** The numbers of GET /api/units/:id. */
export function unitNumbers(recount: Recount, id: string): Numbers {
  const own = recount.units.find(({ unit }) => unit.id === id)!
  const held = own.duties.filter(({ duty }) => duty.state !== 'notApplicable')
  const byCategory = [...recount.cells].filter(([name]) => name.startsWith(`${id}|`)).map(([name, count]) => ({
    unit: id, category: name.split('|')[1], ...rates(count), longestOverdue: count.longestOverdue, totalOverdue: count.totalOverdue, dueSoon: count.dueWithin10,
  }))
  return numbersIn({
    unit: unitRow(own), working: own.score, peerMean: own.peerMean, peerCount: own.peerCount, byCategory,
    duties: {
      all: held.length, bureau: held.filter(({ duty }) => duty.category === 'bureau').length, proposed: held.filter(({ duty }) => duty.state === 'proposed').length,
    },
    onTimeOriginal: own.count.onTimeOriginal, carriedOver: own.count.carriedOver,
  })
}

/** The numbers of GET /api/assessments/:year. */
export function assessmentNumbers({ units }: Recount): Numbers {
  return numbersIn({
    units: units.map((each) => ({
      unit: each.unit.id, ...unitRow(each), working: each.score, bonus: { given: each.assessed.bonus }, negative: { lost: each.assessed.lost }, final: each.assessed.final,
      rank: each.assessed.rank, judgedDuties: each.judged,
    })),
  })
}

/** What a list of obligations may be asked by. */
export interface PieceFilter {
  readonly unit?: string
  readonly category?: string
  readonly item?: string
  readonly status?: string
  readonly origin?: string
  readonly flag?: string
  readonly year?: string
  readonly from?: string
  readonly to?: string
  readonly counted?: Figure
  readonly leaf?: string
  readonly part?: '1'
}

/** `total` of GET /api/obligations. */
export function piecesAsked(recount: Recount, filter: PieceFilter): number {
  const { counted, leaf, part, flag, year, from, to } = filter
  const isIn = (name: 'unit' | 'category' | 'item' | 'status' | 'origin', value: string) => filter[name] === undefined || filter[name] === value
  const counts = (found: 'part' | 'whole' | null) => (part ? found === 'part' : found !== null)
  const passes = (piece: Piece) => isIn('unit', piece.unit) && isIn('category', piece.category) && isIn('item', piece.item) && isIn('status', piece.status)
    && isIn('origin', piece.origin) && (flag === undefined || piece.flags.includes(flag)) && (year === undefined || piece.year === Number(year))
    && (from === undefined || (piece.dueDay !== null && piece.dueDay >= from)) && (to === undefined || (piece.dueDay !== null && piece.dueDay <= to))
    && (counted === undefined || counts(inFigure(piece, counted, recount.rules)))
  const judged = leaf === undefined ? recount.duties : dutiesOfLeaf(recount, leaf)
  return judged.flatMap((each) => each.pieces.filter((piece) => passes(piece) && (leaf === undefined || counts(inLeaf(recount, leaf, each, piece))))).length
}

function leafNamed({ rules }: Recount, code: string) {
  return rules.scheme.groups.flatMap(({ leaves }) => leaves).find((each) => each.code === code)!
}

/** District duties of the scored units a leaf is for. */
function dutiesOfLeaf(recount: Recount, code: string): Judged[] {
  const leaf = leafNamed(recount, code)
  return recount.units.filter(({ unit }) => hasScore(unit, recount.rules) && isFor(leaf, unit)).flatMap(({ duties }) => duties.filter(({ duty }) => duty.category !== 'bureau'))
}

function inLeaf(recount: Recount, code: string, { duty }: Judged, piece: Piece): 'part' | 'whole' | null {
  const figures: Readonly<Record<string, Figure>> = { onTimeMacro: 'onTime', eventualMacro: 'eventual', verifiable: 'verifiable', interpretedInTime: 'onTime', interpreted: 'eventual' }
  const { measure } = leafNamed(recount, code)
  if (measure === 'overdueNow') return piece.status === 'overdue' ? 'whole' : null
  if (measure.startsWith('interpreted') && duty.cadence !== 'followUp') return null
  return inFigure(piece, figures[measure]!, recount.rules)
}

export interface DutyFilter {
  readonly unit?: string
  readonly category?: string
  readonly item?: string
  readonly cadence?: string
  readonly covered?: '0' | '1'
  readonly applicable?: '0' | '1'
}

/** `total` of GET /api/duties. */
export function dutiesAsked({ duties }: Recount, filter: DutyFilter): number {
  const isIn = (name: 'unit' | 'category' | 'item' | 'cadence', value: string) => filter[name] === undefined || filter[name] === value
  return duties.filter(({ duty, cover }) => isIn('unit', duty.unit) && isIn('category', duty.category) && isIn('item', duty.item) && isIn('cadence', duty.cadence)
    && (filter.applicable === undefined || cover.counts === (filter.applicable === '1'))
    && (filter.covered === undefined || (cover.counts && cover.covered === (filter.covered === '1')))).length
}

