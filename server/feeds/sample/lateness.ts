import { yearOf, type Day } from '../../../shared/time/day.ts'
import type { SampleDistrict } from './district.ts'
import { byDue, itemOf, unitOf, type Piece } from './piece.ts'
import { isInOutage } from './outages.ts'
import { isSeasonal, seasonOf } from './lateness-season.ts'
import { hashOf, seededRandom } from './random.ts'
import { characterOf } from './sample-words.ts'

/** A piece that is overdue from the day after `due` until it comes out on `end`. */
interface Story {
  readonly unit: string
  readonly due: Day
  readonly end: Day
}

/** Most units that may be overdue at once, those of the yearly roll-calls and of a bad February aside. */
const ALL_UNITS = 8
const MOST = 17

/**
 * Decides what comes out late, and how late: for every day the district then has eight to twenty overdue pieces in four
 * to eight units, the oldest fifteen to forty working days old. Decisions are made in the order of due days and look
 * back only, so a plan made further ahead repeats the shorter one. Answers the day each piece comes out.
 */
export function publicationDays(district: SampleDistrict, pieces: readonly Piece[]): Map<string, Day> {
  const days = new Map<string, Day>()
  let stories: Story[] = []
  let lastAnchor: Day | null = null
  const sorted = [...pieces].sort(byDue)
  for (let from = 0; from < sorted.length;) {
    const due = sorted[from]!.due
    let to = from
    while (to < sorted.length && sorted[to]!.due === due) to += 1
    stories = stories.filter((each) => each.end > due)
    const open: Piece[] = []
    const behind = new Set(stories.map((each) => each.unit))
    for (const piece of sorted.slice(from, to)) {
      const end = piece.usual > due ? piece.usual : seasonalEnd(district, piece, { sameDay: sorted.slice(from, to), behind, stories })
      days.set(piece.id, end ?? usualDay(district, piece))
      if (end !== undefined && isKnown(piece)) stories.push({ unit: unitOf(piece), due, end })
      else if (end !== undefined) continue
      else if (piece.canSlip && weightOf(piece) > 0) open.push(piece)
    }
    for (let added = 0; added < 4 && stories.length < wantedOn(district, due); added += 1) {
      const piece = nextToSlip(district, open, stories)
      if (!piece) break
      open.splice(open.indexOf(piece), 1)
      const anchors: boolean = lastAnchor === null || district.calendar.workdaysBetween(lastAnchor, due) >= 13
      const end = longEnd(district, piece, { anchors, stories })
      if (anchors) lastAnchor = due
      days.set(piece.id, end)
      stories.push({ unit: unitOf(piece), due, end })
    }
    from = to
  }
  return days
}

/** Five to eight weeks later, on a day on which no other long story ends, so that the count never drops at once. */
function longEnd(district: SampleDistrict, piece: Piece, { anchors, stories }: { anchors: boolean; stories: readonly Story[] }): Day {
  const random = seededRandom(`${district.seed}|late|${piece.id}`)
  const longest = anchors ? random.whole(37, 39) : random.whole(30, 38)
  for (let days = longest; days > 20; days -= 1) {
    const end = district.calendar.addWorkdays(piece.due, days)
    if (!stories.some((each) => each.end === end)) return end
  }
  return district.calendar.addWorkdays(piece.due, longest)
}

/** How many pieces are overdue at once for good: ten or eleven; seasons and slow interpretations come on top. */
function wantedOn(district: SampleDistrict, day: Day): number {
  return 10 + (hashOf(`${district.seed}|wave|${day.slice(0, 7)}`) % 2)
}

/** Most units with long stories: fewer around the annual report, when others join them anyway. */
function longUnitsOn(day: Day): number {
  return day.slice(5, 7) === '01' || day.slice(5, 7) === '02' ? 4 : 5
}

/** The office knows of it: what nobody registered is late once it shows its dates, but never stands there as overdue. */
function isKnown(piece: Piece): boolean {
  return piece.proof === 'source' || piece.proof === 'declared'
}

/** While the watcher stands still its units go on publishing, on the last good day: 数据中断 until it looks again. */
function usualDay(district: SampleDistrict, piece: Piece): Day {
  return isInOutage(unitOf(piece), piece.due, district.start) && piece.usual < piece.due ? piece.due : piece.usual
}

/** How readily a piece is let go: the unit's weakness, more for its habitual sin. */
function weightOf(piece: Piece): number {
  if (isSeasonal(piece)) return 0
  return characterOf(unitOf(piece)).weak * (isHabitual(piece) ? 5 : 1)
}

/** The two units that fail at the same thing again and again (重复问题). */
function isHabitual(piece: Piece): boolean {
  return (unitOf(piece) === 'D13' && itemOf(piece) === 'district-19') || (unitOf(piece) === 'T06' && itemOf(piece) === 'district-23')
}

/** Weakness comes in turns: in any two months about a third of the units have their bad spell. */
function isInTurn(district: SampleDistrict, piece: Piece): boolean {
  const turn = `${piece.due.slice(0, 4)}-${Math.floor((+piece.due.slice(5, 7) - 1) / 2)}`
  return isHabitual(piece) || hashOf(`${district.seed}|turn|${unitOf(piece)}|${turn}`) % 3 === 0
}

/** The likeliest piece of the day to slip, within the units already overdue unless there is room for another. */
function nextToSlip(district: SampleDistrict, open: readonly Piece[], stories: readonly Story[]): Piece | undefined {
  const units = new Set(stories.map((each) => each.unit))
  let best: Piece | undefined
  // Below this nobody would believe it: better one piece fewer for a day.
  let most = stories.length < 8 ? 0 : 0.02
  for (const piece of open) {
    const unit = unitOf(piece)
    const isNew = !units.has(unit)
    const isShort = stories.length < 10
    if (isNew && units.size >= (isHabitual(piece) ? ALL_UNITS - 1 : longUnitsOn(piece.due) + Number(isShort) + Number(stories.length < 8))) continue
    const own = stories.filter((each) => each.unit === unit).length
    if (own >= (isShort ? 5 : 3)) continue
    const favour = (isNew ? (units.size < 5 ? 5 : 1) : 1.6 - own * 0.3) * (isShort || isInTurn(district, piece) ? 1 : 0.05) * (isHabitual(piece) && own === 0 ? 8 : 1)
    const weight = weightOf(piece) * favour * (0.2 + hashOf(`${district.seed}|slip|${piece.id}`) / 0x1_0000_0000)
    if (weight > most) {
      most = weight
      best = piece
    }
  }
  return best
}

interface Situation {
  readonly sameDay: readonly Piece[]
  /** Units overdue that morning. */
  readonly behind: ReadonlySet<string>
  readonly stories: readonly Story[]
}

/** The day a piece caught by a season comes out; undefined when it is not caught, or enough is overdue already. */
function seasonalEnd(district: SampleDistrict, piece: Piece, { sameDay, behind, stories }: Situation): Day | undefined {
  const season = seasonOf(district, piece, { sameDay, units: behind })
  if (!season) return undefined
  const units = new Set(stories.map((each) => each.unit))
  const isNew = !units.has(unitOf(piece))
  if (!season.forced && (stories.length >= MOST || (isNew && units.size >= ALL_UNITS))) return undefined
  const random = seededRandom(`${district.seed}|season|${piece.id}|${yearOf(piece.due)}`)
  return district.calendar.addWorkdays(piece.due, random.whole(season.from, season.to))
}
