import { addDays, yearOf, type Day } from '../../../shared/time/day.ts'
import type { SampleDistrict } from './district.ts'
import { itemOf, unitOf, type Piece } from './piece.ts'
import { hashOf } from './random.ts'
import { characterOf } from './sample-words.ts'

/** Working days late, from … to; `forced` ones come even when much is overdue already. */
interface Season {
  readonly from: number
  readonly to: number
  readonly forced: boolean
}

/** Pieces due on the same day, and the units that are overdue already. */
interface Situation {
  readonly sameDay: readonly Piece[]
  readonly units: ReadonlySet<string>
}

/** Items that come out once a year for everybody, and how many units are late with them. */
const yearly: Readonly<Record<string, { readonly late: number; readonly from: number; readonly to: number }>> = {
  'district-64': { late: 2, from: 2, to: 9 },
  'final': { late: 2, from: 3, to: 9 },
}

function yearlyName(piece: Piece): string | undefined {
  if (itemOf(piece) === 'district-64') return 'district-64'
  return itemOf(piece) === 'district-20' && piece.period?.endsWith('/final') ? 'final' : undefined
}

/** Pieces whose lateness is decided here alone: the whole district watches them, nobody lets them lie for weeks. */
export function isSeasonal(piece: Piece): boolean {
  return itemOf(piece) === 'district-64' || itemOf(piece) === 'district-20' || piece.kind === 'change'
}

/** What catches a piece: the roll-calls everybody watches, the weeks after the long holidays, a bureau's bad February. */
export function seasonOf(district: SampleDistrict, piece: Piece, { sameDay, units }: Situation): Season | undefined {
  const name = yearlyName(piece)
  if (name) {
    const { late, ...span } = yearly[name]!
    return lateOnes(district, sameDay.filter((each) => yearlyName(each) === name), { late, units }).has(piece.id) ? { ...span, forced: true } : undefined
  }
  if (!piece.canSlip || characterOf(unitOf(piece)).weak === 0) return undefined
  const draw = hashOf(`${district.seed}|caught|${piece.id}`) / 0x1_0000_0000
  if (unitOf(piece) === 'D26' && piece.due.slice(5) >= '01-28' && piece.due.slice(5) <= '03-12') return draw < 0.32 ? { from: 3, to: 7, forced: false } : undefined
  if (piece.kind === 'change') return draw < 0.32 ? { from: 4, to: 15, forced: false } : undefined
  if (piece.limit !== 7 && isAfterHoliday(district, piece.due, { name: '春节', within: 6 })) return draw < 0.2 ? { from: 1, to: 5, forced: false } : undefined
  if (piece.limit === 7 && isAfterHoliday(district, piece.due, { name: '国庆', within: 5 })) return draw < 0.3 ? { from: 1, to: 3, forced: false } : undefined
  return undefined
}

interface Drawing { readonly late: number; readonly units: ReadonlySet<string> }

/** The units late with a yearly piece: from those that are behind anyway, else by a draw of the year, never a careful one. */
function lateOnes(district: SampleDistrict, pieces: readonly Piece[], { late, units }: Drawing): Set<string> {
  const drawn = pieces.filter((each) => characterOf(unitOf(each)).weak > 0 && each.usual <= each.due)
    .map((each) => ({ id: each.id, isBehind: units.has(unitOf(each)), draw: hashOf(`${district.seed}|roll|${each.id}`) }))
    .sort((a, b) => a.draw - b.draw || (a.id < b.id ? -1 : 1))
  const behind = drawn.filter((each) => each.isBehind).slice(0, late)
  const others = drawn.filter((each) => !behind.includes(each)).slice(0, late - behind.length)
  return new Set([...behind, ...others].map((each) => each.id))
}

/** True within so many working days after the year's last day off of a holiday (国庆节 counts with 中秋节). */
function isAfterHoliday(district: SampleDistrict, day: Day, { name, within }: { name: string; within: number }): boolean {
  const { calendar } = district
  if (yearOf(day) < yearOf(district.start)) return false
  for (let back = 1; back <= within * 2 + 2; back += 1) {
    const before = addDays(day, -back)
    const kind = calendar.kindOf(before)
    if (kind.kind === 'holiday' && kind.name.includes(name)) return calendar.workdaysBetween(before, day) <= within
  }
  return false
}
